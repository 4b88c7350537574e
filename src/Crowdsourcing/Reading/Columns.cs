namespace Beffroi.Crowdsourcing;

/// <summary>Which field holds what: told by a header in any order, or by the place when there is none.</summary>
sealed class Columns
{
    /// <summary>Columns of answers: item, person, label.</summary>
    public static readonly string[][] OfVotes =
    [
        ["item", "task", "question", "object", "unit", "example"],
        ["worker", "performer", "user", "annotator", "contributor", "person", "voter", "rater", "coder"],
        ["label", "answer", "response", "vote", "class", "category"],
    ];

    /// <summary>Columns of truths: item, truth.</summary>
    public static readonly string[][] OfTruths = [OfVotes[0], ["truth", "gold", "golden", "true_label", "gt", .. OfVotes[2]]];

    readonly int[] _at;

    // A header says at least two of the names: one alone may be a value.
    public Columns(CsvRecords first, string[][] names)
    {
        _at = [.. names.Select(n => Find(first, n))];
        var found = _at.Count(at => at >= 0);
        HasHeader = found == names.Length;
        if (!HasHeader && found >= 2)
        {
            throw new VoteFileException(VoteFileFault.MissingColumn, $"The header has no column {names[Array.IndexOf(_at, -1)][0]}.");
        }

        Count = HasHeader ? first.Count : names.Length;
        _at = HasHeader ? _at : [.. Enumerable.Range(0, names.Length)];
    }

    /// <summary>Fields of every record.</summary>
    public int Count { get; }

    /// <summary>Whether the first record is a header.</summary>
    public bool HasHeader { get; }

    /// <summary>The field of a column.</summary>
    public int this[int column] => _at[column];

    /// <summary>What is wrong with a record; null when nothing is.</summary>
    public LineProblemKind? Check(CsvRecords record)
    {
        if (record.Problem is null && record.Count == Count)
        {
            foreach (var at in _at)
            {
                if (record.Field(at).IsEmpty)
                {
                    return LineProblemKind.EmptyField;
                }
            }
        }

        return record.Problem ?? (record.Count == Count ? null : LineProblemKind.FieldCount);
    }

    // Whole names only, whatever their case; the usual name before its synonyms.
    static int Find(CsvRecords first, string[] names)
    {
        foreach (var name in names)
        {
            for (var field = 0; field < first.Count; field++)
            {
                if (first.Field(field).Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return field;
                }
            }
        }

        return -1;
    }
}
