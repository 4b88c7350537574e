using System.Diagnostics;

namespace Beffroi.Psychometrics.Bench;

/// <summary>Adaptive tests by plain clocks: processor time of a thousand, time of a decision, bytes of a step.</summary>
static class AdaptiveMeasure
{
    static readonly (string Name, SelectionRule Rule)[] Rules =
    [
        ("MFI", new MaximumInformation()), ("MPWI", new WeightedInformation()), ("KL", new KullbackLeibler()), ("MEPV", new MinimumExpectedPosteriorVariance()),
    ];

    public static void Print()
    {
        Thousand();
        foreach (var (name, rule) in Rules)
        {
            Decision(name, rule);
        }

        foreach (var items in new[] { 100, 1000 })
        {
            Console.WriteLine($"{items} items: {BytesPerStep(items):0} bytes allocated per step");
        }
    }

    // The first run, cold, includes compiling the code just in time; the others do not.
    static void Thousand()
    {
        var bank = AdaptiveWorld.Bank(200);
        var answers = AdaptiveWorld.Answers(bank, 1000);
        for (var run = 0; run < 6; run++)
        {
            var (before, wall) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
            var test = new AdaptiveTest(bank);
            var items = answers.Sum(person => AdaptiveWorld.Run(test.Start(), person));
            var cpu = Process.GetCurrentProcess().TotalProcessorTime - before;
            Console.WriteLine(FormattableString.Invariant(
                $"1000 tests over 200 items, run {run}: {cpu.TotalSeconds:0.000} s CPU, {wall.Elapsed.TotalSeconds:0.000} s, {items / 1000.0} items each"));
        }
    }

    static void Decision(string name, SelectionRule rule)
    {
        var bank = AdaptiveWorld.Bank(500);
        var test = new AdaptiveTest(bank, new() { Selection = rule });
        var times = new List<double>();
        foreach (var person in AdaptiveWorld.Answers(bank, 300))
        {
            var session = test.Start();
            var start = Stopwatch.GetTimestamp();
            while (session.Next() is { } item)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
                start = Stopwatch.GetTimestamp();
                session.Answer(item.Id, person[AdaptiveWorld.Number(item)]);
            }
        }

        // The first tenth warms up; a decision is the update by an answer and the choice of the next item.
        var kept = times.Skip(times.Count / 10).Order().ToArray();
        Console.WriteLine(FormattableString.Invariant($"{name}, 500 items: p50 {kept[kept.Length / 2]:0.0} µs, p99 {kept[kept.Length * 99 / 100]:0.0} µs, {kept.Length} decisions"));
    }

    static double BytesPerStep(int items)
    {
        var bank = AdaptiveWorld.Bank(items);
        var (test, answers) = (new AdaptiveTest(bank, new() { MaximumLength = 40, Stops = [] }), AdaptiveWorld.Answers(bank, 20));
        var (bytes, steps) = (0L, 0);
        foreach (var person in answers)
        {
            var session = test.Start();
            var before = GC.GetAllocatedBytesForCurrentThread();
            steps += AdaptiveWorld.Run(session, person);
            bytes += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return bytes / (double)steps;
    }
}
