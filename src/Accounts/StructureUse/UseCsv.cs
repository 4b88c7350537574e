using System.Globalization;

namespace Beffroi.Accounts.StructureUse;

/// <summary>One line of the file that spreadsheets open.</summary>
static class UseCsv
{
    public static IEnumerable<string> Cells(UseLine line) =>
    [
        Cell(line.Name),
        Cell(line.Type?.Label() ?? ""),
        Cell(line.PostCode),
        Cell(line.Region),
        Cell(line.Category.Label()),
        line.Use.Campaigns.ToString(CultureInfo.InvariantCulture),
        line.Use.Evaluations.ToString(CultureInfo.InvariantCulture),
        Day(line.Use.FirstEvaluation),
        Day(line.Use.LastEvaluation),
    ];

    // A spreadsheet would run a name that begins like a formula.
    static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(";\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    static string Day(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
