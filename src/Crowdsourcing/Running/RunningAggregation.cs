namespace Beffroi.Crowdsourcing;

/// <summary>Dawid-Skene that goes on while answers come (incremental EM: Neal &amp; Hinton, 1998, in Learning in Graphical Models, 355-368).
/// A new answer takes its item's share out of the counts of the people concerned, settles the item again with their present skills, and puts
/// its share back: microseconds, whatever the number of items. What the answer teaches of a person reaches their other items when those are
/// looked at again (<see cref="Revisit"/>) or at the next <see cref="Refresh"/>, after which everything equals the batch to the bit.
/// Items and people are numbered by the caller from 0, and appear when they are first named. Not for several threads at once.</summary>
public sealed class RunningAggregation
{
    const int LocalRounds = 50;
    const double LocalWidth = 1e-10;

    readonly AggregationOptions _options;
    readonly SkillCounts _skills;
    readonly double[] _shares;
    readonly double[] _scratch;
    readonly double[] _zero;
    AnswerList[] _answers = [];
    double[] _posteriors = [];

    /// <summary>Begins without an answer.</summary>
    /// <param name="classes">Number of classes, from 1 to <see cref="VoteTable.MaxClasses"/>.</param>
    /// <param name="options">Settings of Dawid-Skene; null: <see cref="AggregationOptions.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of classes is out of its bounds.</exception>
    public RunningAggregation(int classes, AggregationOptions? options = null)
    {
        Classes = Require.Within(1, VoteTable.MaxClasses, classes);
        _options = options ?? AggregationOptions.Default;
        _skills = new(classes, _options);
        (_shares, _scratch, _zero) = (new double[classes], new double[classes], new double[classes]);
    }

