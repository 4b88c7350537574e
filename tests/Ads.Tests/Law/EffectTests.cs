using System.Text.Json;
using Beffroi.Ads.Law;

namespace Beffroi.Ads.Tests.Law;

/// <summary>Whether a process is forbidden, and whether an election suffered, are two questions; the second has one judge.</summary>
public sealed class EffectTests
{
    static readonly LawBook Book = LawBook.Load();
    static readonly DateTimeOffset Now = new(2026, 11, 26, 0, 0, 0, TimeSpan.Zero);

    static AdFacts Boost(decimal spent) => new()
    {
        FirstShown = Fact.Known(Shown.OnDay(new(2026, 2, 3)), FactOrigin.Platform),
        LastShown = Fact.Known(Shown.OnDay(new(2026, 2, 4)), FactOrigin.Platform),
        Medium = Fact.Known(Medium.Online, FactOrigin.Platform),
        Paid = Fact.Known(true, FactOrigin.Platform),
        Promotes = Fact.Known(true, FactOrigin.Citizens),
        Donation = Fact.Known(DonationAppeal.None, FactOrigin.Citizens),
        Election = Fact.Known("fr-municipal-2026", FactOrigin.Citizens),
        Spent = Fact.Known(spent, FactOrigin.Platform),
        Reach = Fact.Known(40L, FactOrigin.Platform),
    };

    [Fact]
    public void A_few_euros_are_a_forbidden_process_all_the_same_and_the_effect_is_left_to_the_judge()
    {
        var small = Book.Judge(Boost(11.48m), Now);
        var large = Book.Judge(Boost(50_000m), Now);
        Assert.Equal(RuleStatus.LikelyBreach, small["R1"].Status);
        Assert.Equal(RuleStatus.LikelyBreach, large["R1"].Status);
        Assert.Equal(small.Effect.WhoDecides, large.Effect.WhoDecides);
        Assert.Contains("juge", small.Effect.WhoDecides.In("fr"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_judges_weigh_is_listed_with_what_is_known_and_nothing_else()
    {
        var effect = Book.Judge(Boost(11.48m), Now).Effect;
        Assert.Equal(["Gap in votes", "Time left before the vote", "Money spent", "Number of people reached", "Heated tone or new matter"], effect.Weighed.Select(w => w.What.In("en")));
        Assert.Equal(["not known", "about 40 days before the first round", "EUR 11.48", "40", "not known"], effect.Weighed.Select(w => w.Known.In("en")));
        Assert.Equal(2, effect.Cases.Count);
    }

    [Fact]
    public void The_text_shown_is_the_one_of_the_day_of_the_ad()
    {
        var old = Boost(1) with { LastShown = Fact.Known(Shown.OnDay(new(2010, 2, 4)), FactOrigin.Platform), FirstShown = Fact.Known(Shown.OnDay(new(2010, 2, 3)), FactOrigin.Platform) };
        Assert.Equal(new DateOnly(2001, 1, 4), Book.Judge(old, Now)["R1"].Article.Version!.From);
        Assert.Equal(new DateOnly(2011, 4, 20), Book.Judge(Boost(1), Now)["R1"].Article.Version!.From);
        Assert.Contains("L. 113-1", Book.Judge(Boost(1), Now)["R1"].Article.Version!.Sanction!.In("fr"), StringComparison.Ordinal);
        Assert.Null(Book.Judge(Boost(1), Now)["R2"].Article.Version!.Sanction);
    }

    [Fact]
    public void Reasons_tell_the_period_day_by_day_in_both_languages()
    {
        var known = Boost(1) with { WonAtFirstRound = Fact.Known(false, FactOrigin.Reviewer), PaidDuringSilence = Fact.Known(false, FactOrigin.Reviewer), Territories = Fact.Known<IReadOnlyList<string>>(["METRO"], FactOrigin.Platform) };
        Assert.Contains("Montrée pendant la période visée\u00a0: du 1er septembre 2025 au 22 mars 2026 (Élections municipales de mars 2026).", Book.Judge(known, Now)["R1"].Reasons.Select(r => r.In("fr")));
        Assert.Contains("Neither put out nor paid for during the period concerned: from 14 March 2026 to 15 March 2026, then from 21 March 2026 to 22 March 2026 (Municipal elections of March 2026).", Book.Judge(known, Now)["R2"].Reasons.Select(r => r.In("en")));
    }

    [Fact]
    public void A_reading_can_be_kept_as_JSON() =>
        Assert.Contains("\"likelyBreach\"", JsonSerializer.Serialize(Book.Judge(Boost(1), Now), LawFile.Options), StringComparison.Ordinal);
}
