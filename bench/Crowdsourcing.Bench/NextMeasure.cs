using System.Diagnostics;

namespace Beffroi.Crowdsourcing.Bench;

/// <summary>The next item, with 100,000 items and a million answers: of anybody, and of somebody who has answered nearly everything.</summary>
static class NextMeasure
{
    public static void Print()
    {
        var (random, now) = (new Random(1), new DateTimeOffset(2026, 11, 26, 10, 0, 0, TimeSpan.Zero));
        var queue = new AssignmentQueue(new() { Wanted = 30 });
        var began = Stopwatch.GetTimestamp();
        for (var item = 0; item < 100_000; item++)
        {
            queue.Add(item);
        }

        for (var answers = 0; answers < 1_000_000;)
        {
            answers += queue.Restore(random.Next(100_000), random.Next(20_000)) ? 1 : 0;
        }

        Console.WriteLine($"filled in {Stopwatch.GetElapsedTime(began).TotalSeconds:F2} s");
        Measure("next item and its answer, 20,000 people", () => random.Next(20_000));

        // The worst case: everything at the front has been seen.
        for (var item = 0; item < 99_000; item++)
        {
            queue.Restore(item, 50_000);
        }

        Measure("next item and its answer, one who has seen 99 of 100", () => 50_000, 1_000);

        void Measure(string what, Func<int> who, int count = 100_000)
        {
            var durations = new double[count];
            for (var at = 0; at < count; at++)
            {
                var (worker, start) = (who(), Stopwatch.GetTimestamp());
                now = now.AddMilliseconds(50);
                if (queue.Next(worker, now, random) is { } offer)
                {
                    queue.Answer(offer.Item, worker, now);
                }

                durations[at] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }

            Durations.Print(what, durations);
        }
    }
}
