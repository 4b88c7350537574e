using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>A search for differential item functioning over all items of a form.</summary>
/// <typeparam name="TItem">What is told of each item.</typeparam>
public sealed record DifAnalysis<TItem>
    where TItem : DifItem
{
    /// <summary>One result for each item, in the order of the columns.</summary>
    public required ImmutableArray<TItem> Items { get; init; }

    /// <summary>People of the reference group who answered every item.</summary>
    public required int Reference { get; init; }

    /// <summary>People of the focal group who answered every item.</summary>
    public required int Focal { get; init; }

    /// <summary>People left out because an answer of theirs is missing.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Rounds of purification made; 0 without.</summary>
    public required int Rounds { get; init; }

    /// <summary>Whether the flags stopped changing. False when the rounds ran out, or when every item was flagged and none was left to match
    /// on: the result is then that of the last round.</summary>
    public required bool Settled { get; init; }

    /// <summary>Columns of the flagged items, from 0, increasing.</summary>
    public ImmutableArray<int> Flagged => [.. Enumerable.Range(0, Items.Length).Where(i => Items[i].Flagged)];

    internal static DifAnalysis<TItem> Of(MatchedGroups groups, DifOptions options, Func<int, bool[], TItem> study)
    {
        var anchors = Enumerable.Repeat(true, groups.Items).ToArray();
        var items = Studied(groups.Items, anchors, options.Level, study);
        var (rounds, settled) = (0, !options.Purify || !items.Any(item => item.Flagged));
        while (!settled && rounds < options.MaxRounds && items.Any(item => !item.Flagged))
        {
            anchors = [.. items.Select(item => !item.Flagged)];
            items = Studied(groups.Items, anchors, options.Level, study);
            rounds++;
            settled = items.Select(item => !item.Flagged).SequenceEqual(anchors);
        }

        return new()
        {
            Items = [.. items],
            Reference = groups.Reference,
            Focal = groups.Focal,
            LeftOut = groups.LeftOut,
            Rounds = rounds,
            Settled = settled,
        };
    }

    static TItem[] Studied(int count, bool[] anchors, double level, Func<int, bool[], TItem> study)
    {
        var items = Enumerable.Range(0, count).Select(i => study(i, anchors)).ToArray();
        var adjusted = FalseDiscoveryRate.Adjust([.. items.Select(item => item.PValue)]);
        return [.. items.Select((item, i) => (TItem)((DifItem)item with { AdjustedPValue = adjusted[i], Flagged = item.PValue < level }))];
    }
}
