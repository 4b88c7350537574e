using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.DifSearch;

/// <summary>Searches that match people on their sums, each made twice: on the sum of all items, then on that of the items that are not flagged.</summary>
static class Searches
{
    public static DifReport MantelHaenszel(AnswerTable table, bool[] focal, DifOptions options) =>
        Report("mh", Checked(RightOrWrong(table), table, focal), focal, options, Dif.MantelHaenszel, item =>
        [
            ("chiSquare", JsonNumber.Of(item.ChiSquared)),
            ("p", JsonNumber.Of(item.PValue)),
            ("alphaMH", JsonNumber.Of(item.CommonOddsRatio)),
            ("deltaMH", JsonNumber.Of(item.Delta)),
            ("class", item.Size?.ToString()),
            ("classEts", item.EtsClass?.ToString()),
            ("seLogAlpha", JsonNumber.Of(item.LogOddsStandardError)),
            ("pAdjusted", JsonNumber.Of(item.AdjustedPValue)),
        ]);

    public static DifReport Mantel(AnswerTable table, bool[] focal, DifOptions options) =>
        Report("mantel", Checked(table.Points(), table, focal), focal, options, Dif.Mantel, item =>
        [
            ("chiSquare", JsonNumber.Of(item.ChiSquared)),
            ("p", JsonNumber.Of(item.PValue)),
            ("difference", JsonNumber.Of(item.MeanDifference)),
            ("effect", JsonNumber.Of(item.EffectSize)),
            ("class", item.Class?.ToString()),
            ("pAdjusted", JsonNumber.Of(item.AdjustedPValue)),
        ]);

    public static DifReport Logistic(AnswerTable table, bool[] focal, DifOptions options) =>
        Report("logistic", Checked(RightOrWrong(table), table, focal), focal, options, Dif.LogisticRegression, item =>
        [
            ("chiSquare", JsonNumber.Of(item.ChiSquared)),
            ("p", JsonNumber.Of(item.PValue)),
            ("deltaR2", JsonNumber.Of(item.DeltaRSquared)),
            ("chiSquareUniform", JsonNumber.Of(item.UniformChiSquared)),
            ("pUniform", JsonNumber.Of(item.UniformPValue)),
            ("chiSquareNonUniform", JsonNumber.Of(item.NonUniformChiSquared)),
            ("pNonUniform", JsonNumber.Of(item.NonUniformPValue)),
            ("groupLogOdds", JsonNumber.Of(item.GroupLogOdds)),
            ("class", item.Class?.ToString()),
            ("pAdjusted", JsonNumber.Of(item.AdjustedPValue)),
        ]);

    static DifReport Report<TItem>(
        string method, ResponseMatrix answers, bool[] focal, DifOptions options, Func<ResponseMatrix, IReadOnlyList<bool>, DifOptions, DifAnalysis<TItem>> search, Func<TItem, ImmutableArray<(string, JsonNode?)>> figures)
        where TItem : DifItem
    {
        var (plain, purified) = (search(answers, focal, options), search(answers, focal, options with { Purify = true }));
        return new()
        {
            Method = method,
            Items = [.. plain.Items.Zip(purified.Items, (before, after) => new DifLine(before.Name, figures(before), figures(after)))],
            Flagged = [.. plain.Items.Where(i => i.Flagged).Select(i => i.Name)],
            FlaggedPurified = [.. purified.Items.Where(i => i.Flagged).Select(i => i.Name)],
            Persons = (plain.Reference, plain.Focal, plain.LeftOut),
            Settled = purified.Settled,
        };
    }

    static ResponseMatrix RightOrWrong(AnswerTable table)
    {
        var longest = table.Scores.ToList().FindIndex(scores => scores.Length > 2);
        return longest >= 0
            ? throw table.Wrong(longest, $"{table.Scores[longest].Length} scores différents : cette méthode n’en prend que deux, --method mantel en prend plus")
            : table.Matrix([.. table.Scores.Select(scores => scores.Select((_, rank) => (sbyte)(scores is [> 0] ? 1 : rank)).ToArray())]);
    }

    static ResponseMatrix Checked(ResponseMatrix answers, AnswerTable table, bool[] focal)
    {
        var complete = focal.Where((_, person) => !answers.Row(person).Contains(ResponseMatrix.Missing)).ToHashSet();
        return complete.Count == 2
            ? answers
            : throw new CommandFailedException($"{table.Name} : {(complete.Contains(true) ? "dans la référence" : "dans le groupe étudié")}, personne n’a répondu à tous les items", ExitCodes.BadUsage);
    }
}
