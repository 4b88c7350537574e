using System.Globalization;

namespace Beffroi.Cli.Psychometrics.Tables;

/// <summary>Some columns of numbers of a table, found by their names.</summary>
static class NumberColumns
{
    const int MaxRows = 20_000_000;

    /// <summary>For each column asked, a number for each row; null where the cell is empty or NA.</summary>
    /// <exception cref="CommandFailedException">The file cannot be read, lacks a column, or a cell is no number: file, line and reason.</exception>
    public static async Task<List<double?>[]> Read(string path, IReadOnlyList<string> columns, Terminal terminal, CancellationToken ct)
    {
        await using var stream = await TextSource.Open(path, terminal, ct);
        var records = new RecordReader(stream, TextSource.Name(path));
        var names = (await Header.ReadNames(records, ct)).ToList();
        var places = columns.Select(name => names.IndexOf(name) is >= 0 and var at ? at : throw records.Wrong($"aucune colonne ne s’appelle {Quoted.Text(name)}{ClosestName.Hint(name, names)}")).ToArray();
        var found = columns.Select(_ => new List<double?>()).ToArray();
        while (await records.NextRow(names.Count, ct))
        {
            foreach (var (column, place) in places.Index())
            {
                found[column].Add(Number(records, records.Text(place), columns[column]));
            }

            if (found[0].Count > MaxRows)
            {
                throw records.Wrong($"plus de {MaxRows / 1_000_000} millions de lignes");
            }
        }

        return found[0].Count > 0 ? found : throw records.Wrong("aucune personne : le fichier n’a que la ligne des noms");
    }

    static double? Number(RecordReader records, string text, string column) =>
        text is "" or "NA" ? null
        : double.TryParse(records.HasDecimalComma ? text.Replace(',', '.') : text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
        : throw records.Wrong($"colonne {Quoted.Text(column)} : {Quoted.Text(text)} n’est pas un nombre");
}
