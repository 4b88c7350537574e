using System.Globalization;
using Beffroi.Kit;

namespace Beffroi.Accounts;

/// <summary>A cell of the files that spreadsheets open.</summary>
static class CsvCell
{
    // A spreadsheet would run a name that begins like a formula.
    public static string Text(string? text)
    {
        var typed = text ?? "";
        var safe = typed.Length > 0 && "=+-@\t\r".Contains(typed[0], StringComparison.Ordinal) ? "'" + typed : typed;
        return safe.AsSpan().IndexOfAny(";\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset? at) => at is { } instant ? French.IsoDay(instant) : "";

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