    /// <summary>Begins with answers already given, aggregated as the batch does.</summary>
    /// <param name="votes">The answers.</param>
    /// <param name="options">Settings of Dawid-Skene; null: <see cref="AggregationOptions.Default"/>.</param>
    public static RunningAggregation Of(VoteTable votes, AggregationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(votes);
        var running = new RunningAggregation(votes.Classes, options);
        running.Grow(votes.Items, votes.Workers);
        foreach (var vote in votes.All())
        {
            running._answers[vote.Item].Add(vote.Worker, vote.Label);
            running.Votes++;
        }

        running.Refresh();
        return running;
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Items known: one more than the highest named.</summary>
    public int Items { get; private set; }

    /// <summary>People known: one more than the highest named.</summary>
    public int Workers => _skills.Workers;

    /// <summary>Answers held.</summary>
    public int Votes { get; private set; }

    /// <summary>Answers that an item has.</summary>
    /// <param name="item">The item, 0 or more; one never named has none.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int Answers(int item) => Known(item) ? _answers[item].Count : 0;

    /// <summary>Probability of each class of an item, summing to 1; without an answer, the share of each class. Valid until the next change.</summary>
    /// <param name="item">The item, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public ReadOnlySpan<double> Posterior(int item)
    {
        if (Answers(item) > 0)
        {
            return Row(item);
        }

        Prior(_scratch, _zero);
        Logarithm.Normalise(_scratch);
        return _scratch;
    }

    /// <summary>The most probable class of an item, the lowest of those tied; -1 without an answer.</summary>
    /// <param name="item">The item, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int Label(int item) => Answers(item) == 0 ? -1 : Highest.Of(Row(item));

    /// <summary>Probability that a person answers a label when the truth is a class; of somebody unknown, the prior.</summary>
    /// <param name="worker">The person, 0 or more.</param>
    /// <param name="truth">The class that is true, from 0.</param>
    /// <param name="label">The label answered, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A class does not exist, or the person is negative.</exception>
    public double Confusion(int worker, int truth, int label) =>
        _skills.Confusion(Require.Within(0, int.MaxValue, worker), Require.Within(0, Classes - 1, truth), Require.Within(0, Classes - 1, label));

    /// <summary>Takes one answer and settles its item again. False, and nothing changes, when this person has already answered this item.</summary>
    /// <param name="vote">The answer; its item and person may be new.</param>
    /// <exception cref="ArgumentOutOfRangeException">The item or person is negative, the label is not a class, or there would be more than <see cref="VoteTable.MaxCells"/> cells.</exception>
    public bool TryAdd(Vote vote)
    {
        Require.Within(0, int.MaxValue - 2, vote.Item, nameof(vote));
        Require.Within(0, int.MaxValue - 2, vote.Worker, nameof(vote));
        Require.Within(0, Classes - 1, vote.Label, nameof(vote));
        Grow(Math.Max(Items, vote.Item + 1), Math.Max(Workers, vote.Worker + 1));
        if (_answers[vote.Item].Of(vote.Worker) >= 0)
        {
            return false;
        }

        Withdraw(vote.Item);
        _answers[vote.Item].Add(vote.Worker, vote.Label);
        Votes++;
        Settle(vote.Item);
        return true;
    }

    /// <summary>Takes an answer back and settles its item again; false when there was none.</summary>
    /// <param name="item">The item, 0 or more.</param>
    /// <param name="worker">The person.</param>
    /// <exception cref="ArgumentOutOfRangeException">The item is negative.</exception>
    public bool Remove(int item, int worker)
    {
        if (!Known(item) || _answers[item].Of(worker) is not (>= 0 and var at))
        {
            return false;
        }

        Withdraw(item);
        _answers[item].RemoveAt(at);
        Votes--;
        Settle(item);
        return true;
    }

    /// <summary>Takes back all answers of a person, and settles their items again; gives the items concerned. Looks through every item.</summary>
    /// <param name="worker">The person.</param>
    public IReadOnlyList<int> RemoveWorker(int worker)
    {
        var concerned = new List<int>();
        for (var item = 0; item < Items; item++)
        {
            while (Remove(item, worker))
            {
                if (concerned.Count == 0 || concerned[^1] != item)
                {
                    concerned.Add(item);
                }
            }
        }

        return concerned;
    }

    /// <summary>Settles an item again with what is known of its people by now.</summary>
    /// <param name="item">The item, 0 or more; without an answer nothing happens.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public void Revisit(int item)
    {
        if (Answers(item) > 0)
        {
            Withdraw(item);
            Settle(item);
        }
    }

    /// <summary>All answers as a table.</summary>
    public VoteTable ToTable()
    {
        var votes = new Vote[Votes];
        var at = 0;
        for (var item = 0; item < Items; item++)
        {
            for (var i = 0; i < _answers[item].Count; i++)
            {
                votes[at++] = new(item, _answers[item].Worker(i), _answers[item].Label(i));
            }
        }

        return VoteTable.Of(Items, Workers, Classes, votes);
    }

    /// <summary>Aggregates everything anew, as <see cref="AggregationMethod.DawidSkene"/> does from the majority, and takes its figures: work for
    /// the night, or for the thousandth answer. Gives the batch.</summary>
    /// <param name="ct">Stops between two rounds; nothing has changed then.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Aggregation Refresh(CancellationToken ct = default)
    {
        var batch = Aggregator.Aggregate(ToTable(), AggregationMethod.DawidSkene, _options, ct: ct);
        _skills.Clear();
        Array.Clear(_shares);
        for (var item = 0; item < Items; item++)
        {
            if (_answers[item].Count > 0)
            {
                batch.Posterior(item).CopyTo(Row(item));
                Put(item, 1);
            }
        }

        return batch;
    }

    bool Known(int item) => Require.Within(0, int.MaxValue, item) < Items;

    Span<double> Row(int item) => _posteriors.AsSpan(item * Classes, Classes);

    void Grow(int items, int workers)
    {
        if ((long)items * Classes > VoteTable.MaxCells)
        {
            throw new ArgumentOutOfRangeException(nameof(items), items, $"Items × classes may not pass {VoteTable.MaxCells}.");
        }

        _skills.Grow(workers);
        if (items > _answers.Length)
        {
            var room = (int)Math.Min(Math.Max(items, 2L * _answers.Length), VoteTable.MaxCells / Classes);
            Array.Resize(ref _answers, room);
            Array.Resize(ref _posteriors, room * Classes);
        }

        Items = Math.Max(Items, items);
    }

    void Withdraw(int item)
    {
        if (_answers[item].Count > 0)
        {
            Put(item, -1);
        }
    }

    void Put(int item, int sign)
    {
        var posterior = Row(item);
        for (var at = 0; at < _answers[item].Count; at++)
        {
            _skills.Count(_answers[item].Worker(at), _answers[item].Label(at), posterior, sign);
        }

        for (var truth = 0; truth < Classes; truth++)
        {
            _shares[truth] = Math.Max(0, _shares[truth] + (sign * posterior[truth]));
        }
    }

    // The item's own answers teach of their people too, as in the batch: hence rounds, which end where the batch would leave the item.
    void Settle(int item)
    {
        if (_answers[item].Count == 0)
        {
            return;
        }

        var posterior = Row(item);
        posterior.Clear();
        for (var round = 0; round < LocalRounds; round++)
        {
            Prior(_scratch, posterior);
            for (var at = 0; at < _answers[item].Count; at++)
            {
                _skills.AddLogs(_answers[item].Worker(at), _answers[item].Label(at), posterior, _scratch);
            }

            Logarithm.Normalise(_scratch);
            var change = 0.0;
            for (var truth = 0; truth < Classes; truth++)
            {
                change = Math.Max(change, Math.Abs(_scratch[truth] - posterior[truth]));
                posterior[truth] = _scratch[truth];
            }

            if (change < LocalWidth)
            {
                break;
            }
        }

        Put(item, 1);
    }

    // Up to a constant, which the normalisation takes away.
    void Prior(Span<double> logs, ReadOnlySpan<double> own)
    {
        for (var truth = 0; truth < Classes; truth++)
        {
            logs[truth] = Logarithm.Of(_shares[truth] + own[truth] + _options.Smoothing);
        }
    }
}
