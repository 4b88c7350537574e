using Beffroi.Ads.Law;

namespace Beffroi.Ads.Tests.Law;

/// <summary>A country is a set of files: an invented one, with its own language, clock, periods and rules.</summary>
public sealed class AnotherCountryTests
{
    static readonly LawBook Book = LawBook.Of([LawFile.Parse("ruritania.json", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Law", "ruritania.json")))]);

    static AdFacts Ad(string day) => new()
    {
        Country = "ZR",
        FirstShown = Fact.Known(Shown.OnDay(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), FactOrigin.Sender),
        LastShown = Fact.Known(Shown.OnDay(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), FactOrigin.Sender),
        Election = Fact.Known("zr-crown-2030", FactOrigin.Citizens),
        Paid = Fact.Known(true, FactOrigin.Platform),
        Promotes = Fact.Known(true, FactOrigin.Citizens),
    };

    static readonly DateTimeOffset Now = new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2030-03-31", RuleStatus.NoSign)]
    [InlineData("2030-04-01", RuleStatus.LikelyBreach)]
    [InlineData("2030-06-20", RuleStatus.LikelyBreach)]
    [InlineData("2030-06-21", RuleStatus.NoSign)]
    public void Its_own_period_is_two_months(string day, RuleStatus expected) => Assert.Equal(expected, Book.Judge(Ad(day), Now)["ZR-paid"].Status);

    [Fact]
    public void Its_words_come_in_its_language()
    {
        var finding = Book.Judge(Ad("2030-05-01"), Now)["ZR-paid"];
        Assert.Equal("Bezahlte Werbung vor der Wahl", finding.Title.In("de"));
        Assert.Equal("Paid advertising before the vote", finding.Title.In("en"));
        Assert.Equal("Law of the Elphberg crown, section 3", finding.Article.Name.In("fr"));
    }

    [Fact]
    public void It_knows_nothing_of_French_rules_and_votes_by_its_own_clock()
    {
        Assert.Equal(["ZR-paid", "ZR-eve"], Book.Judge(Ad("2030-06-19"), Now).Process.Select(f => f.Rule));
        Assert.Equal(RuleStatus.LikelyBreach, Book.Judge(Ad("2030-06-19"), Now)["ZR-eve"].Status);
        var freeze = Assert.Single(PublicationFreeze.Of(Book, "ZR"));
        Assert.Equal(FactsFile.Instant("2030-06-18T22:00Z"), freeze.From);
        Assert.Equal(FactsFile.Instant("2030-06-20T20:00Z"), freeze.Until);
    }

    /// <summary>Of the union, and without a file of its own: its clock is not known, its rules are.</summary>
    [Theory]
    [InlineData("BE")]
    [InlineData("SE")]
    public void A_country_of_the_union_without_files_is_judged_by_the_rules_of_the_union(string country)
    {
        var reading = LawBook.Load().Judge(Ad("2026-11-10") with { Country = country, Election = default, Political = Fact.Known(true, FactOrigin.Citizens) }, new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));
        Assert.NotEmpty(reading.Process);
        Assert.All(reading.Process, f => Assert.StartsWith("R", f.Rule, StringComparison.Ordinal));
    }

    [Fact]
    public void A_country_without_files_gets_no_finding_and_no_conclusion()
    {
        var reading = Book.Judge(new AdFacts { Country = "XX" }, Now);
        Assert.Empty(reading.Process);
        Assert.NotEmpty(reading.Effect.WhoDecides.In("fr"));
    }
}
