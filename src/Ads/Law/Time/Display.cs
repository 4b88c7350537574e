namespace Beffroi.Ads.Law;

/// <summary>Whether an ad was shown in a period, from dates that may be rough.</summary>
static class Display
{
    public static Truth During(AdFacts facts, Span span, TimeZoneInfo zone, DateTimeOffset now)
    {
        var ((first, firstLatest), (last, lastLatest)) = Bounds(facts, zone, now);
        return span.Possible.IsEmpty || first >= span.Possible.Until || lastLatest < span.Possible.From ? Truth.No
            : !span.Certain.IsEmpty && firstLatest < span.Certain.Until && last >= span.Certain.From ? Truth.Yes
            : Truth.Unknown;
    }

    /// <summary>Put out in the period, or left out while somebody still paid for it.</summary>
    public static Truth PutOut(AdFacts facts, Span span, TimeZoneInfo zone, DateTimeOffset now)
    {
        var ((first, firstLatest), _) = Bounds(facts, zone, now);
        var begun = span.Possible.IsEmpty || firstLatest < span.Possible.From || first >= span.Possible.Until ? Truth.No
            : !span.Certain.IsEmpty && first >= span.Certain.From && firstLatest < span.Certain.Until ? Truth.Yes
            : Truth.Unknown;
        return begun.Or(During(facts, span, zone, now).And(Truths.Of(facts.PaidDuringSilence)));
    }

    static ((DateTimeOffset Earliest, DateTimeOffset Latest) First, (DateTimeOffset Earliest, DateTimeOffset Latest) Last) Bounds(AdFacts facts, TimeZoneInfo zone, DateTimeOffset now)
    {
        var first = facts.FirstShown.IsKnown
            ? (Earliest: facts.FirstShown.Value.Earliest(zone), Latest: facts.FirstShown.Value.Latest(zone, now))
            : (Earliest: DateTimeOffset.MinValue, Latest: now);
        var last = facts.LastShown.IsKnown
            ? (Earliest: facts.LastShown.Value.Earliest(zone), Latest: facts.LastShown.Value.Latest(zone, now))
            : (Earliest: first.Earliest, Latest: now > first.Latest ? now : first.Latest);
        var seen = facts.LastShown is { IsKnown: true, Value.IsOpen: true } ? last.Earliest : last.Latest;
        return ((first.Earliest, Min(first.Latest, seen)), (Max(last.Earliest, first.Earliest), last.Latest));
    }

    static DateTimeOffset Min(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    static DateTimeOffset Max(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
