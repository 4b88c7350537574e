using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Banks;

/// <summary>Writes a bank as a table that reads back to the same figures.</summary>
static class BankCsv
{
    public static string Write(IReadOnlyList<BankedItem> items)
    {
        var thresholds = items.Max(i => Thresholds(i.Model).Length);
        var logistic = items.Any(i => i.Model is LogisticItem);
        var scored = items.Any(i => !i.HasPlainScores);
        string[] header =
        [
            "item", "model", "a",
            .. logistic ? ["b", "c", "d"] : Array.Empty<string>(),
            .. Enumerable.Range(1, thresholds).Select(k => string.Create(CultureInfo.InvariantCulture, $"b{k}")),
            .. scored ? ["scores"] : Array.Empty<string>(),
        ];
        var text = new StringBuilder().AppendJoin(',', header).Append('\n');
        foreach (var item in items)
        {
            text.AppendJoin(',', (string[])
            [
                CsvText.Field(item.Name), item.ModelName,
                .. Parameters(item.Model, logistic).Select(p => p is { } number ? CsvText.Number(number) : ""),
                .. Enumerable.Repeat("", thresholds - Thresholds(item.Model).Length),
                .. scored ? [item.HasPlainScores ? "" : string.Join(' ', item.Scores.Select(s => s.ToString(CultureInfo.InvariantCulture)))] : Array.Empty<string>(),
            ]).Append('\n');
        }

        return text.ToString();
    }

    static IEnumerable<double?> Parameters(ItemModel model, bool logistic) => model switch
    {
        LogisticItem item => [item.Discrimination, item.Difficulty, item.LowerAsymptote, item.UpperAsymptote],
        GradedItem item => [item.Discrimination, .. Enumerable.Repeat((double?)null, logistic ? 3 : 0), .. item.Thresholds.Select(b => (double?)b)],
        PartialCreditItem item => [item.Discrimination, .. Enumerable.Repeat((double?)null, logistic ? 3 : 0), .. item.Steps.Select(b => (double?)b)],
        _ => throw new InvalidOperationException($"A bank cannot hold an item of type {model.GetType().Name}."),
    };

    static ImmutableArray<double> Thresholds(ItemModel model) => model switch
    {
        GradedItem item => item.Thresholds,
        PartialCreditItem item => item.Steps,
        _ => [],
    };
}
