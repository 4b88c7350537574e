namespace Beffroi.Crowdsourcing;

/// <summary>Each person knows the answer with a probability of their own, and otherwise answers by their own habit, whatever the item (Hovy et al., 2013).
/// Variational, with the priors of the paper's program: knowing 0.5 to 0.5, habits 10 for each label. It begins with everybody knowing half
/// of the time and guessing evenly, in place of chance.</summary>
sealed class Mace
{
    const double KnowingPrior = 0.5;
    const double HabitPrior = 10;

    readonly VoteTable _votes;
    readonly double[] _posteriors;
    readonly double[] _knows;
    readonly double[] _guesses;

    // [worker × classes + label], times the weight of guessing.
    readonly double[] _habits;
    readonly double[] _knowing;
    readonly double[] _guessing;
    readonly double[] _said;

    Mace(VoteTable votes)
    {
        _votes = votes;
        _posteriors = Majority.Shares(votes);
        (_knows, _guesses, _knowing, _guessing) = (new double[votes.Workers], new double[votes.Workers], new double[votes.Workers], new double[votes.Workers]);
        (_habits, _said) = (new double[votes.Workers * votes.Classes], new double[votes.Workers * votes.Classes]);
        Array.Fill(_knows, 0.5);
        Array.Fill(_guesses, 0.5);
        Array.Fill(_habits, 1.0 / votes.Classes);
    }

    public static Aggregation Of(VoteTable votes, Course course)
    {
        var mace = new Mace(votes);
        while (course.Goes(mace.JudgeItems()))
        {
            mace.LearnPeople();
        }

        var shares = ClassShares.Of(votes, mace._posteriors, smoothing: 0);
        var confusions = mace.Confusions();
        return course.Result(AggregationMethod.Mace, votes, mace._posteriors, shares, mace.Skills(shares, confusions), confusions);
    }

    // Posteriors of the items, and how often each person is expected to have known or guessed.
    double JudgeItems()
    {
        Array.Clear(_knowing);
        Array.Clear(_guessing);
        Array.Clear(_said);
        var (classes, logLikelihood) = (_votes.Classes, 0.0);
        for (var item = 0; item < _votes.Items; item++)
        {
            var posterior = _posteriors.AsSpan(item * classes, classes);
            var workers = _votes.WorkersOf(item);
            var labels = _votes.LabelsOf(item);
            posterior.Fill(-Math.Log(classes));
            var guessed = 0.0;
            for (var at = 0; at < labels.Length; at++)
            {
                var guess = _guesses[workers[at]] * _habits[(workers[at] * classes) + labels[at]];
                guessed += Math.Log(guess);
                posterior[labels[at]] += Math.Log((_knows[workers[at]] + guess) / guess);
            }

            logLikelihood += guessed + Logarithm.Normalise(posterior);
            for (var at = 0; at < labels.Length; at++)
            {
                var (worker, cell) = (workers[at], (workers[at] * classes) + labels[at]);
                var knew = posterior[labels[at]] * _knows[worker] / (_knows[worker] + (_guesses[worker] * _habits[cell]));
                _knowing[worker] += knew;
                _guessing[worker] += 1 - knew;
                _said[cell] += 1 - knew;
            }
        }

        return logLikelihood;
    }

    void LearnPeople()
    {
        var classes = _votes.Classes;
        for (var worker = 0; worker < _votes.Workers; worker++)
        {
            var total = Digamma.Of(_knowing[worker] + _guessing[worker] + (2 * KnowingPrior));
            _knows[worker] = Math.Exp(Digamma.Of(_knowing[worker] + KnowingPrior) - total);
            _guesses[worker] = Math.Exp(Digamma.Of(_guessing[worker] + KnowingPrior) - total);
            var all = Digamma.Of(_guessing[worker] + (classes * HabitPrior));
            for (var label = 0; label < classes; label++)
            {
                _habits[(worker * classes) + label] = Math.Exp(Digamma.Of(_said[(worker * classes) + label] + HabitPrior) - all);
            }
        }
    }

    double[] Confusions()
    {
        var classes = _votes.Classes;
        var confusions = new double[_votes.Workers * classes * classes];
        for (var at = 0; at < confusions.Length; at++)
        {
            var (cell, truth) = (at / classes, at % classes);
            var (worker, label) = (cell / classes, cell % classes);
            var knows = (_knowing[worker] + KnowingPrior) / (_knowing[worker] + _guessing[worker] + (2 * KnowingPrior));
            var habit = (_said[cell] + HabitPrior) / (_guessing[worker] + (classes * HabitPrior));
            confusions[at] = (label == truth ? knows : 0) + ((1 - knows) * habit);
        }

        return confusions;
    }

    double[] Skills(double[] shares, double[] confusions)
    {
        var classes = _votes.Classes;
        var skills = new double[_votes.Workers];
        for (var worker = 0; worker < skills.Length; worker++)
        {
            for (var truth = 0; truth < classes; truth++)
            {
                skills[worker] += shares[truth] * confusions[(((worker * classes) + truth) * classes) + truth];
            }
        }

        return skills;
    }
}
