namespace Beffroi.Crowdsourcing;

/// <summary>The first problems of a file, and how many there are.</summary>
sealed class ProblemLog
{
    readonly List<LineProblem> _first = [];

    public IReadOnlyList<LineProblem> First => _first;

    public long Count { get; private set; }

    public void Add(long line, LineProblemKind kind)
    {
        Count++;
        if (_first.Count < VoteFile.MaxProblems)
        {
            _first.Add(new(line, kind));
        }
    }
}
