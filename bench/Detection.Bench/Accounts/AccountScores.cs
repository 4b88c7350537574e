using BenchmarkDotNet.Attributes;

namespace Beffroi.Detection.Bench;

/// <summary>Accounts from JSONL of Twitter v1.1 objects of 1.7 KB to their score, on one core, with and without reasons; and one account by itself. 4,000 accounts by operation.</summary>
[MemoryDiagnoser]
public class AccountScores
{
    const int Accounts = 4_000;

    AutomationModel _model = null!;
    ScoreExplainer _explainer = null!;
    byte[] _lines = [];
    Account _one = null!;

    [Params(160, 300)]
    public int Trees { get; set; }

    [GlobalSetup]
    public void Invent()
    {
        _lines = InventedAccounts.Lines(Accounts, seed: 1);
        _model = InventedModel.Make(bags: 10, Trees / 10, leaves: 64, seed: 2);
        _explainer = new(_model);
        using var stream = new MemoryStream(_lines);
        _one = AccountReader.Read(stream).First().Value!.Account;
    }

    [Benchmark(OperationsPerInvoke = Accounts)]
    public double ReadAndScore()
    {
        using var stream = new MemoryStream(_lines);
        return AccountReader.Read(stream).Sum(s => s.Value is { } record ? _model.Score(record.Account, null, 0.1).Probability : 0);
    }

    [Benchmark(OperationsPerInvoke = Accounts)]
    public double ReadScoreAndExplain()
    {
        using var stream = new MemoryStream(_lines);
        return AccountReader.Read(stream).Sum(s => s.Value is { } record ? _explainer.Explain(record.Account, null, 0.1).Contributions[0].LogOdds : 0);
    }

    [Benchmark]
    public double OneScore() => _model.Score(_one, null, 0.1).Probability;

    [Benchmark]
    public double OneExplanation() => _explainer.Explain(_one, null, 0.1).Contributions[0].LogOdds;
}
