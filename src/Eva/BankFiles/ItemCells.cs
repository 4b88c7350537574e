using System.Globalization;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.BankFiles;

/// <summary>An item as the cells of its row, one for each column: <see cref="ItemReading"/> makes the same item of them.</summary>
public static class ItemCells
{
    public const string Yes = "oui";

    public static string Of(BankUse use, BankItem item, BankColumn column) => column switch
    {
        BankColumn.Id => item.Id,
        BankColumn.Use => TechnicalName.Of(use),
        BankColumn.Family => item.Family ?? "",
        BankColumn.Kind => TechnicalName.Of(item.Kind),
        BankColumn.Skill => item.Skill ?? "",
        BankColumn.Criterion => item.Criterion ?? "",
        BankColumn.Testlet => item.Testlet ?? "",
        BankColumn.Level => item.Level ?? "",
        BankColumn.Degree => item.Degree?.ToString(CultureInfo.InvariantCulture) ?? "",
        BankColumn.Difficulty => item.Difficulty.ToString("R", CultureInfo.InvariantCulture),
        BankColumn.Rationale => item.Rationale ?? "",
        BankColumn.Points => item.Points.ToString(CultureInfo.InvariantCulture),
        BankColumn.Picture => item.Picture ?? "",
        BankColumn.Figure => item.Figure is { } figure ? CellList.Write([Figure(figure)]) : "",
        BankColumn.Instruction => item.Instruction,
        BankColumn.InstructionSpoken => item.InstructionSpoken ?? "",
        BankColumn.Document => item.Document is { } document ? CellList.Write(Document(document)) : "",
        BankColumn.Phone => item.Phone is { } phone ? TechnicalName.Of(phone.App) + (phone.Recall ? " | rappel" : "") : "",
        BankColumn.Question => item.Question,
        BankColumn.QuestionSpoken => item.QuestionSpoken ?? "",
        BankColumn.Choices => CellList.Write(item.Choices.Select(c => new[] { c.Id, c.Text, c.Spoken, c.Note, c.Feedback })),
        BankColumn.ChoiceFigures => CellList.Write(item.Choices.Where(c => c.Figure is not null).Select(c => Figure(c.Figure!).Prepend(c.Id))),
        BankColumn.Gauge => item.Gauge ? Yes : "",
        BankColumn.Pieces => CellList.Write(item.Pieces.Select(p => new[] { p.Id, p.Text, p.Spoken })),
        BankColumn.Slots => CellList.Write(item.Slots.Select(s => new[] { s.Id, s.Text, s.Spoken })),
        BankColumn.Picks => item.Picks == 1 ? "" : item.Picks.ToString(CultureInfo.InvariantCulture),
        BankColumn.Dictation => item.Dictation is { } said ? CellList.Write([[said.Word, said.Sentence]]) : "",
        BankColumn.Solution => CellList.Write(item.Solution.Select(s => new[] { s })),
        BankColumn.Accepted => CellList.Write(item.Accepted.Select(a => new[] { a.Key, a.Value.ToString(CultureInfo.InvariantCulture) })),
        BankColumn.Credit => item.Credit ?? "",
        BankColumn.Unit => item.Unit ?? "",
        BankColumn.Measured => CellList.Write(item.Measured.Select(m => new[] { m })),
    };

    public static IReadOnlyList<string> Of(BankUse use, BankItem item) => [.. BankColumns.All.Select(column => Of(use, item, column))];

    /// <summary>The columns in which two items of one id are not the same.</summary>
    public static IReadOnlyList<BankColumn> Differences((BankUse Use, BankItem Item) one, (BankUse Use, BankItem Item) other) =>
        [.. BankColumns.All.Where(c => !string.Equals(Of(one.Use, one.Item, c), Of(other.Use, other.Item, c), StringComparison.Ordinal))];

    static IEnumerable<string?> Figure(Figure figure) =>
    [
        TechnicalName.Of(figure.Kind),
        figure.Alt,
        figure.Title,
        figure.Unit,
        figure.Values.Count == 0 ? null : string.Join(' ', figure.Values.Select(v => v.ToString("R", CultureInfo.InvariantCulture))),
        .. figure.Labels,
    ];

    static IEnumerable<IEnumerable<string?>> Document(Document document)
    {
        yield return [DocumentParts.Kind, document.Kind];
        if (document.Title is not null)
        {
            yield return [DocumentParts.Title, document.Title];
        }

        foreach (var line in document.Lines)
        {
            yield return [DocumentParts.Line, line];
        }

        if (document.Columns is { } columns)
        {
            yield return [DocumentParts.Columns, .. columns];
        }

        foreach (var row in document.Rows ?? [])
        {
            yield return [DocumentParts.Row, .. row];
        }

        if (document.Spoken is not null)
        {
            yield return [DocumentParts.Spoken, document.Spoken];
        }
    }
}

/// <summary>The words that begin the lines of a document.</summary>
static class DocumentParts
{
    public const string Kind = "genre";
    public const string Title = "titre";
    public const string Line = "ligne";
    public const string Columns = "colonnes";
    public const string Row = "rangée";
    public const string Spoken = "dit";
}
