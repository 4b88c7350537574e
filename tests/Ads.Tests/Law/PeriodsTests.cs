using Beffroi.Ads.Law;
using Place = Beffroi.Ads.Law.Place;

namespace Beffroi.Ads.Tests.Law;

/// <summary>Dates worked out by hand from the texts, never by the code under test.</summary>
public sealed class PeriodsTests
{
    static readonly LawBook Book = LawBook.Load();
    static readonly Period SixMonths = new() { Kind = PeriodKind.MonthsBeforeMonth, Months = 6 };
    static readonly Period ThreeMonths = new() { Kind = PeriodKind.MonthsBeforeMonth, Months = 3 };
    static readonly Period ThreeMonthsToTheDay = new() { Kind = PeriodKind.MonthsBeforeDay, Months = 3 };
    static readonly Period Eve = new() { Kind = PeriodKind.Eve };

    static Place At(string territory, int clock = 0) => Spans.PlacesOf(Book.Territories.Single(t => t.Code == territory))[clock];

    static IReadOnlyList<Span> Of(Period period, string election, string territory = "METRO", bool? won = null, int dates = 0) =>
        Spans.Of(period, Book.Election(election)!, Book.Election(election)!.Dates[dates], At(territory), won, Book.Territories.Single(t => t.Code == "METRO"));

    static DateTimeOffset Utc(string text) => FactsFile.Instant(text + "Z");

    [Theory]
    // Paris is one hour ahead of UTC in winter, two in summer.
    [InlineData("fr-european-2019", "2018-10-31T23:00", "2019-05-26T22:00")]
    [InlineData("fr-european-2024", "2023-11-30T23:00", "2024-06-09T22:00")]
    [InlineData("fr-presidential-2022", "2021-09-30T22:00", "2022-04-24T22:00")]
    public void Six_months_begin_on_the_first_of_a_month_and_end_with_the_day_that_decides(string election, string from, string until)
    {
        var span = Assert.Single(Of(SixMonths, election));
        Assert.Equal(new(Utc(from), Utc(until)), span.Certain);
        Assert.Equal(span.Certain, span.Possible);
    }

    [Theory]
    [InlineData(true, "2026-03-15T23:00")]
    [InlineData(false, "2026-03-22T23:00")]
    public void Municipal_six_months_end_with_the_round_that_decided_in_that_town(bool first, string until)
    {
        var span = Assert.Single(Of(SixMonths, "fr-municipal-2026", won: first));
        Assert.Equal(new(Utc("2025-08-31T22:00"), Utc(until)), span.Certain);
        var unknown = Assert.Single(Of(SixMonths, "fr-municipal-2026"));
        Assert.Equal((Utc("2026-03-15T23:00"), Utc("2026-03-22T23:00")), (unknown.Certain.Until, unknown.Possible.Until));
    }

