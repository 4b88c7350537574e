namespace Beffroi.Crowdsourcing;

/// <summary>Answers read from a delimited text: item, person, label, as any text. The header is optional; with one, columns come in any order
/// and others are passed over. Names are compared to the character; items, people and labels are numbered in the order of their names (whole
/// numbers by value), so that the order of the lines changes nothing.</summary>
public sealed class VoteFile
{
    /// <summary>Problems kept with their line; beyond, they are counted.</summary>
    public const int MaxProblems = 100;

    readonly Dictionary<string, int> _items;
    readonly Dictionary<string, int> _labels;

    VoteFile(VoteTable votes, string[] items, string[] workers, string[] labels)
    {
        (Votes, Items, Workers, Labels) = (votes, items, workers, labels);
        _items = Numbers(items);
        _labels = Numbers(labels);
    }

    /// <summary>The answers.</summary>
    public VoteTable Votes { get; }

    /// <summary>Name of each item.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>Name of each person.</summary>
    public IReadOnlyList<string> Workers { get; }

    /// <summary>Name of each label.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The first lines that are not an answer, <see cref="MaxProblems"/> at most.</summary>
    public IReadOnlyList<LineProblem> Problems { get; private init; } = [];

    /// <summary>How many lines are not an answer.</summary>
    public long ProblemCount { get; private init; }

    /// <summary>How many lines repeat an answer to the letter; they count once.</summary>
    public long Repeats { get; private init; }

    /// <summary>Number of an item by its name; null when nobody answered it.</summary>
    /// <param name="name">The name, to the character.</param>
    public int? Item(string name) => _items.TryGetValue(name, out var number) ? number : null;

    /// <summary>Number of a label by its name; null when nobody gave it.</summary>
    /// <param name="name">The name, to the character.</param>
    public int? Label(string name) => _labels.TryGetValue(name, out var number) ? number : null;

    /// <summary>Reads a text in UTF-8 (or UTF-16 with its mark). Lines that are not an answer are told, not fatal; the memory is that of the answers and names.</summary>
    /// <param name="stream">The text, unpacked; left open.</param>
    /// <param name="lines">Told the number of lines read, from time to time.</param>
    /// <param name="ct">Stops between two lines.</param>
    /// <exception cref="VoteFileException">The header lacks a column, or there are more labels, or cells, than <see cref="VoteTable"/> holds.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static VoteFile Read(Stream stream, IProgress<long>? lines = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var problems = new ProblemLog();
        using var rows = new Rows(stream, Columns.OfVotes, problems, lines, ct);
        var (items, workers, labels) = (new NameIndex(), new NameIndex(), new NameIndex());
        var votes = new List<Vote>();
        while (rows.Next())
        {
            votes.Add(new(items.Of(rows[0]), workers.Of(rows[1]), labels.Of(rows[2])));
            if (labels.Count > VoteTable.MaxClasses)
            {
                throw new VoteFileException(VoteFileFault.TooManyLabels, $"More than {VoteTable.MaxClasses} labels, at line {rows.Line}.");
            }
        }

        return Numbered(votes, items, workers, labels, problems);
    }

    static VoteFile Numbered(List<Vote> votes, NameIndex items, NameIndex workers, NameIndex labels, ProblemLog problems)
    {
        var ((itemNames, itemOf), (workerNames, workerOf), (labelNames, labelOf)) = (items.Sorted(), workers.Sorted(), labels.Sorted());
        long classes = Math.Max(1, labelNames.Length);
        if (itemNames.Length * classes > VoteTable.MaxCells || workerNames.Length * classes * classes > VoteTable.MaxCells)
        {
            throw new VoteFileException(VoteFileFault.TooLarge, $"Items × labels or people × labels² pass {VoteTable.MaxCells}.");
        }

        var span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(votes);
        foreach (ref var vote in span)
        {
            vote = new(itemOf[vote.Item], workerOf[vote.Worker], labelOf[vote.Label]);
        }

        var table = VoteTable.Of(itemNames.Length, workerNames.Length, (int)classes, span);
        return new(table, itemNames, workerNames, labelNames) { Problems = problems.First, ProblemCount = problems.Count, Repeats = votes.Count - table.Count };
    }

    static Dictionary<string, int> Numbers(string[] names)
    {
        var numbers = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (var at = 0; at < names.Length; at++)
        {
            numbers.Add(names[at], at);
        }

        return numbers;
    }
}
