using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Beffroi.Encyclopedia.Peers;
using Beffroi.Phone;

namespace Beffroi.Chat.Fanout;

/// <summary>Each server in turn, in each run: a steady talk, then a burst by one person. Whoever is not measured does nothing meanwhile.</summary>
sealed class Comparison(Plan plan, IReadOnlyList<Func<Peer>> kinds)
{
    const string Mark = "mark:";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly List<Measured> _measured = [];

    public async Task Run(CancellationToken ct)
    {
        var busy = new Busyness();
        var peers = kinds.Select(k => k()).ToList();
        try
        {
            foreach (var peer in peers)
            {
                await peer.Start(Math.Max(plan.Clients, plan.BurstClients), ct);
            }

            for (var run = 0; run <= plan.Runs; run++)
            {
                foreach (var peer in peers)
                {
                    // The first is to warm: compiled code, open files.
                    var steady = await Talk(peer, run, burst: false, ct);
                    var burst = await Talk(peer, run, burst: true, ct);
                    if (run > 0)
                    {
                        _measured.AddRange([steady, burst]);
                    }
                }
            }
        }
        finally
        {
            foreach (var peer in peers)
            {
                await peer.DisposeAsync();
            }
        }

        Print();
        Say($"The machine’s {Environment.ProcessorCount} processors were busy {busy.Share():P0} of the time, this measure included.");
    }

    async Task<Measured> Talk(Peer peer, int run, bool burst, CancellationToken ct)
    {
        var (clients, messages) = burst ? (plan.BurstClients, plan.Burst) : (plan.Clients, plan.PerSecond * plan.Seconds);
        var waits = new ConcurrentBag<double>();
        var (reordered, last) = (0, new int[clients]);
        var joined = new List<IClient>(clients);
        try
        {
            for (var i = 0; i < clients; i++)
            {
                var own = i;
                joined.Add(await peer.Join(i, (2 * run) + (burst ? 1 : 0), text =>
                {
                    if (Read(text) is not { } sent)
                    {
                        return;
                    }

                    waits.Add(Stopwatch.GetElapsedTime(sent.At).TotalMilliseconds);
                    // One sender, so one order; in a steady talk each message has another sender.
                    if (burst && Interlocked.Exchange(ref last[own], sent.Number) > sent.Number)
                    {
                        Interlocked.Increment(ref reordered);
                    }
                }, ct));
            }

            await Task.Delay(TimeSpan.FromSeconds(2), ct);
            var (before, clock) = (ProcessorTime.Of(peer.Servers), Stopwatch.StartNew());
            for (var n = 1; n <= messages; n++)
            {
                await joined[burst ? 0 : n % clients].Send($"{Mark}{Stopwatch.GetTimestamp()}:{n}.", ct);
                if (!burst && TimeSpan.FromSeconds((double)n / plan.PerSecond) - clock.Elapsed is { Ticks: > 0 } early)
                {
                    await Task.Delay(early, ct);
                }
            }

            var expected = clients * messages;
            var waited = Stopwatch.StartNew();
            while (waits.Count < expected && waited.Elapsed < Patience)
            {
                await Task.Delay(20, ct);
            }

            var spent = ProcessorTime.Of(peer.Servers) - before;
            var sorted = waits.Order().ToList();
            var measured = new Measured(peer.Name, burst, expected, sorted.Count, reordered, sorted.Count / clock.Elapsed.TotalSeconds, spent * 1e6 / Math.Max(1, sorted.Count), At(sorted, 0.5), At(sorted, 0.95), Memory(peer.Servers), Load());
            Say($"run {run}, {(burst ? "burst" : "steady")}, {measured}");
            return measured;
        }
        finally
        {
            foreach (var client in joined)
            {
                await client.DisposeAsync();
            }
        }
    }

    static (long At, int Number)? Read(string text)
    {
        var from = text.IndexOf(Mark, StringComparison.Ordinal);
        return from >= 0 && text[(from + Mark.Length)..].Split('.')[0].Split(':') is [var at, var number] && long.TryParse(at, CultureInfo.InvariantCulture, out var sent) && int.TryParse(number, CultureInfo.InvariantCulture, out var n) ? (sent, n) : null;
    }

    void Print()
    {
        Console.WriteLine();
        Console.WriteLine("| act | | deliveries | lost | out of order | deliveries/s | processor by delivery, µs | p50, ms | p95, ms | RSS, MB | load average |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var of in _measured.GroupBy(m => (m.Burst, m.Name)).OrderBy(g => g.Key.Burst))
        {
            Say($"| {(of.Key.Burst ? $"burst of {plan.Burst} to {plan.BurstClients}" : $"{plan.Clients} clients, {plan.PerSecond}/s")} | {of.Key.Name} | {of.Sum(m => m.Expected)} | {of.Sum(m => m.Expected - m.Heard)} | {of.Sum(m => m.Reordered)} | {Spread(of, m => m.ByS)} | {Spread(of, m => m.Processor)} | {Spread(of, m => m.P50)} | {Spread(of, m => m.P95)} | {Spread(of, m => m.Memory)} | {Spread(of, m => m.LoadAverage)} |");
        }

        Console.WriteLine();
    }

    static string Spread(IEnumerable<Measured> runs, Func<Measured, double> figure)
    {
        var all = runs.Select(figure).Order().ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{(all[(all.Count - 1) / 2] + all[all.Count / 2]) / 2:0.0} ({all[0]:0.0}-{all[^1]:0.0})");
    }

    static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[(int)(share * (sorted.Count - 1))];

    // Resident pages of the servers and of all that they started, in megabytes: ejabberd’s script waits beside the machine that it runs.
    static double Memory(IReadOnlyList<int> servers) =>
        ProcessorTime.Family(servers).Sum(Resident) / 1024;

    static double Resident(int id)
    {
        try
        {
            return File.ReadLines($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/status").Where(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Sum(l => double.Parse(l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            // It has just ended.
            return 0;
        }
    }

    static double Load() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

sealed record Measured(string Name, bool Burst, int Expected, int Heard, int Reordered, double ByS, double Processor, double P50, double P95, double Memory, double LoadAverage)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}: {Heard} of {Expected} delivered, {Reordered} out of order, {ByS:0} /s, {Processor:0.0} µs of processor each, p50 {P50:0.0} ms, p95 {P95:0.0} ms, {Memory:0} MB, load {LoadAverage:0.0}");
}
