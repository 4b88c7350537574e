namespace Beffroi.Eva.BankFiles;

/// <summary>A table as a file holds it: rows of texts.</summary>
/// <param name="Rows">With their numbers, from 1. Cells missing at the end are empty.</param>
public sealed record Sheet(IReadOnlyList<SheetRow> Rows)
{
    /// <summary>Far more than any bank: what is beyond is another file.</summary>
    public const int MaxRows = 5_000;

    /// <summary>A sheet has twice our columns at most: the rest is somebody's notes.</summary>
    public const int MaxColumns = 64;

    /// <summary>Characters of a cell: what a spreadsheet holds.</summary>
    public const int MaxCell = 32_767;
}

public sealed record SheetRow(int Number, IReadOnlyList<string> Cells);

/// <summary>A file that cannot be read as a table. The sentence is for a person.</summary>
public sealed class SheetException(string sentence, int? row = null, Exception? cause = null) : Exception(sentence, cause)
{
    public int? Row { get; } = row;
}
