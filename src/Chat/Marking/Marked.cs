using System.Text.Json.Serialization;

namespace Beffroi.Chat;

/// <summary>A sharing level with those whom it is shared with. They go together: neither is enough alone.</summary>
public sealed record Marked
{
    public required Tlp Tlp { get; init; }

    /// <summary>Null within a case: those of the case.</summary>
    public Audience? Audience { get; init; }

    /// <summary>What quotes both: the higher level, and only those who are in both audiences.</summary>
    public Marked And(Marked other) => new()
    {
        Tlp = Tlp > other.Tlp ? Tlp : other.Tlp,
        Audience = (Audience?.Within(Tlp), other.Audience?.Within(other.Tlp)) switch
        {
            (null, var theirs) => theirs,
            (var ours, null) => ours,
            ({ } ours, { } theirs) => ours.And(theirs),
        },
    };

    /// <summary>A reach that the level does not allow: AMBER and above name who may know, RED names people (TLP 2.0).</summary>
    [JsonIgnore]
    public bool IsTooWide => Audience is not null && !Audience.Circles.Any(c => Audience.IsBounded(c, Tlp));

    /// <summary>The same level for the same circles, in whatever order.</summary>
    public bool Same(Marked other) => Tlp == other.Tlp && (Audience, other.Audience) switch
    {
        (null, null) => true,
        ({ } ours, { } theirs) => ours.Circles.Count == theirs.Circles.Count && ours.Circles.All(c => theirs.Circles.Any(c.Same)),
        _ => false,
    };
}
