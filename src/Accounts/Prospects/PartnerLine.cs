using Beffroi.Kit;

namespace Beffroi.Accounts.Prospects;

public enum PartnerStage
{
    Prospect,
    FirstUse,
    Active,
    Dormant,
    Lost,
}

/// <summary>A partner as the board shows it: what the team wrote, what the service's own dates say, or both.</summary>
public sealed record PartnerLine
{
    /// <summary>Used in the last 90 days: the reading of the team, said on the page.</summary>
    public const int ActiveDays = 90;

    public required SitePart Part { get; init; }
    public required string Name { get; init; }
    public required string? Kind { get; init; }

    /// <summary>Null: they registered by themselves.</summary>
    public required Prospect? Prospect { get; init; }

    /// <summary>Null: not registered, or in a service that tells no use.</summary>
    public required PartnerUse? Use { get; init; }

    /// <summary>The earlier of the two.</summary>
    public DateTimeOffset KnownAt => (Prospect?.EnteredAt, Use?.RegisteredAt) switch
    {
        ({ } entered, { } registered) => entered < registered ? entered : registered,
        ({ } entered, null) => entered,
        (null, { } registered) => registered,
        (null, null) => throw new InvalidOperationException("A line is of a prospect, of a user, or of both."),
    };

    public PartnerStage Stage(DateTimeOffset now)
    {
        var since = now.AddDays(-ActiveDays);
        var last = Use?.LastActive ?? Use?.FirstUse;
        return Prospect?.LostAt is { } lost && !(last > lost) ? PartnerStage.Lost
            : last is null ? PartnerStage.Prospect
            : last < since ? PartnerStage.Dormant
            : Use?.LastActive is null ? PartnerStage.FirstUse
            : PartnerStage.Active;
    }

    public static IReadOnlyList<PartnerLine> Of(IReadOnlyList<Prospect> prospects, IReadOnlyList<(SitePart Part, PartnerUse Use)> users)
    {
        var met = prospects.Where(p => p.BecameId is not null).ToDictionary(p => (p.Part, p.BecameId!.Value));
        var known = users.Select(u => (u.Part, u.Use.Id)).ToHashSet();
        return
        [
            .. users.Select(u => (u.Part, u.Use, Prospect: met.GetValueOrDefault((u.Part, u.Use.Id)))).Select(u => new PartnerLine { Part = u.Part, Name = u.Use.Name, Kind = u.Use.Kind ?? u.Prospect?.Kind, Prospect = u.Prospect, Use = u.Use }),
            .. prospects.Where(p => p.BecameId is null || !known.Contains((p.Part, p.BecameId.Value))).Select(p => new PartnerLine { Part = p.Part, Name = p.Name, Kind = p.Kind, Prospect = p, Use = null }),
        ];
    }
}

/// <summary>How many went from one stage to the next, and in how many days (median).</summary>
/// <param name="From">Partners that could.</param>
/// <param name="To">Partners that did.</param>
/// <param name="MedianDays">Null when nobody did. Whoever did it before being known counts for nothing here.</param>
public sealed record Conversion(string Label, int From, int To, double? MedianDays)
{
    public static IReadOnlyList<Conversion> Of(IReadOnlyList<PartnerLine> lines) =>
    [
        Between("Connu → première utilisation", lines, l => l.KnownAt, l => l.Use?.FirstUse),
        Between("Première utilisation → utilisation active", [.. lines.Where(l => l.Use?.FirstUse is not null)], l => l.Use!.FirstUse!.Value, l => l.Use!.FirstActive),
    ];

    static Conversion Between(string label, IReadOnlyList<PartnerLine> lines, Func<PartnerLine, DateTimeOffset> from, Func<PartnerLine, DateTimeOffset?> to)
    {
        var days = lines.Where(l => to(l) is { } then && then >= from(l)).Select(l => (to(l)!.Value - from(l)).TotalDays).Order().ToList();
        return new(label, lines.Count, lines.Count(l => to(l) is not null), days.Count == 0 ? null : (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2);
    }
}

public static class PartnerStages
{
    public static string Label(this PartnerStage stage) => stage switch
    {
        PartnerStage.Prospect => "Prospect",
        PartnerStage.FirstUse => "Première utilisation",
        PartnerStage.Active => "Actif",
        PartnerStage.Dormant => "En sommeil",
        PartnerStage.Lost => "Perdu",
    };

    public static string Meaning(this PartnerStage stage) => stage switch
    {
        PartnerStage.Prospect => "connu, n’a encore rien utilisé",
        PartnerStage.FirstUse => "a commencé il y a moins de 90 jours, sans utilisation active encore",
        PartnerStage.Active => "a utilisé le service dans les 90 derniers jours",
        PartnerStage.Dormant => "a utilisé le service, mais plus depuis 90 jours",
        PartnerStage.Lost => "l’équipe a noté qu’il ne viendra pas",
    };
}
