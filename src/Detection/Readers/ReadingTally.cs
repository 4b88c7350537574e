using System.Collections.Immutable;

namespace Beffroi.Detection;

/// <summary>Counts what a reader gives, and says when errors pass the share allowed.</summary>
/// <param name="allowedShare">Largest share of records with an error, from 0 to 1. Null: 1 %, and at least 20 records whatever the share.</param>
/// <param name="kept">How many problems are kept in full; all are counted.</param>
public sealed class ReadingTally(double? allowedShare = null, int kept = 100)
{
    /// <summary>The share is judged on the way from this many records; before, only at the end.</summary>
    const int JudgedFrom = 1000;

    const int FreeByDefault = 20;

    readonly double _allowed = allowedShare is null or (>= 0 and <= 1) ? allowedShare ?? 0.01 : throw new ArgumentOutOfRangeException(nameof(allowedShare), allowedShare, "A share is from 0 to 1.");
    readonly long[] _counts = new long[Enum.GetValues<ReadingCode>().Length];
    readonly List<ReadingProblem> _problems = [];
    long _lastErrorLine = -1;

    /// <summary>Values read.</summary>
    public long Values { get; private set; }

    /// <summary>Records passed over.</summary>
    public long Lost { get; private set; }

    /// <summary>Lines with at least one error, notices aside.</summary>
    public long Errors { get; private set; }

    /// <summary>A problem that ended the reading; null when there is none.</summary>
    public ReadingProblem? Fatal { get; private set; }

    /// <summary>The first problems, in the order of the file; accounts that come again and messages of the source, which may be many, are only counted.</summary>
    public IReadOnlyList<ReadingProblem> Problems => _problems;

    /// <summary>Share of records with an error, from 0 to 1; 0 when nothing was read.</summary>
    public double Share => Values + Lost == 0 ? 0 : Math.Min(1, (double)Errors / (Values + Lost));

    /// <summary>How many problems of each code, those that occurred only.</summary>
    public ImmutableSortedDictionary<ReadingCode, long> Counts =>
        _counts.Index().Where(c => c.Item > 0).ToImmutableSortedDictionary(c => (ReadingCode)c.Index, c => c.Item);

    /// <summary>Whether errors, at the end of the file, pass the share allowed.</summary>
    public bool IsTooMany => Fatal is not null || (Errors > (allowedShare is null ? FreeByDefault : 0) && Share > _allowed);

    /// <summary>Whether reading should stop now: errors pass the share allowed by far enough that a few sound lines would not change it.</summary>
    public bool MustStop => Fatal is not null || (IsTooMany && (Values + Lost >= JudgedFrom || (allowedShare is 0)));

    /// <summary>Counts one step and gives it back.</summary>
    public Reading<T> Count<T>(Reading<T> step)
        where T : class
    {
        if (step.Problem is not { } problem)
        {
            Values++;
            return step;
        }

        _counts[(int)problem.Code]++;
        if (_problems.Count < kept && problem.Code is not (ReadingCode.Repeated or ReadingCode.ControlMessage))
        {
            _problems.Add(problem);
        }

        Lost += problem.Weight is ProblemWeight.Record ? 1 : 0;
        Fatal ??= problem.Weight is ProblemWeight.File ? problem : null;
        if (problem.Weight is not ProblemWeight.Notice && problem.Line != _lastErrorLine)
        {
            _lastErrorLine = problem.Line;
            Errors++;
        }

        return step;
    }

    /// <summary>The steps of a reader, counted, until the end or until <see cref="MustStop"/>.</summary>
    public IEnumerable<Reading<T>> Through<T>(IEnumerable<Reading<T>> steps)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(steps);
        foreach (var step in steps)
        {
            yield return Count(step);
            if (MustStop)
            {
                yield break;
            }
        }
    }
}
