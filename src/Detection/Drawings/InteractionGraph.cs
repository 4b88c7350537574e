namespace Beffroi.Detection;

/// <summary>An account of the graph.</summary>
/// <param name="Account">Its identifier.</param>
/// <param name="Received">Times it was repeated or quoted by others: its size.</param>
/// <param name="Given">Times it repeated or quoted others.</param>
/// <param name="Community">From 0.</param>
/// <param name="X">Place, within ± (200 + 300·ln n).</param>
/// <param name="Y">Place.</param>
/// <param name="First">Its first interaction.</param>
/// <param name="Last">Its last interaction.</param>
public sealed record InteractionNode(string Account, int Received, int Given, int Community, double X, double Y, DateTimeOffset First, DateTimeOffset Last);

/// <summary>All that one account repeats of another.</summary>
/// <param name="From">Index of who repeats.</param>
/// <param name="To">Index of the author.</param>
/// <param name="Reposts">Reposts.</param>
/// <param name="Quotes">Quotes.</param>
/// <param name="Weight">½ · 1 / (S(to) + S(from)) + ½ · size / greatest size, where S is what an account received in all and size is reposts + quotes; ]0, 1].</param>
/// <param name="First">The first time.</param>
/// <param name="Last">The last time.</param>
public sealed record InteractionEdge(int From, int To, int Reposts, int Quotes, double Weight, DateTimeOffset First, DateTimeOffset Last)
{
    /// <summary>Reposts and quotes.</summary>
    public int Size => Reposts + Quotes;
}

/// <summary>Who repeats whom: edges go from the account that repeats to the author. Same interactions and seed: same graph, to the last coordinate.</summary>
public sealed record InteractionGraph
{
    /// <summary>Accounts, by identifier.</summary>
    public required IReadOnlyList<InteractionNode> Nodes { get; init; }

    /// <summary>Edges, by (from, to).</summary>
    public required IReadOnlyList<InteractionEdge> Edges { get; init; }

    /// <summary>What happened, in order, to play it again.</summary>
    public required IReadOnlyList<Interaction> Replay { get; init; }

    /// <summary>Builds the graph: links to oneself dropped, sources too old or too little repeated left out, communities by Leiden on the weights without direction, places by
    /// <see cref="ForceLayout"/>.</summary>
    /// <param name="interactions">In any order.</param>
    /// <param name="options">Null for the defaults.</param>
    public static InteractionGraph Of(IEnumerable<Interaction> interactions, InteractionGraphOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(interactions);
        var asked = options ?? new();
        var others = interactions.Where(i => !string.Equals(i.From, i.To, StringComparison.Ordinal)).ToArray();
        var until = asked.Until ?? others.Select(i => i.At).DefaultIfEmpty().Max();
        var kept = others.Where(i => i.At <= until && (asked.MaximumAge is not { } age || until - i.SourceAt <= age)).GroupBy(i => i.SourceId, StringComparer.Ordinal)
            .Where(g => g.Count() >= asked.MinimumReposts).SelectMany(g => g)
            .OrderBy(i => i.At).ThenBy(i => i.From, StringComparer.Ordinal).ThenBy(i => i.SourceId, StringComparer.Ordinal).ThenBy(i => i.Quote).ToArray();
        string[] accounts = [.. kept.SelectMany(i => new[] { i.From, i.To }).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var place = accounts.Select((a, at) => (a, at)).ToDictionary(p => p.a, p => p.at, StringComparer.Ordinal);
        var received = kept.CountBy(i => place[i.To]).ToDictionary();
        var groups = kept.GroupBy(i => (From: place[i.From], To: place[i.To])).OrderBy(g => g.Key).ToArray();
        var greatest = groups.Select(g => g.Count()).DefaultIfEmpty(1).Max();
        InteractionEdge[] edges = [.. groups.Select(g => new InteractionEdge(g.Key.From, g.Key.To, g.Count(i => !i.Quote), g.Count(i => i.Quote),
            (0.5 / (received.GetValueOrDefault(g.Key.To) + received.GetValueOrDefault(g.Key.From))) + (0.5 * g.Count() / greatest), g.Min(i => i.At), g.Max(i => i.At)))];
        return new() { Nodes = Placed(accounts, kept, edges, asked), Edges = edges, Replay = kept };
    }

    static InteractionNode[] Placed(string[] accounts, Interaction[] kept, InteractionEdge[] edges, InteractionGraphOptions options)
    {
        var links = edges.GroupBy(e => (Math.Min(e.From, e.To), Math.Max(e.From, e.To))).Select(g => new WeightedLink(g.Key.Item1, g.Key.Item2, g.Sum(e => e.Weight))).ToArray();
        var communities = Leiden.Communities(accounts.Length, links, resolution: options.Resolution, seed: options.Seed);
        var places = ForceLayout.Places(accounts.Length, links, options.LayoutTurns, options.Seed);
        var received = kept.CountBy(i => i.To, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var given = kept.CountBy(i => i.From, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var spans = new Dictionary<string, (DateTimeOffset First, DateTimeOffset Last)>(StringComparer.Ordinal);
        foreach (var (account, at) in kept.SelectMany(i => new[] { (i.From, i.At), (i.To, i.At) }))
        {
            var (first, last) = spans.GetValueOrDefault(account, (at, at));
            spans[account] = (at < first ? at : first, at > last ? at : last);
        }

        return [.. accounts.Select((a, at) => new InteractionNode(
            a, received.GetValueOrDefault(a), given.GetValueOrDefault(a), communities[at], places[at].X, places[at].Y, spans[a].First, spans[a].Last))];
    }
}
