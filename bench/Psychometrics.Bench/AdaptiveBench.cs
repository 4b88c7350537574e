using BenchmarkDotNet.Attributes;

namespace Beffroi.Psychometrics.Bench;

/// <summary>One whole adaptive test, up to a standard error of 0.30.</summary>
[MemoryDiagnoser]
public class AdaptiveBench
{
    AdaptiveTest _test = new(AdaptiveWorld.Bank(1));
    int[] _answers = [];

    [Params(100, 200, 500, 1000)]
    public int Items { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        var bank = AdaptiveWorld.Bank(Items);
        (_test, _answers) = (new(bank), AdaptiveWorld.Answers(bank, 1)[0]);
    }

    [Benchmark]
    public int Session() => AdaptiveWorld.Run(_test.Start(), _answers);
}
