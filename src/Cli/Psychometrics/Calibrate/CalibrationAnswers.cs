using System.Collections.Immutable;
using Beffroi.Cli.Psychometrics.Banks;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Calibrate;

/// <summary>Answers as the categories of a calibration, with the score that the file writes for each category of each item.</summary>
sealed record CalibrationAnswers(string Source, ResponseMatrix Matrix, ImmutableArray<ImmutableArray<int>> Scores)
{
    /// <summary>Items whose scores are not 0, 1, 2…: they were numbered anew, unused ones between closed up.</summary>
    public IEnumerable<(string Item, ImmutableArray<int> Scores)> Recoded =>
        Matrix.ItemNames.Zip(Scores).Where(column => column.Second.Where((score, category) => score != category).Any());

    /// <exception cref="CommandFailedException">A column cannot be calibrated under the model: its name and why.</exception>
    public static CalibrationAnswers Of(AnswerTable table, ItemFamily family, IReadOnlyDictionary<string, BankedItem>? anchors = null, bool believed = false)
    {
        var scores = table.Scores.Select((met, column) =>
            anchors is not null && anchors.TryGetValue(table.Items[column], out var anchor) ? anchor.Scores : Written(table, column, met, family, believed)).ToImmutableArray();
        return new(table.Name, table.Matrix([.. scores.Select((written, column) => table.Categories(column, written))]), scores);
    }

    // With a prior on its difficulty, an item that everybody passed or failed still has one.
    static ImmutableArray<int> Written(AnswerTable table, int column, ImmutableArray<int> met, ItemFamily family, bool believed)
    {
        var rightOrWrong = ModelName.IsRightOrWrong(family);
        return met switch
        {
            [] => throw table.Wrong(column, "aucune réponse"),
            [0 or 1] when believed && rightOrWrong => [0, 1],
            [var only] => throw table.Wrong(column, $"un seul score dans tout le fichier ({only}) : l’item n’apprend rien"),
            [_, _, _, ..] when rightOrWrong => throw table.Wrong(column, $"{met.Length} scores différents ({Some(met)}) : ce modèle n’en prend que deux, les autres sont grm, gpcm et pcm"),
            _ => met,
        };
    }

    static string Some(ImmutableArray<int> met) => string.Join(", ", met.Take(5)) + (met.Length > 5 ? "…" : "");
}
