using System.CommandLine;

namespace Beffroi.Cli.Psychometrics;

/// <summary>The file that a result goes to.</summary>
static class OutOption
{
    public static Option<string?> Make(string description) => new("--out", "--output") { Description = description, HelpName = "FICHIER" };
}
