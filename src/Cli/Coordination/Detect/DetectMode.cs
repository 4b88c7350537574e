using System.CommandLine;

namespace Beffroi.Cli.Coordination.Detect;

/// <summary>Whose rules.</summary>
enum DetectMode
{
    Beffroi,
    CooRTweet,
    Qut,
}

static class DetectModes
{
    public static Option<DetectMode> Option() => new("--mode")
    {
        Description = "Règles suivies : beffroi (objets distincts, test contre le hasard, groupes), coortweet ou qut (celles de ces outils, exactement). Par défaut : beffroi.",
        HelpName = "MODE",
        CustomParser = typed =>
        {
            if (Enum.TryParse<DetectMode>(typed.Tokens[0].Value, ignoreCase: true, out var mode) && Enum.IsDefined(mode) && !char.IsAsciiDigit(typed.Tokens[0].Value[0]))
            {
                return mode;
            }

            typed.AddError("--mode attend beffroi, coortweet ou qut.");
            return DetectMode.Beffroi;
        },
    };
}
