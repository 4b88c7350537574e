namespace Beffroi.Crowdsourcing;

/// <summary>Expectation-maximisation over a confusion for each person (Dawid &amp; Skene, 1979), from the majority. A person's confusion begins
/// with a prior that is the same for all, or with the confusion of all.</summary>
sealed class ConfusionRounds
{
    readonly VoteTable _votes;
    readonly AggregationOptions _options;
    readonly bool _pooled;
    readonly double[] _posteriors;
    readonly double[] _shares;

    // [(worker × classes + label) × classes + truth]: an answer touches one run of cells.
    readonly double[] _confusions;
    readonly double[] _logs;

    ConfusionRounds(VoteTable votes, AggregationOptions options, bool pooled)
    {
        (_votes, _options, _pooled) = (votes, options, pooled);
        _posteriors = Majority.Shares(votes);
        _shares = new double[votes.Classes];
        _confusions = new double[votes.Workers * votes.Classes * votes.Classes];
        _logs = new double[_confusions.Length];
    }

    public static Aggregation Of(VoteTable votes, Course course, bool pooled)
    {
        var rounds = new ConfusionRounds(votes, course.Options, pooled);
        do
        {
            rounds.LearnPeople();
        }
        while (course.Goes(rounds.JudgeItems()));

        rounds.FillUnanswered();
        return course.Result(pooled ? AggregationMethod.Pooled : AggregationMethod.DawidSkene, votes, rounds._posteriors, rounds._shares, rounds.Skills(), rounds._confusions);
    }

    void LearnPeople()
    {
        ClassShares.Estimate(_votes, _posteriors, _options.Smoothing, _shares);
        Array.Clear(_confusions);
        var classes = _votes.Classes;
        var starts = _votes.Starts;
        var workers = _votes.WorkerColumn;
        var labels = _votes.LabelColumn;
        for (var item = 0; item < _votes.Items; item++)
        {
            var posterior = _posteriors.AsSpan(item * classes, classes);
            for (var at = starts[item]; at < starts[item + 1]; at++)
            {
                var cells = _confusions.AsSpan(((workers[at] * classes) + labels[at]) * classes, classes);
                for (var truth = 0; truth < cells.Length; truth++)
                {
                    cells[truth] += posterior[truth];
                }
            }
        }

        var prior = _pooled ? PooledPrior() : PlainPrior();
        for (var worker = 0; worker < _votes.Workers; worker++)
        {
            ToProbabilities(_confusions.AsSpan(worker * classes * classes, classes * classes), prior);
        }

        for (var at = 0; at < _logs.Length; at++)
        {
            _logs[at] = Logarithm.Of(_confusions[at]);
        }
    }

    double JudgeItems()
    {
        var classes = _votes.Classes;
        var starts = _votes.Starts;
        var workers = _votes.WorkerColumn;
        var labels = _votes.LabelColumn;
        Span<double> shares = new double[classes];
        for (var truth = 0; truth < classes; truth++)
        {
            shares[truth] = Logarithm.Of(_shares[truth]);
        }

        var logLikelihood = 0.0;
        for (var item = 0; item < _votes.Items; item++)
        {
            if (starts[item] == starts[item + 1])
            {
                continue;
            }

            var posterior = _posteriors.AsSpan(item * classes, classes);
            shares.CopyTo(posterior);
            for (var at = starts[item]; at < starts[item + 1]; at++)
            {
                var cells = _logs.AsSpan(((workers[at] * classes) + labels[at]) * classes, classes);
                for (var truth = 0; truth < cells.Length; truth++)
                {
                    posterior[truth] += cells[truth];
                }
            }

            logLikelihood += Logarithm.Normalise(posterior);
        }

        return logLikelihood;
    }

    // Counts that a person begins with, [label × classes + truth].
    double[] PlainPrior()
    {
        var classes = _votes.Classes;
        var prior = new double[classes * classes];
        for (var at = 0; at < prior.Length; at++)
        {
            prior[at] = _options.Smoothing + (at / classes == at % classes ? _options.Diagonal : 0);
        }

        return prior;
    }

    // The confusion of all, as so many answers.
    double[] PooledPrior()
    {
        var size = _votes.Classes * _votes.Classes;
        var all = new double[size];
        for (var at = 0; at < _confusions.Length; at++)
        {
            all[at % size] += _confusions[at];
        }

        ToProbabilities(all, PlainPrior());
        for (var at = 0; at < size; at++)
        {
            all[at] *= _options.PooledWeight;
        }

        return all;
    }

    // For each truth, over the labels; even where there is nothing at all.
    void ToProbabilities(Span<double> counts, double[] prior)
    {
        var classes = _votes.Classes;
        for (var truth = 0; truth < classes; truth++)
        {
            var total = 0.0;
            for (var at = truth; at < counts.Length; at += classes)
            {
                total += counts[at] += prior[at];
            }

            for (var at = truth; at < counts.Length; at += classes)
            {
                counts[at] = total > 0 ? counts[at] / total : 1.0 / classes;
            }
        }
    }

    double[] Skills()
    {
        var classes = _votes.Classes;
        var skills = new double[_votes.Workers];
        for (var worker = 0; worker < skills.Length; worker++)
        {
            for (var truth = 0; truth < classes; truth++)
            {
                skills[worker] += _shares[truth] * _confusions[(((worker * classes) + truth) * classes) + truth];
            }
        }

        return skills;
    }

    void FillUnanswered()
    {
        for (var item = 0; item < _votes.Items; item++)
        {
            if (_votes.LabelsOf(item).IsEmpty)
            {
                _shares.CopyTo(_posteriors, item * _votes.Classes);
            }
        }
    }
}
