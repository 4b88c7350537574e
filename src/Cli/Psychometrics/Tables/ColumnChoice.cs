namespace Beffroi.Cli.Psychometrics.Tables;

/// <summary>Columns that are not items, as asked: who answered, of which group, and what is left aside.</summary>
sealed record ColumnChoice
{
    public string? Id { get; init; }

    public string? Group { get; init; }

    public IReadOnlyList<string> Ignored { get; init; } = [];
}

/// <summary>What a column of the file is for.</summary>
enum ColumnUse
{
    Item,
    Id,
    Group,
    Ignored,
}
