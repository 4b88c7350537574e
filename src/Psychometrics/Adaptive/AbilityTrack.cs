using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Beffroi.Psychometrics;

/// <summary>What the answers of one person say so far: likelihood and posterior on the grid, brought up to date answer after answer.
/// The sums stay in logarithms, so that no number of answers underflows, and the four partial sums are added in a fixed order.</summary>
sealed class AbilityTrack
{
    readonly CompiledBank _bank;
    readonly double[] _logPrior;
    readonly double[] _logLikelihood;
    readonly double[] _points;
    readonly List<(int Item, int Score)> _answers = [];

    public AbilityTrack(CompiledBank bank, Quadrature prior)
    {
        (_bank, Prior) = (bank, prior);
        (_logPrior, _logLikelihood, _points, Weights) = (new double[bank.Stride], new double[bank.Stride], new double[bank.Stride], new double[bank.Stride]);
        prior.LogWeights.CopyTo(_logPrior);
        prior.Points.CopyTo(_points);
        // The padding has no likelihood, hence no weight in any sum.
        _logLikelihood.AsSpan(prior.Points.Length).Fill(double.NegativeInfinity);
        Update();
    }

    public Quadrature Prior { get; }

    public IReadOnlyList<(int Item, int Score)> Answers => _answers;

    /// <summary>Posterior probability of each point of the grid, then zeros.</summary>
    public double[] Weights { get; }

    /// <summary>Posterior mean, in logits.</summary>
    public double Mean { get; private set; }

    /// <summary>Posterior standard deviation, in logits.</summary>
    public double StandardDeviation { get; private set; }

    /// <summary>Whether every answer has the lowest score, or every answer the highest; also true before any answer.</summary>
    public bool IsExtreme => _answers.TrueForAll(a => a.Score == 0) || _answers.TrueForAll(a => a.Score == _bank.Model(a.Item).MaxScore);

    public void Add(int item, int score)
    {
        _answers.Add((item, score));
        var likelihood = Fours(_logLikelihood);
        var curve = MemoryMarshal.Cast<double, Vector256<double>>(_bank.LogCurve(item, score));
        for (var i = 0; i < likelihood.Length; i++)
        {
            likelihood[i] += curve[i];
        }

        Update();
    }

    /// <summary>Posterior average of a function given by its values on the grid.</summary>
    public double Average(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        for (var k = 0; k < values.Length; k++)
        {
            sum += Weights[k] * values[k];
        }

        return sum;
    }

    /// <summary>The likelihood on the grid, scaled so that its points sum to 1, then zeros.</summary>
    public void Likelihood(Span<double> likelihood)
    {
        var total = LogSpace.Sum(_logLikelihood);
        for (var k = 0; k < likelihood.Length; k++)
        {
            likelihood[k] = Math.Exp(_logLikelihood[k] - total);
        }
    }

    /// <summary>The highest point of the likelihood on the grid, or of the posterior.</summary>
    public int Peak(bool posterior)
    {
        var best = 0;
        for (var k = 1; k < Prior.Points.Length; k++)
        {
            best = Height(k) > Height(best) ? k : best;
        }

        return best;

        double Height(int k) => _logLikelihood[k] + (posterior ? _logPrior[k] : 0);
    }

    public Posterior ToPosterior()
    {
        var log = new double[Prior.Points.Length];
        for (var k = 0; k < log.Length; k++)
        {
            log[k] = _logPrior[k] + _logLikelihood[k];
        }

        return Posterior.Of(Prior, log);
    }

    void Update()
    {
        var likelihood = Fours(_logLikelihood);
        var prior = Fours(_logPrior);
        var points = Fours(_points);
        var weights = Fours(Weights);
        var highest = Vector256.Create(double.NegativeInfinity);
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = likelihood[i] + prior[i];
            highest = Vector256.Max(highest, weights[i]);
        }

        var top = Vector256.Create(Math.Max(Math.Max(highest[0], highest[1]), Math.Max(highest[2], highest[3])));
        var (mass, first) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = Vector256.Exp(weights[i] - top);
            mass += weights[i];
            first += weights[i] * points[i];
        }

        var total = Sum(mass);
        Mean = Sum(first) / total;
        var (mean, scale, second) = (Vector256.Create(Mean), Vector256.Create(1 / total), Vector256<double>.Zero);
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] *= scale;
            var distance = points[i] - mean;
            second += weights[i] * distance * distance;
        }

        StandardDeviation = Math.Sqrt(Sum(second));
    }

    static Span<Vector256<double>> Fours(double[] row) => MemoryMarshal.Cast<double, Vector256<double>>(row.AsSpan());

    static double Sum(Vector256<double> four) => four[0] + four[1] + (four[2] + four[3]);
}
