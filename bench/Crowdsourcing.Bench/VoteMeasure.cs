using System.Diagnostics;

namespace Beffroi.Crowdsourcing.Bench;

/// <summary>One new answer while 100,000 items and a million answers of 20,000 people stand.</summary>
static class VoteMeasure
{
    public static void Print()
    {
        var random = new Random(1);
        var truths = Enumerable.Range(0, 100_000).Select(_ => random.Next(6)).ToArray();
        var votes = Enumerable.Range(0, 1_000_000).Select(_ => Answer()).ToArray();
        var began = Stopwatch.GetTimestamp();
        var running = RunningAggregation.Of(VoteTable.Of(100_000, 20_000, 6, votes));
        Console.WriteLine($"a million answers aggregated from the start (a refresh): {Stopwatch.GetElapsedTime(began).TotalSeconds:F2} s");
        var durations = new double[100_000];
        for (var at = 0; at < durations.Length; at++)
        {
            var vote = Answer();
            began = Stopwatch.GetTimestamp();
            running.TryAdd(vote);
            durations[at] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        Durations.Print("one new answer", durations);

        Vote Answer()
        {
            var item = random.Next(truths.Length);
            return new(item, random.Next(20_000), random.NextDouble() < 0.8 ? truths[item] : random.Next(6));
        }
    }
}
