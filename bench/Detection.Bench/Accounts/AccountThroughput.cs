using System.Diagnostics;
using System.Globalization;

namespace Beffroi.Detection.Bench;

/// <summary>Accounts by second of processor, from JSONL of Twitter v1.1 objects of 1.7 KB to their score: what a busy machine does not change. <c>accounts [COUNT] [MODEL]</c></summary>
static class AccountThroughput
{
    public static void Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200_000;
        var lines = InventedAccounts.Lines(count, seed: 1);
        var model = args.Length > 1 ? Read(args[1]) : InventedModel.Make(bags: 10, treesByBag: 16, leaves: 64, seed: 2);
        var explainer = new ScoreExplainer(model);
        Console.WriteLine($"{count} accounts, {lines.Length / (double)count:0} bytes each, {model.Profile?.Trees.TreeCount} trees, {model.Profile?.Trees.NodeCount} nodes");
        for (var pass = 0; pass < 3; pass++)
        {
            Say("read", lines, count, record => record.Account.Posts ?? 0);
            Say("read, features", lines, count, record => Features(record.Account, model));
            Say("read, score", lines, count, record => model.Score(record.Account, null, 0.1).Probability);
            Say("read, score, explain (1 in 50)", lines, count / 50, record => explainer.Explain(record.Account, null, 0.1).BaseProbability);
        }

        var one = AccountReader.Read(new MemoryStream(lines)).First().Value!.Account;
        var times = Enumerable.Range(0, 2000).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            explainer.Explain(one, null, 0.1);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }).Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one account scored and explained: p50 {times[1000]:0.000} ms, p99 {times[1980]:0.000} ms"));
    }

    static void Say(string what, byte[] lines, int most, Func<AccountRecord, double> work)
    {
        using var process = Process.GetCurrentProcess();
        var (start, sum, read) = (process.TotalProcessorTime, 0.0, 0);
        using var stream = new MemoryStream(lines);
        foreach (var step in AccountReader.Read(stream))
        {
            sum += work(step.Value!);
            if (++read == most)
            {
                break;
            }
        }

        process.Refresh();
        var seconds = (process.TotalProcessorTime - start).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {read / seconds:0} accounts by processor second ({seconds * 1e6 / read:0.0} µs each; {sum:0.###})"));
    }

    static double Features(Account account, AutomationModel model)
    {
        Span<float> features = stackalloc float[AccountFeatures.Count];
        AccountFeatures.Fill(account, null, model.Handles, features);
        return features[0];
    }

    static AutomationModel Read(string path)
    {
        using var file = File.OpenRead(path);
        return AutomationModel.Read(file);
    }
}
