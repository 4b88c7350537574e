namespace Beffroi.Crowdsourcing;

/// <summary>Skill of people and ease of items (Whitehill et al., 2009): an answer is right with the probability 1 / (1 + exp(-skill · e^ease)),
/// and otherwise even over the other classes.
/// Skills and eases are normal around 1 and classes even beforehand, as in the paper's program. The maximisation is
/// one pass of damped Newton steps over the people, then over the items: it climbs as the paper's gradient does, and needs no rate.</summary>
sealed class Glad
{
    const double Middle = 1;
    const double LargestEase = 4;
    const double LargestSkill = 12;
    const double LargestStep = 1;

    readonly VoteTable _votes;
    readonly double[] _posteriors;
    readonly double[] _skills;

    // e^ease of each item.
    readonly double[] _eases;

    Glad(VoteTable votes)
    {
        _votes = votes;
        _posteriors = Majority.Shares(votes);
        (_skills, _eases) = (new double[votes.Workers], new double[votes.Items]);
        Array.Fill(_skills, Middle);
        Array.Fill(_eases, Math.E);
    }

    public static Aggregation Of(VoteTable votes, Course course)
    {
        var glad = new Glad(votes);
        do
        {
            glad.LearnPeople();
            glad.LearnItems();
        }
        while (course.Goes(glad.JudgeItems()));

        return course.Result(AggregationMethod.Glad, votes, glad._posteriors, ClassShares.Of(votes, glad._posteriors, smoothing: 0), [.. glad._skills.Select(s => Right(s * Math.E))], confusions: null);
    }

    void LearnPeople()
    {
        var gradients = new double[_votes.Workers];
        var curvatures = new double[_votes.Workers];
        for (var item = 0; item < _votes.Items; item++)
        {
            var ease = _eases[item];
            var workers = _votes.WorkersOf(item);
            var labels = _votes.LabelsOf(item);
            for (var at = 0; at < labels.Length; at++)
            {
                var right = Right(_skills[workers[at]] * ease);
                gradients[workers[at]] += (_posteriors[(item * _votes.Classes) + labels[at]] - right) * ease;
                curvatures[workers[at]] += right * (1 - right) * ease * ease;
            }
        }

        for (var worker = 0; worker < _skills.Length; worker++)
        {
            var step = (gradients[worker] + Middle - _skills[worker]) / (curvatures[worker] + 1);
            _skills[worker] = Math.Clamp(_skills[worker] + Math.Clamp(step, -LargestStep, LargestStep), -LargestSkill, LargestSkill);
        }
    }

    void LearnItems()
    {
        for (var item = 0; item < _votes.Items; item++)
        {
            var workers = _votes.WorkersOf(item);
            var labels = _votes.LabelsOf(item);
            var (gradient, curvature) = (0.0, 0.0);
            for (var at = 0; at < labels.Length; at++)
            {
                var slope = _skills[workers[at]] * _eases[item];
                var right = Right(slope);
                gradient += (_posteriors[(item * _votes.Classes) + labels[at]] - right) * slope;
                curvature += right * (1 - right) * slope * slope;
            }

            var ease = Math.Log(_eases[item]);
            var step = (gradient + Middle - ease) / (curvature + 1);
            _eases[item] = Math.Exp(Math.Clamp(ease + Math.Clamp(step, -LargestStep, LargestStep), -LargestEase, LargestEase));
        }
    }

    double JudgeItems()
    {
        var (classes, logLikelihood) = (_votes.Classes, 0.0);
        for (var item = 0; item < _votes.Items; item++)
        {
            var posterior = _posteriors.AsSpan(item * classes, classes);
            posterior.Fill(-Math.Log(classes));
            var workers = _votes.WorkersOf(item);
            var labels = _votes.LabelsOf(item);
            var wrong = 0.0;
            for (var at = 0; at < labels.Length; at++)
            {
                // Right against wrong is the slope itself, in logarithms; the wrong are shared by the other classes.
                var slope = _skills[workers[at]] * _eases[item];
                var miss = classes == 1 ? 0 : Logarithm.Of((1 - Right(slope)) / (classes - 1));
                posterior[labels[at]] += Logarithm.Of(Right(slope)) - miss;
                wrong += miss;
            }

            logLikelihood += wrong + Logarithm.Normalise(posterior);
        }

        return logLikelihood;
    }

    static double Right(double slope) => 1 / (1 + Math.Exp(-slope));
}
