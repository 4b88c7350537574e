using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>The EM algorithm of <see cref="SpeedModel"/>. The mean speed is left free in each step and then carried into β, which
/// fits the same model in far fewer steps (parameter expansion: Liu, Rubin &amp; Wu, 1998, Biometrika 85, 755-770).</summary>
sealed class SpeedEstimation
{
    // Times read from a clock cannot be steadier than about one part in a hundred: it also keeps the likelihood bounded.
    const double LeastVariance = 1e-4;

    readonly (int Item, double Log)[][] _times;
    readonly int[] _answers;
    readonly double[] _beta;
    readonly double[] _variance;
    readonly double[] _speed;
    readonly double[] _speedVariance;

    public SpeedEstimation(ResponseTimeMatrix times, ResponseMatrix responses)
    {
        bool Kept(int person, int item) => times[person, item] > 0 && responses[person, item] > 0 && responses[person, item] == responses.MaxScores[item];
        var counts = Enumerable.Range(0, times.Items).Select(i => Enumerable.Range(0, times.Persons).Count(p => Kept(p, i))).ToArray();
        _answers = counts;
        _times = [.. Enumerable.Range(0, times.Persons).Select(p => Enumerable.Range(0, times.Items)
            .Where(i => counts[i] >= SpeedModel.FewestAnswers && Kept(p, i)).Select(i => (i, Math.Log(times[p, i]))).ToArray())];
        _beta = new double[times.Items];
        _variance = new double[times.Items];
        _speed = new double[times.Persons];
        _speedVariance = new double[times.Persons];
        UpdateItems();
        for (var i = 0; i < _variance.Length; i++)
        {
            _variance[i] = Math.Max(LeastVariance, _variance[i] / 2);
        }

        SpeedVariance = _answers.Any(n => n >= SpeedModel.FewestAnswers) ? _variance.Where((_, i) => _answers[i] >= SpeedModel.FewestAnswers).Average() : 0;
    }

    public double SpeedVariance { get; private set; }

    /// <summary>Posterior of each person's speed; returns the log-likelihood of the log times.</summary>
    public double Expect()
    {
        var likelihood = 0.0;
        for (var person = 0; person < _times.Length; person++)
        {
            var (precision, weighted, squares, logs) = (0.0, 0.0, 0.0, 0.0);
            foreach (var (item, log) in _times[person])
            {
                var slack = _beta[item] - log;
                precision += 1 / _variance[item];
                weighted += slack / _variance[item];
                squares += slack * slack / _variance[item];
                logs += Math.Log(2 * Math.PI * _variance[item]);
            }

            // With σ² the variance of speed, the times' covariance is D + σ² 1 1ᵀ: its inverse and determinant are those of rank one.
            var inflation = 1 + (SpeedVariance * precision);
            _speedVariance[person] = SpeedVariance / inflation;
            _speed[person] = _speedVariance[person] * weighted;
            likelihood -= (logs + Math.Log(inflation) + squares - (_speed[person] * weighted)) / 2;
        }

        return likelihood;
    }

    public void Maximise()
    {
        UpdateItems();
        var timed = Enumerable.Range(0, _times.Length).Where(person => _times[person].Length > 0).ToArray();
        if (timed.Length == 0)
        {
            return;
        }

        var mean = timed.Average(person => _speed[person]);
        SpeedVariance = timed.Average(person => ((_speed[person] - mean) * (_speed[person] - mean)) + _speedVariance[person]);
        for (var i = 0; i < _beta.Length; i++)
        {
            _beta[i] -= mean;
        }
    }

    public ImmutableArray<SpeedItem> Items(ImmutableArray<string> names) =>
        [.. names.Select((name, i) => _answers[i] < SpeedModel.FewestAnswers ? new SpeedItem(name, _answers[i], null, null) : new SpeedItem(name, _answers[i], _beta[i], 1 / Math.Sqrt(_variance[i])))];

    public ImmutableArray<PersonSpeed> Persons() =>
        [.. _times.Select((times, person) => new PersonSpeed(times.Length, _speed[person], Math.Sqrt(_speedVariance[person])))];

    // β: mean of log t + τ; 1/α²: mean of the squared rest, what is unknown of τ included.
    void UpdateItems()
    {
        Array.Clear(_beta);
        Array.Clear(_variance);
        foreach (var (person, item, log) in Answers())
        {
            _beta[item] += (log + _speed[person]) / _answers[item];
        }

        foreach (var (person, item, log) in Answers())
        {
            var rest = log - _beta[item] + _speed[person];
            _variance[item] += ((rest * rest) + _speedVariance[person]) / _answers[item];
        }

        for (var i = 0; i < _variance.Length; i++)
        {
            _variance[i] = Math.Max(LeastVariance, _variance[i]);
        }
    }

    IEnumerable<(int Person, int Item, double Log)> Answers() =>
        from person in Enumerable.Range(0, _times.Length) from time in _times[person] select (person, time.Item, time.Log);
}