    [Theory]
    [InlineData("2022-08-28", "2022-02-01")]
    [InlineData("2019-05-26", "2018-11-01")]
    [InlineData("2024-08-31", "2024-02-01")]
    [InlineData("2027-04-11", "2026-10-01")]
    [InlineData("2027-04-18", "2026-10-01")]
    [InlineData("2023-01-01", "2022-07-01")]
    public void The_month_of_the_first_round_minus_six(string round, string from) =>
        Assert.Equal(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), Invented(SixMonths, round));

    [Theory]
    [InlineData("2019-05-26", "2019-02-01")]
    [InlineData("2027-04-11", "2027-01-01")]
    [InlineData("2024-06-09", "2024-03-01")]
    public void The_month_of_the_first_round_minus_three(string round, string from) =>
        Assert.Equal(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), Invented(ThreeMonths, round));

    [Theory]
    [InlineData("2026-03-15", "2025-12-15")]
    [InlineData("2027-04-11", "2027-01-11")]
    [InlineData("2024-05-31", "2024-02-29")]
    [InlineData("2023-05-31", "2023-02-28")]
    [InlineData("2028-05-29", "2028-02-29")]
    public void European_three_months_count_from_the_day_itself_leap_years_included(string round, string from) =>
        Assert.Equal(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), Invented(ThreeMonthsToTheDay, round));

    static DateOnly Invented(Period period, string round)
    {
        var day = DateOnly.Parse(round, System.Globalization.CultureInfo.InvariantCulture);
        var model = Book.Election("fr-european-2019")!;
        var dates = new ElectionDates { Rounds = [new() { Date = day, Days = [new() { Date = day, Territories = ["METRO"] }] }] };
        var span = Assert.Single(Spans.Of(period, model, dates, At("METRO")));
        return Calendar.DayOf(span.Certain.From, At("METRO").Zone);
    }

    [Theory]
    [InlineData("METRO", "2024-06-07T22:00", "2024-06-09T16:00", "2024-06-09T18:00")]
    [InlineData("RE", "2024-06-07T20:00", "2024-06-09T14:00", "2024-06-09T16:00")]
    [InlineData("NC", "2024-06-07T13:00", "2024-06-09T07:00", "2024-06-09T09:00")]
    [InlineData("WF", "2024-06-07T12:00", "2024-06-09T06:00", "2024-06-09T08:00")]
    [InlineData("GP", "2024-06-07T04:00", "2024-06-08T22:00", "2024-06-09T00:00")]
    [InlineData("GF", "2024-06-07T03:00", "2024-06-08T21:00", "2024-06-08T23:00")]
    [InlineData("PM", "2024-06-07T02:00", "2024-06-08T20:00", "2024-06-08T22:00")]
    [InlineData("PF", "2024-06-07T10:00", "2024-06-09T04:00", "2024-06-09T06:00")]
    public void Silence_follows_the_clock_of_each_territory_and_begins_a_day_earlier_where_people_vote_on_Saturday(string territory, string from, string closesFrom, string closesTo)
    {
        var span = Assert.Single(Of(Eve, "fr-european-2024", territory));
        Assert.Equal(new(Utc(from), Utc(closesFrom)), span.Certain);
        Assert.Equal(new(Utc(from), Utc(closesTo)), span.Possible);
    }

    [Fact]
    public void French_Polynesia_voted_a_week_before_the_others_in_2022()
    {
        var spans = Of(Eve, "fr-legislative-2022", "PF", won: false);
        Assert.Equal([Utc("2022-06-03T10:00"), Utc("2022-06-17T10:00")], spans.Select(s => s.Certain.From));
    }

    [Fact]
    public void Silence_lasts_as_long_as_the_night_when_clocks_change()
    {
        // 27 March 2022 had 23 hours in Paris, 30 October 2022 had 25.
        Assert.Equal(TimeSpan.FromHours(23 + 18), Length("2022-03-28"));
        Assert.Equal(TimeSpan.FromHours(24 + 18 - 1), Length("2022-03-27"));
        Assert.Equal(TimeSpan.FromHours(24 + 18 + 1), Length("2022-10-30"));
        Assert.Equal(TimeSpan.FromHours(24 + 18), Length("2022-06-12"));

        static TimeSpan Length(string round)
        {
            var day = DateOnly.Parse(round, System.Globalization.CultureInfo.InvariantCulture);
            var dates = new ElectionDates { Rounds = [new() { Date = day, Days = [new() { Date = day, Territories = ["METRO"] }] }] };
            var span = Assert.Single(Spans.Of(Eve, Book.Election("fr-european-2019")!, dates, At("METRO")));
            return span.Certain.Until - span.Certain.From;
        }
    }

    [Fact]
    public void A_midnight_that_a_clock_jumps_over_is_the_first_instant_of_that_day()
    {
        // Santiago went from 24:00 on 7 September 2024 straight to 01:00 on the 8th.
        var midnight = Calendar.Midnight(new(2024, 9, 8), TimeZoneInfo.FindSystemTimeZoneById("America/Santiago"));
        Assert.Equal(Utc("2024-09-08T04:00"), midnight);
    }

    [Fact]
    public void A_second_round_that_was_not_held_has_no_silence()
    {
        Assert.Single(Of(Eve, "fr-municipal-2026", won: true));
        Assert.Equal(2, Of(Eve, "fr-municipal-2026", won: false).Count(s => !s.Certain.IsEmpty));
        Assert.Equal([false, true], Of(Eve, "fr-municipal-2026").Select(s => s.Certain.IsEmpty));
    }

    [Fact]
    public void Polls_are_silent_everywhere_from_Saturday_until_mainland_France_has_voted()
    {
        var national = new Period { Kind = PeriodKind.NationalEve, Closes = "METRO" };
        var paris = Assert.Single(Of(national, "fr-european-2024"));
        Assert.Equal(new(Utc("2024-06-07T22:00"), Utc("2024-06-09T16:00")), paris.Certain);
        var guadeloupe = Assert.Single(Of(national, "fr-european-2024", "GP"));
        Assert.Equal((Utc("2024-06-07T22:00"), Utc("2024-06-08T04:00"), Utc("2024-06-09T18:00")), (guadeloupe.Possible.From, guadeloupe.Certain.From, guadeloupe.Possible.Until));
    }

    [Fact]
    public void The_presidential_election_of_2027_says_what_is_sure_and_leaves_the_rest_open()
    {
        var election = Book.Election("fr-presidential-2027")!;
        Assert.False(election.IsOfficial);
        Assert.Equal([new(2027, 4, 11), new(2027, 4, 18)], election.Dates.Select(d => d.Rounds[0].Date));
        Assert.All(election.Dates, d => Assert.Equal(14, d.Rounds[1].Date.DayNumber - d.Rounds[0].Date.DayNumber));
        Assert.All([0, 1], i => Assert.Equal(Utc("2026-09-30T22:00"), Assert.Single(Of(SixMonths, election.Id, dates: i)).Certain.From));
        Assert.Contains("1er octobre 2026", election.Certain!.In("fr"), StringComparison.Ordinal);
    }
}
