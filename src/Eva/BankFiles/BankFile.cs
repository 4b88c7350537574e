using System.Globalization;
using Beffroi.Eva.Bank;

namespace Beffroi.Eva.BankFiles;

/// <summary>A bank as a file, and a file as a bank: what goes out comes back the same (docs/eva-banque.md).</summary>
public static class BankFile
{
    /// <summary>Ten times our largest bank.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    static readonly string[] Headers = [.. BankColumns.All.Select(c => c.Header())];

    public static byte[] Csv(SituationBank bank) =>
        CsvSheet.Write([Headers, .. Entries(bank).Select(row => row.Zip(BankColumns.All, (cell, column) => column.IsNumber() ? Comma(cell) : CsvSheet.Guarded(cell)).ToArray())]);

    public static byte[] Xlsx(SituationBank bank) => XlsxSheet.Write("Questions", [Headers, .. Entries(bank)], column => BankColumns.All[column].IsNumber());

    /// <summary>Reads either form, told apart by their first bytes.</summary>
    public static BankReading Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var isWorkbook = file.AsSpan().StartsWith("PK"u8);
        try
        {
            var sheet = isWorkbook ? XlsxReading.Read(file) : CsvSheet.Read(file);
            return Read(sheet, isWorkbook ? text => text : CsvSheet.Unguarded);
        }
        catch (SheetException wrong)
        {
            return new([], [BankFault.OfFile(wrong.Message, wrong.Row)]);
        }
    }

    static IEnumerable<IReadOnlyList<string>> Entries(SituationBank bank) => bank.Entries.Select(e => ItemCells.Of(e.Use, e.Item));

    // French spreadsheets take 2.8 for a day of August.
    static string Comma(string figure) => figure.Replace('.', ',');

    static BankReading Read(Sheet sheet, Func<string, string> unguarded)
    {
        if (sheet.Rows.Count == 0 || sheet.Rows[0].Number != 1)
        {
            return new([], [BankFault.OfFile("La première ligne porte le nom des colonnes. Partez d’un fichier exporté.", 1)]);
        }

        var (places, faults) = Places(sheet.Rows[0], unguarded);
        if (faults.Count > 0)
        {
            return new([], faults);
        }

        var items = new List<ReadItem>();
        foreach (var row in sheet.Rows.Skip(1).Where(r => r.Cells.Any(c => c.Trim().Length > 0)))
        {
            var reading = new ItemReading(row.Number, column => Cell(row, places[column]) is var cell && column.IsNumber() ? cell : unguarded(cell));
            if (TooMuch(row, places) is { } fault)
            {
                faults.Add(fault);
            }
            else if (reading.Read() is { } item)
            {
                items.Add(item);
            }
            else
            {
                faults.AddRange(reading.Faults);
            }
        }

        if (items.Count == 0 && faults.Count == 0)
        {
            faults.Add(BankFault.OfFile("Le fichier n’a aucune question."));
        }

        return new(items, faults);
    }

    static string Cell(SheetRow row, int place) => place < row.Cells.Count ? row.Cells[place] : "";

    static BankFault? TooMuch(SheetRow row, Dictionary<BankColumn, int> places)
    {
        var known = places.ToDictionary(p => p.Value, p => p.Key);
        if (row.Cells.Index().Any(c => c.Item.Trim().Length > 0 && !known.ContainsKey(c.Index)))
        {
            return new(row.Number, null, null, "Cette ligne a plus de cases que la première.");
        }

        return row.Cells.Index().Where(c => c.Item.Length > Sheet.MaxCell).Select(c => new BankFault(row.Number, known[c.Index], null, string.Create(CultureInfo.InvariantCulture, $"Cette case dépasse {Sheet.MaxCell} caractères, ce qu’un tableur peut tenir."))).FirstOrDefault();
    }

    static (Dictionary<BankColumn, int> Places, List<BankFault> Faults) Places(SheetRow first, Func<string, string> unguarded)
    {
        var places = new Dictionary<BankColumn, int>();
        var faults = new List<BankFault>();
        foreach (var (place, word) in first.Cells.Index().Select(c => (c.Index, unguarded(c.Item).Trim())).Where(c => c.Item2.Length > 0))
        {
            var at = Array.FindIndex(Headers, h => string.Equals(h, word, StringComparison.OrdinalIgnoreCase));
            if (at < 0)
            {
                faults.Add(BankFault.OfFile($"La colonne « {word} » est inconnue.", first.Number));
            }
            else if (!places.TryAdd(BankColumns.All[at], place))
            {
                faults.Add(BankFault.OfFile($"La colonne « {word} » est là deux fois.", first.Number));
            }
        }

        var missing = BankColumns.All.Where(c => !places.ContainsKey(c)).Select(c => $"« {c.Header()} »").ToList();
        if (missing.Count > 0)
        {
            faults.Add(BankFault.OfFile(missing.Count == BankColumns.All.Count
                ? "La première ligne porte le nom des colonnes, comme dans un fichier exporté."
                : $"Il manque des colonnes : {string.Join(", ", missing)}.", first.Number));
        }

        return (places, faults);
    }
}
