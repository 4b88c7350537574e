namespace Beffroi.Ads.Law;

/// <summary>While a country votes nothing new is published, where the operator asks for it: from the eve at 00:00 where it begins first to the close of the last poll.</summary>
public sealed record PublicationFreeze
{
    /// <summary>Elections it is for: two may be held on one day.</summary>
    public required IReadOnlyList<Election> Elections { get; init; }

    public required DateTimeOffset From { get; init; }

    /// <summary>First instant after it.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>False while the date of the poll is only possible.</summary>
    public required bool IsOfficial { get; init; }

    public bool Covers(DateTimeOffset instant) => instant >= From && instant < Until;

    /// <summary>All those of a country, by date. Territories that vote a week earlier make one of their own.</summary>
    public static IReadOnlyList<PublicationFreeze> Of(LawBook book, string country)
    {
        var merged = new List<PublicationFreeze>();
        foreach (var one in Each(book, country).OrderBy(f => f.From).ThenBy(f => f.Until))
        {
            if (merged.Count > 0 && merged[^1] is var before && one.From < before.Until)
            {
                merged[^1] = before with
                {
                    Until = one.Until > before.Until ? one.Until : before.Until,
                    IsOfficial = before.IsOfficial || one.IsOfficial,
                    Elections = [.. before.Elections.Union(one.Elections)],
                };
            }
            else
            {
                merged.Add(one);
            }
        }
        return merged;
    }

    /// <summary>The one that holds at that instant, if any.</summary>
    public static PublicationFreeze? At(LawBook book, string country, DateTimeOffset instant) => Of(book, country).FirstOrDefault(f => f.Covers(instant));

    static IEnumerable<PublicationFreeze> Each(LawBook book, string country) =>
        from election in book.Country(country)?.Elections ?? []
        from dates in election.Dates
        from round in dates.Rounds
        from day in round.Days
        from territory in book.Country(country)!.Territories.Where(t => day.Territories.Contains(t.Code, StringComparer.Ordinal))
        from place in Spans.PlacesOf(territory)
        select new PublicationFreeze
        {
            Elections = [election],
            From = Calendar.Midnight(day.Date.AddDays(-1), place.Zone),
            Until = Spans.Close(round, place).Latest,
            IsOfficial = election.IsOfficial,
        };
}
