namespace Beffroi.Crowdsourcing;

/// <summary>What is known to be true of some items, read from a delimited text: item, truth.</summary>
public sealed class TruthFile
{
    /// <summary>The class of each item that has an answer and a known truth; -1 for a truth that nobody answered, which is always missed.</summary>
    public required IReadOnlyDictionary<int, int> Known { get; init; }

    /// <summary>Items with a truth and no answer: left out of any accuracy.</summary>
    public required int Unanswered { get; init; }

    /// <summary>Items whose truth nobody ever answered of anything.</summary>
    public required int NeverAnswered { get; init; }

    /// <summary>The first lines that are not a truth, <see cref="VoteFile.MaxProblems"/> at most.</summary>
    public required IReadOnlyList<LineProblem> Problems { get; init; }

    /// <summary>How many lines are not a truth.</summary>
    public required long ProblemCount { get; init; }

    /// <summary>Reads truths of the items of a file of answers, with the same rules. An item told twice keeps the first truth; another one is a problem.</summary>
    /// <param name="stream">The text, unpacked; left open.</param>
    /// <param name="votes">The answers.</param>
    /// <param name="ct">Stops between two lines.</param>
    /// <exception cref="VoteFileException">The header lacks a column.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static TruthFile Read(Stream stream, VoteFile votes, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(votes);
        var problems = new ProblemLog();
        using var rows = new Rows(stream, Columns.OfTruths, problems, lines: null, ct);
        var (known, unanswered) = (new Dictionary<int, int>(), new HashSet<string>(StringComparer.Ordinal));
        while (rows.Next())
        {
            var name = rows[0].ToString();
            if (votes.Item(name) is not { } item)
            {
                unanswered.Add(name);
                continue;
            }

            var truth = votes.Label(rows[1].ToString()) ?? -1;
            if (!known.TryAdd(item, truth) && known[item] != truth)
            {
                problems.Add(rows.Line, LineProblemKind.Contradiction);
            }
        }

        return new() { Known = known, Unanswered = unanswered.Count, NeverAnswered = known.Values.Count(t => t < 0), Problems = problems.First, ProblemCount = problems.Count };
    }
}
