using System.Collections.Immutable;
using System.Globalization;
using Beffroi.Cli.Psychometrics.Tables;

namespace Beffroi.Cli.Psychometrics.Banks;

/// <summary>A bank as a table: item (or id), model, a, b, c, d, b1, b2…, scores. The case of these names has no effect.</summary>
sealed class BankCsvReader
{
    static readonly string[] Known = ["item", "id", "model", "a", "b", "c", "d", "scores"];

    readonly RecordReader _records;
    readonly Dictionary<string, int> _columns;
    readonly int[] _thresholds;

    BankCsvReader(RecordReader records, IReadOnlyList<string> names)
    {
        _records = records;
        _columns = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, name) in names.Index())
        {
            if (!_columns.TryAdd(name, index))
            {
                throw records.Wrong($"deux colonnes s’appellent {Quoted.Text(name)}");
            }
        }

        _thresholds = [.. Enumerable.Range(1, names.Count).Select(k => At(string.Create(CultureInfo.InvariantCulture, $"b{k}")) ?? -1).TakeWhile(at => at >= 0)];
        if ((At("item") ?? At("id")) is null)
        {
            throw records.Wrong("aucune colonne ne s’appelle « item » ou « id »");
        }

        if (At("b") is null && _thresholds.Length == 0)
        {
            throw records.Wrong("aucune colonne ne s’appelle « b » (ou « b1 », « b2 »…)");
        }

        Unused = [.. names.Where((name, index) => !Known.Contains(name, StringComparer.OrdinalIgnoreCase) && !_thresholds.Contains(index))];
    }

    /// <summary>Columns that say nothing to the models.</summary>
    public IReadOnlyList<string> Unused { get; }

    public static async Task<Bank> Read(Stream stream, string source, CancellationToken ct)
    {
        var records = new RecordReader(stream, source);
        var reader = new BankCsvReader(records, await Header.ReadNames(records, ct));
        var bank = new BankBuilder();
        while (await records.NextRow(reader._columns.Count, ct))
        {
            if (bank.TryAdd(reader.Description()) is { } problem)
            {
                throw records.Wrong(problem);
            }
        }

        return bank.Items.Count > 0 ? new(source, [.. bank.Items]) { UnusedColumns = reader.Unused } : throw records.Wrong("la banque n’a aucun item");
    }

    ItemDescription Description() => new()
    {
        Name = Text("item") ?? Text("id") ?? throw _records.Wrong("l’item n’a pas de nom"),
        Model = Text("model")?.ToLowerInvariant(),
        A = Number(At("a")),
        B = Number(At("b")),
        C = Number(At("c")),
        D = Number(At("d")),
        Thresholds = Thresholds(),
        Scores = Text("scores") is { } scores ? [.. scores.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Score)] : null,
    };

    ImmutableArray<double> Thresholds()
    {
        var given = _thresholds.Select(at => Number(at)).ToList();
        var count = given.FindLastIndex(b => b is not null) + 1;
        return given.FindIndex(b => b is null) is var hole && hole >= 0 && hole < count
            ? throw _records.Wrong($"le seuil b{hole + 1} manque")
            : [.. given.Take(count).Select(b => b!.Value)];
    }

    double? Number(int? column)
    {
        if (column is not { } at || _records.Text(at) is not { Length: > 0 } text || text is "NA")
        {
            return null;
        }

        return double.TryParse(_records.HasDecimalComma ? text.Replace(',', '.') : text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw _records.Wrong($"{Quoted.Text(text)} n’est pas un nombre");
    }

    int Score(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var score) && score is >= -ScoreText.Max and <= ScoreText.Max
        ? score
        : throw _records.Wrong($"{Quoted.Text(text)} n’est pas un score");

    string? Text(string column) => At(column) is { } at && _records.Text(at) is { Length: > 0 } text && text is not "NA" ? text : null;

    int? At(string column) => _columns.TryGetValue(column, out var at) ? at : null;
}
