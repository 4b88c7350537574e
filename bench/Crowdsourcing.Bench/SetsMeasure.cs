using System.Diagnostics;
using System.Globalization;

namespace Beffroi.Crowdsourcing.Bench;

/// <summary>Every set of a folder: read and aggregated, ours and a plain program of the same method in turn (A-B-A-B), three times; the best of each
/// is kept. crowd-kit is Python and is not to be had here: the plain program stands for what one writes in an afternoon.</summary>
static class SetsMeasure
{
    const int Runs = 3;

    public static void Print(string folder)
    {
        string[] sets = [.. Directory.GetDirectories(folder).Where(d => File.Exists(Path.Combine(d, "label.csv"))).Order(StringComparer.Ordinal)];
        var methods = Enum.GetValues<AggregationMethod>();
        Console.WriteLine("set            labels   read ms " + string.Concat(methods.Select(m => $"{m,12}")) + "   plain DS   rounds");
        var totals = new double[methods.Length + 2];
        foreach (var set in sets)
        {
            var times = new double[totals.Length];
            Array.Fill(times, double.MaxValue);
            var (labels, rounds) = (0, 0);
            for (var run = 0; run < Runs; run++)
            {
                var file = Timed(ref times[0], () => Read(Path.Combine(set, "label.csv")));
                labels = file.Votes.Count;
                for (var at = 0; at < methods.Length; at++)
                {
                    var found = Timed(ref times[at + 1], () => Aggregator.Aggregate(file.Votes, methods[at]));
                    rounds = methods[at] == AggregationMethod.DawidSkene ? found.Iterations : rounds;
                }

                Timed(ref times[^1], () => PlainDawidSkene.Of([.. file.Votes.All()], file.Votes.Classes, rounds));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(set),-14} {labels,6} {times[0],9:F1} ") + string.Concat(times[1..].Select(t => t.ToString("F1", CultureInfo.InvariantCulture).PadLeft(12))) + $"{rounds,8}");
            for (var at = 0; at < totals.Length; at++)
            {
                totals[at] += times[at];
            }
        }

        Console.WriteLine("all, ms              " + string.Concat(totals.Select(t => t.ToString("F1", CultureInfo.InvariantCulture).PadLeft(12))));
    }

    static VoteFile Read(string path)
    {
        using var stream = File.OpenRead(path);
        return VoteFile.Read(stream);
    }

    static T Timed<T>(ref double best, Func<T> work)
    {
        var began = Stopwatch.GetTimestamp();
        var result = work();
        best = Math.Min(best, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        return result;
    }
}
