using System.Globalization;
using System.Text;
using Beffroi.Eva.BankFiles;

namespace Beffroi.Eva.OrientationFiles;

/// <summary>What is wrong in a file, and where.</summary>
/// <param name="Row">As a spreadsheet counts, from 1; null for the file.</param>
public sealed record FileFault(int? Row, string? Column, string Sentence);

/// <summary>A table whose first row names its columns, whatever their order, capitals, accents and signs.</summary>
public sealed class HeadedTable
{
    /// <summary>Twice the largest file of the BMO survey (50 076 rows in 2025).</summary>
    public const int MaxRows = 100_000;

    readonly Dictionary<string, int> _places;
    readonly IReadOnlyList<SheetRow> _rows;

    HeadedTable(Dictionary<string, int> places, IReadOnlyList<SheetRow> rows) => (_places, _rows) = (places, rows);

    public bool Has(string column) => _places.ContainsKey(column);

    public IEnumerable<HeadedRow> Rows => _rows.Where(r => r.Cells.Any(c => c.Trim().Length > 0)).Select(r => new HeadedRow(r, _places));

    /// <param name="needed">Each group is one column under the names that it has had; all groups must be there.</param>
    /// <exception cref="SheetException">It is no such table.</exception>
    public static HeadedTable Read(byte[] file, params string[][] needed)
    {
        var sheet = file.AsSpan().StartsWith("PK"u8)
            ? XlsxReading.Read(file, MaxRows, head => Missing(Places(head, needed), needed).Count == 0)
            : CsvSheet.Read(file, MaxRows);
        if (sheet.Rows is not [{ Number: 1 } head, ..])
        {
            throw new SheetException("La première ligne porte le nom des colonnes.", 1);
        }

        var places = Places(head, needed);
        var missing = Missing(places, needed);
        return missing.Count == 0 ? new(places, [.. sheet.Rows.Skip(1)]) : throw new SheetException($"Il manque des colonnes : {string.Join(", ", missing.Select(m => $"« {m} »"))}.", head.Number);
    }

    /// <summary>« Code métier BMO » is <c>code_metier_bmo</c>.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder();
        foreach (var c in text.Trim().Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
            else if (key.Length > 0 && key[^1] is not '_')
            {
                key.Append('_');
            }
        }

        return key.ToString().TrimEnd('_');
    }

    // A column is known by the first name of its group.
    static Dictionary<string, int> Places(SheetRow head, string[][] needed)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (place, word) in head.Cells.Index())
        {
            var key = Key(word);
            places.TryAdd(needed.FirstOrDefault(names => names.Contains(key, StringComparer.Ordinal))?[0] ?? key, place);
        }

        return places;
    }

    static List<string> Missing(Dictionary<string, int> places, string[][] needed) => [.. needed.Where(names => !places.ContainsKey(names[0])).Select(names => names[0])];
}

/// <summary>A row, by the names of its columns.</summary>
public sealed class HeadedRow(SheetRow row, Dictionary<string, int> places)
{
    public int Number => row.Number;

    /// <summary>Empty where the column is not there.</summary>
    public string this[string column] => places.TryGetValue(column, out var place) && place < row.Cells.Count ? CsvSheet.Unguarded(row.Cells[place]).Trim() : "";

    /// <summary>A count, in either way of writing; null when it is none.</summary>
    public int? Count(string column) =>
        double.TryParse(this[column].Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 10_000_000 ? (int)Math.Round(number) : null;

    /// <summary>2027-01-11, 11/01/2027, or the number of days of a spreadsheet; null when it is none.</summary>
    public DateOnly? Day(string column) =>
        DateOnly.TryParseExact(this[column], ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : int.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 36_000 and < 80_000 ? new DateOnly(1899, 12, 30).AddDays(days)
        : null;

    public FileFault Fault(string column, string sentence) => new(Number, column, sentence);
}
