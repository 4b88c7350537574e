using System.Diagnostics;
using System.Globalization;

namespace Beffroi.Detection.Bench;

/// <summary>Recall and false alarms on invented populations. <c>dotnet artifacts/bin/Detection.Bench/release/Detection.Bench.dll coordination [people] [seeds] [minutes]</c>.</summary>
static class CoordinationQuality
{
    public static void Run(string[] arguments)
    {
        if (arguments is ["file", var path, var seconds])
        {
            File(path, int.Parse(seconds, CultureInfo.InvariantCulture));
            return;
        }

        if (arguments is ["fusion", var many, var times])
        {
            Fusion(int.Parse(many, CultureInfo.InvariantCulture), int.Parse(times, CultureInfo.InvariantCulture));
            return;
        }

        if (arguments is ["layout", var nodes])
        {
            var draw = new Random(1);
            WeightedLink[] links = [.. Enumerable.Range(0, 3 * int.Parse(nodes, CultureInfo.InvariantCulture)).Select(_ => (A: draw.Next(int.Parse(nodes, CultureInfo.InvariantCulture)), B: draw.Next(int.Parse(nodes, CultureInfo.InvariantCulture)))).Where(l => l.A != l.B).Select(l => new WeightedLink(l.A, l.B, 1))];
            for (var turn = 0; turn < 3; turn++)
            {
                var time = Stopwatch.StartNew();
                ForceLayout.Places(int.Parse(nodes, CultureInfo.InvariantCulture), links);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"layout of {nodes} nodes, {links.Length} links: {time.Elapsed.TotalSeconds:0.00} s"));
                time.Restart();
                var communities = Leiden.Communities(int.Parse(nodes, CultureInfo.InvariantCulture), links);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"communities: {communities.Max() + 1}, {time.Elapsed.TotalSeconds:0.00} s"));
            }

            return;
        }

        var people = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 10_000;
        var seeds = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 3;
        var minutes = arguments.Contains("minutes");
        var rows = new Dictionary<string, List<double[]>>();
        string[] groups = [.. SharingWorld.Plan.Select(p => p.Name)];
        for (var seed = 1; seed <= seeds; seed++)
        {
            var world = new SharingWorld(people, seed, minutes: minutes, planted: arguments.Contains("nobody") ? 0 : arguments.Contains("many") ? 8 : 1);
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
                double Recall(string group) => world.Groups.Where(g => g.Value == group).Select(g => set.Contains(g.Key) ? 1.0 : 0).DefaultIfEmpty().Average();
                (rows.TryGetValue(name, out var list) ? list : rows[name] = []).Add(
                    [(double)set.Count(a => a[0] == 'p' && char.IsAsciiDigit(a[1])) / people, world.Groups.Keys.Count(set.Contains) / Math.Max(1.0, world.Groups.Count), .. groups.Select(Recall)]);
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
        ("weight 0", new() { MinimumWeight = 0 }),
        ("weight 1.5", new() { MinimumWeight = 1.5 }),
        ("rate of ties only", new() { AccountRate = false }),
        ("weight 0, ties only", new() { AccountRate = false, MinimumWeight = 0 }),
        ("affinity 1", new() { Model = ChanceModel.Affinity, Dispersion = 1 }),
        ("affinity 3", new() { Model = ChanceModel.Affinity, Dispersion = 3 }),
        ("no discount", new() { DiscountPopular = false }),
        ("all pairs (core 1)", new() { Core = 1 }),
        ("no pairs", new() { StrongTie = double.PositiveInfinity }),
        ("strong tie 3", new() { StrongTie = 3 }),
        ("strong tie 6", new() { StrongTie = 6 }),
        ("core 3", new() { Core = 3 }),
        ("rate 5 %", new() { FalseDiscoveryRate = 0.05 }),
        ("rate 0.1 %", new() { FalseDiscoveryRate = 0.001 }),
        ("3 objects", new() { MinimumObjects = 3 }),
        ("hypergeometric", new() { Model = ChanceModel.Hypergeometric }),
        ("centrality 20 %", new() { CentralityQuantile = 0.2 }),
    ];

    // Three traces of the same population: a planted account leaves each of them with its own chance, so that none of them sees all.
    static void Fusion(int people, int seeds)
    {
        var rows = new Dictionary<string, List<(double False, double Recall)>>();
        for (var seed = 1; seed <= seeds; seed++)
        {
            var worlds = Enumerable.Range(0, 3).Select(t => new SharingWorld(people, (100 * seed) + t, minutes: true)).ToArray();
            Trace[] names = [Trace.Url, Trace.Text, Trace.HashtagSequence];
            // Half of what planted accounts do together is left in each trace.
            var coin = new Random(seed);
            var traces = worlds.Select(w => Joined(w.Shares.Where(s => !w.Groups.ContainsKey(s.AccountId) || s.ObjectId.StartsWith("own", StringComparison.Ordinal) || coin.NextDouble() < 0.5), 60)).ToArray();
            for (var t = 0; t < 3; t++)
            {
                Add(names[t].ToString(), CoordinationAnalysis.Run(traces[t].Item1, traces[t].Item2));
            }

            foreach (var rule in Enum.GetValues<FusionRule>())
            {
                Add(rule.ToString(), TraceFusion.Run([.. traces.Select((t, i) => new TraceNetwork(names[i], t.Item1, t.Item2))], null, rule));
            }

            void Add(string name, CoordinationFindings found)
            {
                var set = found.Clusters.SelectMany(c => c.Members).ToHashSet(StringComparer.Ordinal);
                (rows.TryGetValue(name, out var list) ? list : rows[name] = []).Add(
                    ((double)set.Count(a => !worlds[0].Groups.ContainsKey(a)) / people, worlds[0].Groups.Keys.Count(set.Contains) / (double)worlds[0].Groups.Count));
            }
        }

        foreach (var (name, values) in rows)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-18} false {values.Average(v => v.False):0.0000} recall {values.Average(v => v.Recall):0.00}"));
        }
    }

    // The four columns of a file of shares, without quotes.
    static void File(string path, int window)
    {
        using var zip = new System.IO.Compression.GZipStream(System.IO.File.OpenRead(path), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(zip);
        var shares = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Trim('\r').Split(','))
            .Select(f => new Share(f[0], f[1], f[2], long.Parse(f[3], CultureInfo.InvariantCulture))).ToArray();
        var (network, census) = Joined(shares, window);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{shares.Length} shares, {census.Activity.Count} accounts, {census.Popularity.Sum(p => p.Value)} objects, {network.Ties.Count} ties, {network.Ties.Count(t => t.Objects > 1)} of two objects or more"));
        foreach (var least in new[] { 1, 2, 3, 5 })
        {
            Console.WriteLine($"  objects ≥ {least}: {network.Ties.Where(t => t.Objects >= least).SelectMany(t => new[] { t.First, t.Second }).Distinct().Count()} accounts");
        }

        foreach (var (name, options) in Variants)
        {
            var found = CoordinationAnalysis.Run(network, census, options);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-24} background {found.Background:e2}, {found.Ties.Count(t => t.Significant)} significant, {found.Kept.Count()} kept, {found.Clusters.Sum(c => c.Members.Count)} accounts in {found.Clusters.Count} clusters: {string.Join(' ', found.Clusters.Take(8).Select(c => c.Members.Count))}"));
        }
    }

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
