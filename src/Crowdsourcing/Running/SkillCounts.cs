namespace Beffroi.Crowdsourcing;

/// <summary>How people answer, as expected counts: answers of each label when the truth is each class, each item weighing by its posterior.
/// The confusion of a person is these counts and the prior, as in the batch.</summary>
sealed class SkillCounts(int classes, AggregationOptions options)
{
    // [(worker × classes + label) × classes + truth]
    double[] _cells = [];
    double[] _totals = [];

    public int Workers { get; private set; }

    public void Grow(int workers)
    {
        if (workers <= Workers)
        {
            return;
        }

        if ((long)workers * classes * classes > VoteTable.MaxCells)
        {
            throw new ArgumentOutOfRangeException(nameof(workers), workers, $"Workers × classes² may not pass {VoteTable.MaxCells}.");
        }

        if (_totals.Length < workers * classes)
        {
            var room = (int)Math.Min(Math.Max(workers, 2L * Workers), VoteTable.MaxCells / (classes * classes));
            Array.Resize(ref _totals, room * classes);
            Array.Resize(ref _cells, room * classes * classes);
        }

        Workers = workers;
    }

    public void Clear()
    {
        Array.Clear(_cells);
        Array.Clear(_totals);
    }

    /// <summary>One answer more (sign 1) or less (sign -1), spread over the classes.</summary>
    public void Count(int worker, int label, ReadOnlySpan<double> posterior, int sign)
    {
        var cells = _cells.AsSpan(((worker * classes) + label) * classes, classes);
        var totals = _totals.AsSpan(worker * classes, classes);
        for (var truth = 0; truth < classes; truth++)
        {
            // A count taken back never leaves less than nothing of rounding.
            cells[truth] = Math.Max(0, cells[truth] + (sign * posterior[truth]));
            totals[truth] = Math.Max(0, totals[truth] + (sign * posterior[truth]));
        }
    }

    /// <summary>Adds the logarithms of the probabilities of an answer under each class, the item's own answers counted by its posterior.</summary>
    public void AddLogs(int worker, int label, ReadOnlySpan<double> own, Span<double> logs)
    {
        var cells = _cells.AsSpan(((worker * classes) + label) * classes, classes);
        var totals = _totals.AsSpan(worker * classes, classes);
        var spread = (classes * options.Smoothing) + options.Diagonal;
        for (var truth = 0; truth < classes; truth++)
        {
            var kept = cells[truth] + own[truth] + options.Smoothing + (truth == label ? options.Diagonal : 0);
            logs[truth] += Logarithm.Of(kept / (totals[truth] + own[truth] + spread));
        }
    }

    public double Confusion(int worker, int truth, int label)
    {
        var kept = worker < Workers ? _cells[(((worker * classes) + label) * classes) + truth] : 0;
        var total = worker < Workers ? _totals[(worker * classes) + truth] : 0;
        var spread = (classes * options.Smoothing) + options.Diagonal;
        return spread + total == 0 ? 1.0 / classes : (kept + options.Smoothing + (truth == label ? options.Diagonal : 0)) / (total + spread);
    }
}
