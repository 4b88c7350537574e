using Beffroi.Ads.Law;

namespace Beffroi.Ads.Tests.Law;

public sealed class PublicationFreezeTests
{
    static readonly LawBook Book = LawBook.Load();

    static PublicationFreeze Around(string instant) => Assert.IsType<PublicationFreeze>(PublicationFreeze.At(Book, "FR", FactsFile.Instant(instant)));

    [Fact]
    public void It_runs_from_the_first_midnight_to_the_last_close()
    {
        var freeze = Around("2024-06-08T12:00Z");
        // Newfoundland first (Friday 00:00, UTC-2:30); Dakar last (Sunday 20:00, UTC).
        Assert.Equal(FactsFile.Instant("2024-06-07T02:00Z"), freeze.From);
        Assert.Equal(FactsFile.Instant("2024-06-09T20:00Z"), freeze.Until);
        Assert.Equal(["fr-european-2024"], freeze.Elections.Select(e => e.Id));
        Assert.True(freeze.IsOfficial);
    }

    [Fact]
    public void Its_first_instant_is_frozen_and_its_last_one_is_free()
    {
        var freeze = Around("2024-06-08T12:00Z");
        Assert.True(freeze.Covers(freeze.From));
        Assert.False(freeze.Covers(freeze.Until));
        Assert.Null(PublicationFreeze.At(Book, "FR", freeze.From.AddTicks(-1)));
        Assert.Null(PublicationFreeze.At(Book, "FR", freeze.Until));
    }

    [Fact]
    public void Two_elections_of_one_day_make_one_freeze() =>
        Assert.Equal(["fr-departmental-2021", "fr-regional-2021"], Around("2021-06-20T10:00Z").Elections.Select(e => e.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Between_the_rounds_publishing_goes_on()
    {
        Assert.Null(PublicationFreeze.At(Book, "FR", FactsFile.Instant("2026-03-18T12:00Z")));
        Assert.NotNull(PublicationFreeze.At(Book, "FR", FactsFile.Instant("2026-03-21T12:00Z")));
    }

    [Fact]
    public void Those_who_vote_a_week_earlier_do_not_freeze_the_week()
    {
        Assert.NotNull(PublicationFreeze.At(Book, "FR", FactsFile.Instant("2022-06-04T12:00Z")));
        Assert.Null(PublicationFreeze.At(Book, "FR", FactsFile.Instant("2022-06-08T12:00Z")));
        Assert.NotNull(PublicationFreeze.At(Book, "FR", FactsFile.Instant("2022-06-11T12:00Z")));
    }

    [Fact]
    public void A_possible_date_freezes_and_says_that_it_is_only_possible()
    {
        Assert.False(Around("2027-04-10T12:00Z").IsOfficial);
        Assert.False(Around("2027-04-17T12:00Z").IsOfficial);
    }

    [Fact]
    public void A_country_without_files_never_freezes() => Assert.Empty(PublicationFreeze.Of(Book, "XX"));
}
