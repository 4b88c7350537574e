using BenchmarkDotNet.Attributes;

namespace Beffroi.Psychometrics.Bench;

/// <summary>Ability and error of one person from 60 answers on 121 points: the library against an independent, plain
/// implementation on the same answers, with items taken as known and with uncertain items.</summary>
[MemoryDiagnoser]
public class PosteriorBench
{
    static readonly Quadrature Prior = Quadrature.Normal();
    Response[] _responses = [];

    [Params(false, true)]
    public bool UncertainItems { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        var chance = new Random(60);
        _responses = [.. Enumerable.Range(0, 60).Select(_ => new Response(
            new UncertainItem
            {
                Difficulty = (4 * chance.NextDouble()) - 2,
                DifficultySd = UncertainItems ? 0.6 : 0,
                LogDiscrimination = 0.18,
                LogDiscriminationSd = UncertainItems ? 0.3 : 0,
            },
            chance.NextDouble() < 0.6))];
        var (mean, sd) = PlainPosterior.Of(_responses);
        var ours = Posterior.Given(Prior, _responses);
        if (Math.Abs(ours.Mean - mean) > 1e-4 || Math.Abs(ours.StandardDeviation - sd) > 1e-4)
        {
            throw new InvalidOperationException("The two implementations disagree: their times cannot be compared.");
        }
    }

    [Benchmark(Baseline = true)]
    public double Plain() => PlainPosterior.Of(_responses).Mean;

    [Benchmark]
    public double Library() => Posterior.Given(Prior, _responses).Mean;
}
