namespace Beffroi.Chat.Cases;

/// <summary>
/// The metrics of the convention (article 1, 2020), from whole logs: aggregates only ever leave this.
/// Cases that were joined are one manipulation, and so are those of two organisations that met the same things, whether they know of each other or not; it counts when the convention's five criteria are all a yes.
/// </summary>
public sealed record Manipulations
{
    /// <summary>Manipulations, qualified or not, but those that were closed as being none.</summary>
    public required int Detected { get; init; }

    /// <summary>The first metric of the convention.</summary>
    public required int Qualified { get; init; }

    /// <summary>Qualified, and a reaction was decided, to do nothing included.</summary>
    public required int Reacted { get; init; }

    /// <summary>Of those, how many were qualified before they were reacted to.</summary>
    public required int ReactedAfter { get; init; }

    /// <summary>Over those that were qualified; null where there is none.</summary>
    public required TimeSpan? MedianToQualify { get; init; }

    /// <summary>Over those that were qualified before they were reacted to.</summary>
    public required TimeSpan? MedianToReact { get; init; }

    /// <summary>The second metric of the convention, split as it asks.</summary>
    public required IReadOnlyDictionary<Sector, int> Reuses { get; init; }

    /// <summary>From sending to the first answer, over the dossiers that got one.</summary>
    public required TimeSpan? MedianPlatformAnswer { get; init; }

    public required int DossiersSent { get; init; }
    public required int DossiersAnswered { get; init; }

    public static Manipulations Of(IReadOnlyCollection<CaseLog> logs)
    {
        var states = logs.ToDictionary(l => l.Id, l => CaseState.Of(l.Events));
        var times = Counted(logs, states).Select(g => PhaseTimes.Of(g.SelectMany(l => l.Events), Convention.Five)).ToList();
        var qualified = times.Where(t => t.QualifiedAt is not null).ToList();
        var dossiers = states.Values.SelectMany(s => s.Dossiers).ToList();
        return new()
        {
            Detected = times.Count,
            Qualified = qualified.Count,
            Reacted = qualified.Count(t => t.ReactedAt is not null),
            ReactedAfter = qualified.Count(t => t.ToReact is not null),
            MedianToQualify = Median(qualified.Select(t => t.ToQualify)),
            MedianToReact = Median(qualified.Select(t => t.ToReact)),
            Reuses = Enum.GetValues<Sector>().ToDictionary(s => s, s => states.Values.Sum(c => c.Reuses.Count(r => r.Fact.Sector == s))),
            MedianPlatformAnswer = Median(dossiers.Select(d => d.CountedDelay)),
            DossiersSent = dossiers.Count,
            DossiersAnswered = dossiers.Count(d => d.Delay is not null),
        };
    }

    /// <summary>Those that count as a manipulation.</summary>
    public static IEnumerable<IReadOnlyList<CaseLog>> Counted(IReadOnlyCollection<CaseLog> logs, IReadOnlyDictionary<Guid, CaseState> states) => Groups(logs, states)
        // The case of an alert repeats another one of its sender: by itself it is no second manipulation.
        .Where(g => !g.All(l => !states[l.Id].Alerts.IsEmpty))
        .Where(g => !g.All(l => states[l.Id].Closed?.Fact.Outcome is CaseOutcome.NotManipulation));

    /// <summary>
    /// Cases that are one manipulation, directly or through others: joined, said in either log; an alert and the case that it was sent from; cases of different
    /// organisations with the same page or file, or two other things in common. An organisation that holds two cases apart has its reasons.
    /// </summary>
    public static IEnumerable<IReadOnlyList<CaseLog>> Groups(IReadOnlyCollection<CaseLog> logs, IReadOnlyDictionary<Guid, CaseState> states)
    {
        var leader = logs.ToDictionary(l => l.Id, l => l.Id);
        foreach (var (one, other) in logs.SelectMany(l => states[l.Id].Joined.Select(j => (l.Id, j.Fact.Other))).Where(p => leader.ContainsKey(p.Other)).Concat(Alerted(logs, states)).Concat(Twins(logs, states)))
        {
            leader[Lead(one)] = Lead(other);
        }

        return logs.GroupBy(l => Lead(l.Id)).Select(g => (IReadOnlyList<CaseLog>)[.. g]);

        Guid Lead(Guid id)
        {
            while (leader[id] != id)
            {
                leader[id] = leader[leader[id]];
                id = leader[id];
            }

            return id;
        }
    }

    /// <summary>The case of an alert says nothing of its origin; the origin names it, for those who sent it.</summary>
    static IEnumerable<(Guid, Guid)> Alerted(IReadOnlyCollection<CaseLog> logs, IReadOnlyDictionary<Guid, CaseState> states)
    {
        var alerts = logs.Where(l => !states[l.Id].Alerts.IsEmpty).ToDictionary(l => Addresses.Alert(Kit.Lang.French, l.Id), l => l, StringComparer.Ordinal);
        return logs.SelectMany(l => states[l.Id].Links.Where(k => k.Fact.Kind is ThingKind.Page && k.Author.Organisation is not null)
            .Where(k => alerts.TryGetValue(k.Fact.Href, out var alert) && alert.Events[0].Author.Organisation == k.Author.Organisation)
            .Select(k => (l.Id, alerts[k.Fact.Href].Id)));
    }

    static IEnumerable<(Guid, Guid)> Twins(IReadOnlyCollection<CaseLog> logs, IReadOnlyDictionary<Guid, CaseState> states)
    {
        var shared = new Dictionary<(Guid, Guid), int>();
        foreach (var same in logs.SelectMany(l => JoinProposals.Weights(states[l.Id]).Select(w => (w.Key, w.Weight, Log: l))).GroupBy(w => w.Key, StringComparer.Ordinal))
        {
            var those = same.OrderBy(s => s.Log.Id).ToList();
            // Something that everybody meets says nothing, and would cost all pairs.
            foreach (var (one, i) in those.Count > MostMeeting ? [] : those.Select((o, i) => (o, i)))
            {
                foreach (var other in those.Skip(i + 1).Where(o => o.Log.Events[0].Author.Organisation != one.Log.Events[0].Author.Organisation))
                {
                    var pair = (one.Log.Id, other.Log.Id);
                    shared[pair] = shared.GetValueOrDefault(pair) + one.Weight;
                }
            }
        }

        return shared.Where(p => p.Value >= JoinProposals.Enough).Select(p => p.Key);
    }

    const int MostMeeting = 50;

    /// <summary>The middle one, or the mean of the two in the middle.</summary>
    static TimeSpan? Median(IEnumerable<TimeSpan?> spans)
    {
        var sorted = spans.OfType<TimeSpan>().Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
