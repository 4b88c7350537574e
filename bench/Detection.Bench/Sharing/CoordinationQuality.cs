using System.Diagnostics;
using System.Globalization;

namespace Beffroi.Detection.Bench;

/// <summary>Recall and false alarms on invented populations. <c>dotnet artifacts/bin/Detection.Bench/release/Detection.Bench.dll coordination [people] [seeds] [minutes]</c>.</summary>
static class CoordinationQuality
{
    public static void Run(string[] arguments)
    {
        var people = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 10_000;
        var seeds = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 3;
        var minutes = arguments.Contains("minutes");
        var rows = new Dictionary<string, List<double[]>>();
        string[] groups = [.. SharingWorld.Plan.Select(p => p.Name)];
        for (var seed = 1; seed <= seeds; seed++)
        {
            var world = new SharingWorld(people, seed, minutes: minutes);
            var clock = Stopwatch.StartNew();
            var (network, census) = Joined(world.Shares, 60);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {world.Shares.Count} shares, {network.Ties.Count} ties, {network.Ties.Count(t => t.Objects > 1)} of two objects or more, {clock.Elapsed.TotalSeconds:0.0} s"));
            foreach (var least in new[] { 2, 3, 5 })
            {
                Add($"objects ≥ {least}", network.Ties.Where(t => t.Objects >= least).SelectMany(t => new[] { t.First, t.Second }).Select(a => network.Accounts[a]));
            }

            foreach (var (name, options) in Variants)
            {
                clock.Restart();
                var found = CoordinationAnalysis.Run(network, census, options);
                Add(name, found.Clusters.SelectMany(c => c.Members));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: {clock.Elapsed.TotalSeconds:0.0} s, background {found.Background:e2}, {found.Clusters.Count} clusters"));
            }

            void Add(string name, IEnumerable<string> found)
            {
                var set = found.ToHashSet(StringComparer.Ordinal);
                double Recall(string group) => world.Groups.Where(g => g.Value == group).Average(g => set.Contains(g.Key) ? 1 : 0);
                (rows.TryGetValue(name, out var list) ? list : rows[name] = []).Add(
                    [(double)set.Count(a => a[0] == 'p' && char.IsAsciiDigit(a[1])) / people, world.Groups.Keys.Count(set.Contains) / (double)world.Groups.Count, .. groups.Select(Recall)]);
            }
        }

        Console.WriteLine($"{"",-28}{"false",8}{"recall",8}{string.Concat(groups.Select(g => $"{g,9}"))}");
        foreach (var (name, values) in rows)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28}{values.Average(v => v[0]),8:0.0000}{string.Concat(Enumerable.Range(1, groups.Length + 1).Select(i => string.Create(CultureInfo.InvariantCulture, $"{values.Average(v => v[i]),(9):0.00}")))}"));
        }
    }

    static readonly (string, CoordinationOptions)[] Variants =
    [
        ("default", new()),
        ("ties alone", new() { SuspectLevel = null }),
        ("suspect 1e-2", new() { SuspectLevel = 1e-2 }),
        ("suspect 1e-4", new() { SuspectLevel = 1e-4 }),
        ("affinity .3", new() { Model = ChanceModel.Affinity, Dispersion = 0.3 }),
        ("affinity 1", new() { Model = ChanceModel.Affinity, Dispersion = 1 }),
        ("affinity 3", new() { Model = ChanceModel.Affinity, Dispersion = 3 }),
        ("no discount", new() { DiscountPopular = false }),
        ("pairs kept (core 1)", new() { Core = 1, MinimumCluster = 2 }),
        ("core 3", new() { Core = 3, MinimumCluster = 4 }),
        ("rate 5 %", new() { FalseDiscoveryRate = 0.05 }),
        ("rate 0.1 %", new() { FalseDiscoveryRate = 0.001 }),
        ("3 objects", new() { MinimumObjects = 3 }),
        ("hypergeometric", new() { Model = ChanceModel.Hypergeometric }),
        ("centrality 20 %", new() { CentralityQuantile = 0.2 }),
    ];

    internal static (TieNetwork, ShareCensus) Joined(IEnumerable<Share> shares, int window)
    {
        var stream = new RunningCoordination(window);
        foreach (var share in shares.OrderBy(s => s.Timestamp))
        {
            stream.Add(share);
        }

        return (stream.Network(), stream.Census());
    }
}
