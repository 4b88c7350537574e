using System.Text;
using Beffroi.Eva;
using Beffroi.Eva.Restitution;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;

namespace Beffroi.Cli.Eva;

/// <summary>A score for a person who reads a terminal.</summary>
static class ScoreTable
{
    public static string Of(Score score)
    {
        var text = new StringBuilder();
        text.Append(French.Culture, $"Moteur {TechnicalName.Of(score.Engine)} {score.EngineVersion}, normes {score.NormsVersion}").AppendLine();
        if (!score.Calibrated)
        {
            text.AppendLine("Résultat non étalonné, à titre exploratoire.");
        }

        text.AppendLine();
        text.AppendLine(Row("", "Niveau", "ANLCI", "Score", "Erreur type"));
        text.AppendLine(Scale("Littératie", score.Litteratie, score.Litteratie?.Cefr is { } cefr ? LevelWords.Name(cefr) : null));
        text.AppendLine(Scale("Numératie", score.Numeratie, score.Numeratie?.Cenf is { } cenf ? LevelWords.Name(cenf) : null));
        text.AppendLine();
        text.Append(French.Culture, $"Synthèse : {SynthesisWords.Of(score, background: null).Title}");
        foreach (var flag in score.Flags)
        {
            text.AppendLine().Append(French.Culture, $"- {FlagSentence.French(flag)}");
        }

        return text.ToString();
    }

    static string Scale(string name, Scale? scale, string? level) => scale is null
        ? Row(name, "—", "—", "—", "—")
        : Row(name, level ?? "—", TechnicalName.Of(scale.Anlci), French.Number(scale.Value, 3), scale.StandardError is { } error ? French.Number(error, 3) : "—");

    static string Row(string name, string level, string profile, string value, string error) =>
        $"{name,-12}{level,-14}{profile,-8}{value,10}{error,14}".TrimEnd();
}
