using Beffroi.Ads.Law;
using CsCheck;

namespace Beffroi.Ads.Tests.Law;

/// <summary>Whatever is known: learning more only settles what was open.</summary>
public sealed class LearningTests
{
    static readonly LawBook Book = LawBook.Load();
    static readonly DateTimeOffset Now = new(2027, 6, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly long Runs = Environment.GetEnvironmentVariable("BEFFROI_LONG") is "1" ? 20_000 : 600;

    static readonly Gen<string> Elections = One<string>([.. Book.Elections.Select(e => e.Id), Election.NoneOfThem, Election.Another]);

    /// <summary>Half of the instants lie around a poll, where the periods begin and end.</summary>
    static readonly Gen<DateTimeOffset> Instants = Gen.OneOf(
        Gen.Int[0, 60 * 24 * 3300].Select(m => new DateTimeOffset(2018, 6, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(m)),
        Gen.Select(One<DateOnly>([.. Book.Elections.SelectMany(e => e.Dates).SelectMany(d => d.Rounds).Select(r => r.Date)]), Gen.Int[-60 * 72, 60 * 36])
            .Select((d, m) => new DateTimeOffset(d.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMinutes(m)));

    static Gen<T> One<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    static Gen<Fact<T>> Known<T>(Gen<T> values) where T : notnull => values.Select(v => Fact.Known(v, FactOrigin.Citizens));

    static Gen<Fact<T>> Any<T>() where T : struct, Enum => Known(One(Enum.GetValues<T>()));

    static readonly Gen<Fact<bool>> Bool = Known(Gen.Bool);

    static readonly Gen<Backer> Backers = Gen.Select(Any<BackerKind>(), Known(One("FR", "DE", "US")), Bool, Bool, Bool)
        .Select((kind, country, lives, votes, held) => new Backer { Kind = kind, Country = country, LivesThere = lives, MayVote = votes, ControlledFromOutsideUnion = held });

    static readonly Gen<Dictionary<PollMention, Fact<bool>>> Mentions = Gen.Bool.Array[Enum.GetValues<PollMention>().Length]
        .Select(given => given.Index().ToDictionary(g => (PollMention)g.Index, g => Fact.Known(g.Item, FactOrigin.Citizens)));

    /// <summary>Every fact known, and none against another: who supports someone names them, and is political.</summary>
    static readonly Gen<AdFacts> Whole =
        from first in Instants
        from hours in Gen.Int[0, 24 * 60]
        from what in Gen.Select(Any<Medium>(), Bool, Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool)
        from election in Known(Elections)
        from places in Known(Gen.Shuffle(Voting(election.Value), 1, 4).Select(t => (IReadOnlyList<string>)t))
        from rest in Gen.Select(Bool, Bool, Bool, Bool, Bool, Bool, Bool)
        from mentions in Mentions
        from donation in Any<DonationAppeal>()
        from backers in Gen.Select(Backers, Backers)
        from told in Gen.Select(Bool, Bool, Bool, Bool, Bool)
        from visitors in Known(One(1_000_000L, 5_000_000L, 20_000_000L))
        let aimed = what.Item4 || what.Item5
        select new AdFacts
        {
            FirstShown = Fact.Known(Shown.At(first), FactOrigin.Platform),
            LastShown = Fact.Known(Shown.At(first.AddHours(hours)), FactOrigin.Platform),
            Territories = places,
            Medium = what.Item1,
            Paid = what.Item2,
            PaidDuringSilence = what.Item3,
            Promotes = Fact.Known(what.Item4, FactOrigin.Citizens),
            Criticises = Fact.Known(what.Item5, FactOrigin.Citizens),
            Names = Fact.Known(aimed || what.Item6, FactOrigin.Citizens),
            Political = Fact.Known(aimed || what.Item7, FactOrigin.Citizens),
            Election = election,
            WonAtFirstRound = rest.Item1,
            AuthorIsCandidate = rest.Item2,
            NewPolemic = rest.Item3,
            TimeToAnswer = rest.Item4,
            PollQuoted = rest.Item5,
            PollFirstPublication = rest.Item6,
            ForParty = rest.Item7,
            PollMentions = mentions,
            Donation = donation,
            Sponsor = backers.Item1,
            Payer = backers.Item2,
            Label = told.Item1,
            Notice = told.Item2,
            PayerNamed = told.Item3,
            VeryLargePlatform = told.Item4,
            PlatformVisitors = visitors,
        };

    /// <summary>An ad about an election that is shown only where nobody votes in it would go against itself.</summary>
    static string[] Voting(string election) => Book.Election(election) is { } known
        ? [.. known.Dates.SelectMany(d => d.Rounds).SelectMany(r => r.Days).SelectMany(d => d.Territories).Distinct()]
        : [.. Book.Territories.Select(t => t.Code)];

    const int Forgettable = 34;

    /// <summary>The same ad by somebody who knows less: forgets what the mask says, and the hours of what it keeps where it says so.</summary>
    static AdFacts Forget(AdFacts all, bool[] mask) => all with
    {
        FirstShown = mask[0] ? default : mask[1] ? Rough(all.FirstShown) : all.FirstShown,
        LastShown = mask[2] ? default : mask[3] ? Rough(all.LastShown) : all.LastShown,
        Territories = Keep(all.Territories, mask[4]),
        Medium = Keep(all.Medium, mask[5]),
        Paid = Keep(all.Paid, mask[6]),
        PaidDuringSilence = Keep(all.PaidDuringSilence, mask[7]),
        Promotes = Keep(all.Promotes, mask[8]),
        Criticises = Keep(all.Criticises, mask[9]),
        Names = Keep(all.Names, mask[10]),
        Political = Keep(all.Political, mask[11]),
        Election = Keep(all.Election, mask[12]),
        WonAtFirstRound = Keep(all.WonAtFirstRound, mask[13]),
        AuthorIsCandidate = Keep(all.AuthorIsCandidate, mask[14]),
        NewPolemic = Keep(all.NewPolemic, mask[15]),
        TimeToAnswer = Keep(all.TimeToAnswer, mask[16]),
        PollQuoted = Keep(all.PollQuoted, mask[17]),
        PollFirstPublication = Keep(all.PollFirstPublication, mask[18]),
        ForParty = Keep(all.ForParty, mask[19]),
        PollMentions = mask[20] ? new Dictionary<PollMention, Fact<bool>>() : all.PollMentions.Where(m => !mask[21] || (int)m.Key % 2 == 0).ToDictionary(),
        Donation = Keep(all.Donation, mask[22]),
        Sponsor = Keep(all.Sponsor, mask[23], mask[24], mask[25]),
        Payer = Keep(all.Payer, mask[26], mask[27], mask[28]),
        Label = Keep(all.Label, mask[29]),
        Notice = Keep(all.Notice, mask[30]),
        PayerNamed = Keep(all.PayerNamed, mask[31]),
        VeryLargePlatform = Keep(all.VeryLargePlatform, mask[32]),
        PlatformVisitors = Keep(all.PlatformVisitors, mask[33]),
    };

    static Fact<T> Keep<T>(Fact<T> fact, bool forget) where T : notnull => forget ? default : fact;

    static Backer Keep(Backer who, bool kind, bool country, bool rest) => new()
    {
        Kind = Keep(who.Kind, kind),
        Country = Keep(who.Country, country),
        LivesThere = Keep(who.LivesThere, rest),
        MayVote = Keep(who.MayVote, rest),
        ControlledFromOutsideUnion = Keep(who.ControlledFromOutsideUnion, rest),
    };

    static Fact<Shown> Rough(Fact<Shown> exact)
    {
        var (first, last) = exact.Value.Days;
        return Fact.Known(Shown.Between(
            new(first.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
            new DateTimeOffset(last!.Value.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddTicks(-1)), exact.Origin);
    }

    static readonly Gen<bool[]> Masks = Gen.OneOf(
        Gen.Bool.Array[Forgettable],
        Gen.Int[0, 4].Array[Forgettable].Select(few => few.Select(f => f == 0).ToArray()),
        Gen.Int[0, Forgettable - 1].Select(one => Enumerable.Range(0, Forgettable).Select(i => i == one).ToArray()));

    [Fact]
    public void Learning_a_fact_settles_what_was_open_and_turns_nothing_round() => Gen.Select(Whole, Masks).Sample((all, mask) =>
    {
        var less = Book.Judge(Forget(all, mask), Now);
        var more = Book.Judge(all, Now);
        foreach (var (before, after) in less.Process.Zip(more.Process))
        {
            Assert.True(before.Status == RuleStatus.Undetermined || before.Status == after.Status, $"{before.Rule}: {before.Status} became {after.Status}.");
        }
    }, iter: Runs);

    [Fact]
    public void Every_status_carries_a_text_and_a_reason_and_only_what_is_open_asks() => Gen.Select(Whole, Masks).Sample((all, mask) =>
    {
        var reading = Book.Judge(Forget(all, mask), Now);
        Assert.Equal(Book.RulesOf("FR").Count(), reading.Process.Count);
        foreach (var finding in reading.Process)
        {
            Assert.NotEmpty(finding.Reasons);
            Assert.NotEmpty(finding.Article.Id);
            Assert.Equal(finding.Status == RuleStatus.Undetermined, finding.Missing.Count > 0);
            foreach (var words in finding.Reasons.Concat(finding.Missing.Select(m => m.Question)).Append(finding.Title))
            {
                Assert.DoesNotMatch(DataTests.Forbidden(), words.In("fr"));
                Assert.DoesNotMatch(DataTests.BadFrench(), words.In("fr"));
                Assert.DoesNotMatch(DataTests.Forbidden(), words.In("en"));
            }
        }
    }, iter: Runs);

    [Fact]
    public void Before_a_text_began_nothing_is_a_breach_of_it() => Whole.Sample(all =>
    {
        var articles = Book.Articles.ToDictionary(a => a.Id);
        foreach (var finding in Book.Judge(all, Now).Process.Where(f => f.Status == RuleStatus.LikelyBreach))
        {
            // A day of margin: midnight of the text's first day is earlier east of Greenwich.
            var last = all.LastShown.Value.Days.Last!.Value;
            Assert.True(last.AddDays(1) >= articles[finding.Article.Id].Versions[0].From, $"{finding.Rule} on {last}.");
        }
    }, iter: Runs);

    [Fact]
    public void Nothing_known_decides_nothing() =>
        Assert.All(Book.Judge(new AdFacts(), Now).Process, f => Assert.Equal(RuleStatus.Undetermined, f.Status));

    [Fact]
    public void The_same_facts_read_the_same() => Whole.Sample(all =>
        Assert.Equal(Book.Judge(all, Now).Process.Select(f => (f.Rule, f.Status, string.Join('|', f.Reasons))), Book.Judge(all, Now).Process.Select(f => (f.Rule, f.Status, string.Join('|', f.Reasons)))), iter: 50);
}
