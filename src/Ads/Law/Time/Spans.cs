using System.Runtime.InteropServices;

namespace Beffroi.Ads.Law;

/// <summary>From an instant to the one before which it ends.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Stretch(DateTimeOffset From, DateTimeOffset Until)
{
    public bool IsEmpty => Until <= From;

    public bool Covers(DateTimeOffset instant) => instant >= From && instant < Until;

    public Stretch Meeting(Stretch other) => new(From > other.From ? From : other.From, Until < other.Until ? Until : other.Until);
}

/// <summary>A period as far as it is known: surely this part of it, at most that one.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Span(Stretch Certain, Stretch Possible)
{
    public Span Meeting(Span other) => new(Certain.Meeting(other.Certain), Possible.Meeting(other.Possible));
}

/// <summary>A territory by one of its clocks.</summary>
public sealed record Place(Territory Territory, TimeZoneInfo Zone);

/// <summary>The periods of a rule, for one set of dates of an election, at one place.</summary>
public static class Spans
{
    static readonly Stretch AtAnyTime = new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

    public static IReadOnlyList<Place> PlacesOf(Territory territory) => [.. territory.Zones.Select(z => new Place(territory, TimeZoneInfo.FindSystemTimeZoneById(z)))];

    /// <param name="wonAtFirstRound">Null where it is not known; it counts where constituencies decide for themselves.</param>
    /// <param name="closing">The territory whose polls close a national eve.</param>
    public static IReadOnlyList<Span> Of(Period period, Election election, ElectionDates dates, Place place, bool? wonAtFirstRound = null, Territory? closing = null)
    {
        var rounds = dates.Rounds;
        var (first, last) = WonBetween(election, rounds.Count, wonAtFirstRound);
        return period.Kind switch
        {
            PeriodKind.Always => [new(AtAnyTime, AtAnyTime)],
            PeriodKind.UntilPoll => [Until(DateTimeOffset.MinValue, Close(rounds[first], place).Earliest, Close(rounds[last], place).Latest)],
            PeriodKind.MonthsBeforeMonth => [Until(
                Calendar.Midnight(new DateOnly(rounds[0].Date.Year, rounds[0].Date.Month, 1).AddMonths(-period.Months), place.Zone),
                DayAfter(DayAt(rounds[first], place), place),
                Later(DayAfter(DayAt(rounds[last], place), place), DayAfter(rounds[last].Date, place)))],
            PeriodKind.MonthsBeforeDay => [Until(
                Calendar.Midnight(rounds[0].Date.AddMonths(-period.Months), place.Zone),
                Calendar.Midnight(DayAt(rounds[first], place), place.Zone),
                Later(DayAfter(DayAt(rounds[last], place), place), DayAfter(rounds[last].Date, place)))],
            PeriodKind.Eve => [.. rounds.Take(last + 1).Select((r, i) => Held(i <= first, Eve(r, place)))],
            PeriodKind.NationalEve => [.. rounds.Take(last + 1).Select((r, i) => Held(i <= first, NationalEve(r, place, closing ?? place.Territory)))],
        };
    }

    /// <summary>Indexes of the first and of the last round that may be the one at which the election is won.</summary>
    static (int First, int Last) WonBetween(Election election, int rounds, bool? wonAtFirstRound) => election.Scope switch
    {
        ElectionScope.National when election.WonAtRound is { } round => (round - 1, round - 1),
        ElectionScope.Constituency when wonAtFirstRound is { } first => first ? (0, 0) : (rounds - 1, rounds - 1),
        ElectionScope.National or ElectionScope.Constituency => (0, rounds - 1),
    };

    static Span Until(DateTimeOffset from, DateTimeOffset certain, DateTimeOffset possible) => new(new(from, certain), new(from, possible));

    /// <summary>A round that may not be held is only possible.</summary>
    static Span Held(bool surely, Span span) => surely ? span : span with { Certain = new(span.Certain.From, span.Certain.From) };

    static Span Eve(Round round, Place place)
    {
        var from = Calendar.Midnight(DayAt(round, place).AddDays(-1), place.Zone);
        var close = Close(round, place);
        return Until(from, close.Earliest, close.Latest);
    }

    static Span NationalEve(Round round, Place place, Territory closing)
    {
        var home = PlacesOf(closing)[0];
        var here = Calendar.Midnight(round.Date.AddDays(-1), place.Zone);
        var there = Calendar.Midnight(round.Date.AddDays(-1), home.Zone);
        var close = Close(round, home);
        return new(new(Later(here, there), close.Earliest), new(here < there ? here : there, close.Latest));
    }

    /// <summary>The day of that round in that territory.</summary>
    public static DateOnly DayAt(Round round, Place place) =>
        round.Days.FirstOrDefault(d => d.Territories.Contains(place.Territory.Code, StringComparer.Ordinal))?.Date ?? round.Date;

    internal static (DateTimeOffset Earliest, DateTimeOffset Latest) Close(Round round, Place place)
    {
        var day = DayAt(round, place);
        return (Calendar.At(day, place.Territory.Closes.Earliest, place.Zone), Calendar.At(day, place.Territory.Closes.Latest, place.Zone));
    }

    static DateTimeOffset DayAfter(DateOnly day, Place place) => Calendar.Midnight(day.AddDays(1), place.Zone);

    static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    /// <summary>While the text stood there: surely, and at most.</summary>
    internal static Span Standing(Article article, Variant variant, TimeZoneInfo zone, bool trusted)
    {
        var versions = variant.Version is { } only ? article.Versions.Where(v => v.From == only).ToList() : article.Versions;
        var from = Calendar.Midnight(versions[0].From, zone);
        var began = variant.Version is null ? (article.Began is { } day ? Calendar.Midnight(day, zone) : DateTimeOffset.MinValue) : from;
        var until = versions[^1].To is { } to ? Calendar.Midnight(to.AddDays(1), zone) : DateTimeOffset.MaxValue;
        var doubt = !trusted && article.DoubtfulFrom is { } when ? Calendar.Midnight(when, zone) : until;
        return new(new(from, doubt < until ? doubt : until), new(began, until));
    }
}
