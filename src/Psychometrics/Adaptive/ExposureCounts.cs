using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>How often items were asked, handed in at the start of a session and kept by the caller. Immutable.</summary>
public sealed record ExposureCounts
{
    /// <summary>No session yet.</summary>
    public static ExposureCounts None { get; } = new();

    /// <summary>Sessions counted, at least 0.</summary>
    public int Sessions { get; init => field = (int)Require.AtLeast(0, value, nameof(Sessions)); }

    /// <summary>Sessions in which each item was asked, by id; an item not named was never asked.</summary>
    public ImmutableDictionary<string, int> Asked { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>The counts once one more session is over, or has gone as far as it has.</summary>
    /// <param name="session">A session not counted yet.</param>
    public ExposureCounts After(CatSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var asked = Asked.ToBuilder();
        foreach (var step in session.History)
        {
            asked[step.ItemId] = asked.GetValueOrDefault(step.ItemId) + 1;
        }

        return new() { Sessions = Sessions + 1, Asked = asked.ToImmutable() };
    }

    /// <summary>Whether asking the item in the session to come keeps its count within rate × sessions, rounded up.</summary>
    internal bool Allow(string id, double rate) => Asked.GetValueOrDefault(id) + 1 <= Math.Ceiling(rate * (Sessions + 1));
}
