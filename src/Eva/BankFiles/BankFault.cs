namespace Beffroi.Eva.BankFiles;

/// <summary>Why a file is not imported.</summary>
/// <param name="Row">From 1, as a spreadsheet counts them: the words of the columns are in row 1. Null for the whole file.</param>
/// <param name="Column">Null when several columns, or none, are at fault.</param>
/// <param name="Item">The id of the item, when it could be read.</param>
/// <param name="Sentence">What is wrong and what is expected, for a person.</param>
public sealed record BankFault(int? Row, BankColumn? Column, string? Item, string Sentence)
{
    public static BankFault OfFile(string sentence, int? row = null) => new(row, null, null, sentence);
}

/// <summary>An item read from a file, and where it was.</summary>
public sealed record ReadItem(int Row, Bank.BankUse Use, Bank.BankItem Item);

/// <summary>What a file says: all its items, or what is wrong with it.</summary>
public sealed record BankReading(IReadOnlyList<ReadItem> Items, IReadOnlyList<BankFault> Faults);
