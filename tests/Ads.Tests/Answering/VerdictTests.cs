using System.Globalization;
using Beffroi.Crowdsourcing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Ads.Tests.Answering;

/// <summary>What the answers of a group say together, and when more are asked for.</summary>
public sealed class VerdictTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Three_alike_say_too_little_and_four_settle_an_ad(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.GivenSomeAds(1);
        await site.Answers(1, "nnn");
        var early = Verdict(site, 1, Question.Political);
        Assert.False(early.Settled);
        Assert.Equal(GroupState.Open, State(site, 1));

        await site.Answers(1, "n", prefix: "w");
        var verdict = Verdict(site, 1, Question.Political);
        Assert.Equal(("No", true, 4, "No", 1.0), (verdict.Leading, verdict.Settled, verdict.Answers, verdict.Majority, verdict.MajorityShare));
        Assert.InRange(verdict.Certainty, 0.99, 1);
        Assert.Equal("Yes:0;No:4;CannotSay:0", verdict.Counts);
        Assert.Equal(GroupState.Settled, State(site, 1));
    }

    [Fact]
    public async Task A_political_ad_is_settled_when_its_purpose_is_too()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(2);
        await site.Answers(1, "yyyy", Purpose.PartyOrCandidate);
        Assert.Equal(GroupState.Settled, State(site, 1));
        Assert.Equal("PartyOrCandidate", Verdict(site, 1, Question.Purpose).Leading);

        // Nobody said what the other is for: it is waited for some minutes, then one more person is asked.
        await site.Answers(2, "yyyy", prefix: "w");
        Assert.Equal((GroupState.Open, 4), Asked(site, 2));
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        await site.Round(round => round.EachMinute(Ct));
        Assert.Equal((GroupState.Open, 5), Asked(site, 2));
    }

    [Fact]
    public async Task Where_people_differ_one_more_is_asked_until_an_expert_is()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(1);
        await site.Answers(1, "nny");
        Assert.Equal((GroupState.Open, 4), Asked(site, 1));
        await site.Answers(1, "yncyncyncync", prefix: "w");
        Assert.Equal(GroupState.Disputed, State(site, 1));
        Assert.Equal(15, Verdict(site, 1, Question.Political).Answers);
    }

    /// <summary>Answers of a day, put together by the night and by the library at once.</summary>
    [Fact]
    public async Task A_night_gives_what_the_library_gives_of_all_answers_at_once()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(12, changeGroup: (_, group) => group.Answers = 6);
        var votes = new List<Vote>();
        await site.Write<AdsDb>(db =>
        {
            for (var ad = 1; ad <= 12; ad++)
            {
                for (var person = 0; person < 6; person++)
                {
                    // Two of six are often wrong, each in a way of their own.
                    var truth = ad % 2 == 0 ? PoliticalAnswer.Yes : PoliticalAnswer.No;
                    var said = person == 5 && ad % 3 != 0 ? (truth == PoliticalAnswer.Yes ? PoliticalAnswer.No : PoliticalAnswer.Yes) : person == 4 && ad % 4 == 0 ? PoliticalAnswer.CannotSay : truth;
                    db.Add(new Answer { Id = Guid.NewGuid(), GroupId = GivenAds.Group(ad), AdId = GivenAds.Ad(ad), Voter = GivenAds.Voter($"p{person}"), Political = said, Language = Kit.Lang.French, At = SiteUnderTest.Start });
                    votes.Add(new(ad - 1, person, (int)said));
                }
            }
        });

        await site.Round(round => round.EachNight(Ct));
        var whole = Aggregator.Aggregate(VoteTable.Of(12, 6, 3, votes.ToArray()), ct: Ct);
        for (var ad = 1; ad <= 12; ad++)
        {
            var posterior = Verdict(site, ad, Question.Political).Posterior.Split(';').Select(p => double.Parse(p.Split(':')[1], CultureInfo.InvariantCulture)).ToList();
            for (var label = 0; label < 3; label++)
            {
                Assert.Equal(whole.Posterior(ad - 1)[label], posterior[label], 0.01);
            }
        }
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Answers_of_a_browser_are_taken_out_of_the_count_with_a_trace_and_put_back(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.GivenSomeAds(1);
        await site.Answers(1, "nnnn");
        Assert.Equal(GroupState.Settled, State(site, 1));

        var reviewer = await site.SignIn(Crew.Superadmin);
        await reviewer.Open("/annonces/contributions");
        Assert.Contains(GivenAds.Voter("v1"), reviewer.Text);
        await reviewer.Press("Retirer ces réponses", ("Voter", GivenAds.Voter("v1")), ("Reason", ""));
        Assert.NotEmpty(reviewer.Mistakes);
        await reviewer.Press("Retirer ces réponses", ("Voter", GivenAds.Voter("v1")), ("Reason", "Mille réponses en une minute"));
        Assert.Equal((GroupState.Open, 4), Asked(site, 1));
        Assert.Equal(3, Verdict(site, 1, Question.Political).Answers);
        Assert.Equal(3, site.ReadAds(db => db.Groups.Single(g => g.Id == GivenAds.Group(1)).Answers));
        var trace = site.ReadAds(db => db.Removals.Single());
        Assert.Equal((1, "Mille réponses en une minute", site.IdOf(Crew.Superadmin)), (trace.Answers, trace.Reason, trace.By));
        Assert.Contains("Mille réponses en une minute", reviewer.Text);

        await reviewer.Press($"Annuler le retrait de {GivenAds.Voter("v1")}");
        Assert.Equal(GroupState.Settled, State(site, 1));
        Assert.Equal(4, Verdict(site, 1, Question.Political).Answers);
        Assert.NotNull(site.ReadAds(db => db.Removals.Single().UndoneAt));
    }

    [Fact]
    public async Task A_reviewer_makes_an_ad_a_known_answer_and_gives_it_back()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.GivenSomeAds(1);
        var reviewer = await site.SignIn(Crew.Superadmin);
        await reviewer.Open("/annonces/temoins");
        await reviewer.Press("Ajouter", ("Ad", "https://localhost/annonces/annonce/" + GivenAds.Ad(1)), ("Political", "No"), ("Purpose", "Commercial"), ("Because", "Elle vend un vélo."));
        Assert.Equal(GroupState.Gold, State(site, 1));
        await site.Answers(1, "ny");
        await reviewer.Open("/annonces/temoins");
        Assert.Contains("1 sur 2", reviewer.Text);
        await reviewer.Press("Rendre aux autres l’annonce de Union du Phare");
        Assert.Equal(GroupState.Open, State(site, 1));
        Assert.Empty(site.ReadAds(db => db.Gold.ToList()));
    }

    /// <summary>A verdict that is being made waits for what another does to the group, and leaves alone what became known meanwhile.</summary>
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_group_that_becomes_a_known_answer_meanwhile_stays_one(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.GivenSomeAds(1);
        await site.Answers(1, "nnn");
        await using var one = site.Scope();
        var db = one.ServiceProvider.GetRequiredService<AdsDb>();
        Task settling;
        await using (var transaction = await db.Database.BeginTransactionAsync(Ct))
        {
            await db.Database.ExecuteSqlAsync($"""UPDATE ads_groups SET "State" = 'Gold', "Answers" = 7 WHERE "Id" = {GivenAds.Group(1)}""", Ct);
            settling = Task.Run(() => site.Round(round => round.EachNight(Ct)), Ct);
            await Task.Delay(500, Ct);
            await transaction.CommitAsync(Ct);
        }

        await settling;
        Assert.Equal((GroupState.Gold, 7), (State(site, 1), site.ReadAds(db => db.Groups.Single().Answers)));
    }

    [Fact]
    public async Task A_political_ad_whose_purpose_few_say_is_settled_and_not_called_disputed()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(2);
        for (var n = 0; n < 8; n++)
        {
            await site.AnswerOf(1, $"w{n}", 'y');
            site.Clock.Advance(TimeSpan.FromMinutes(6));
            await site.Round(round => round.EachMinute(Ct));
        }

        await site.AnswerOf(1, "last", 'y', Purpose.Poll);
        Assert.Equal(GroupState.Settled, State(site, 1));
        Assert.False(Verdict(site, 1, Question.Purpose).Settled);

        // Where people contradict each other on it, an expert is needed.
        foreach (var (purpose, n) in Enumerable.Range(0, 4).SelectMany(n => new[] { Purpose.Poll, Purpose.Commercial, Purpose.Revelation, Purpose.Engagement }.Select(p => (p, n))).Take(15))
        {
            await site.AnswerOf(2, $"{purpose}{n}", 'y', purpose);
        }

        Assert.Equal(GroupState.Disputed, State(site, 2));
    }

    [Fact]
    public async Task What_a_removed_browser_answers_later_does_not_count_either_and_its_network_goes_with_it()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.GivenSomeAds(2);
        await site.Answers(1, "nnn");
        await site.Write<AdsDb>(db => db.Answers.Where(a => a.Voter != GivenAds.Voter("v2")).ToList().ForEach(a => a.Network = "une box"));
        var reviewer = await site.SignIn(Crew.Superadmin);
        await reviewer.Open("/annonces/contributions");
        await reviewer.Press("Retirer ces réponses", ("Voter", GivenAds.Voter("v0")), ("Reason", "Une seule personne"), ("Network", "on"));
        Assert.Equal([GivenAds.Voter("v0"), GivenAds.Voter("v1")], site.ReadAds(db => db.Removals.Select(r => r.Voter).OrderBy(v => v).ToList()));
        Assert.Equal(1, Verdict(site, 1, Question.Political).Answers);

        await site.Answers(2, "n");
        Assert.Equal(0, site.ReadAds(db => db.Groups.Single(g => g.Id == GivenAds.Group(2)).Answers));
        Assert.NotNull(site.ReadAds(db => db.Answers.Single(a => a.GroupId == GivenAds.Group(2)).RemovalId));
        await reviewer.Press($"Annuler le retrait de {GivenAds.Voter("v0")}");
        Assert.Equal(1, site.ReadAds(db => db.Groups.Single(g => g.Id == GivenAds.Group(2)).Answers));
    }

    /// <summary>What was taken back leaves the weighing even where too few answers are left to use it.</summary>
    [Fact]
    public void Skills_are_weighed_again_whatever_the_number_of_answers()
    {
        var board = Board.Of(Question.Political, []);
        var group = Guid.NewGuid();
        board.Settle(group, [new("a", 0), new("b", 0), new("c", 1)]);
        var asked = false;
        Standing.Of(Question.Political, [new("a", 0)], () => { asked = true; return board.Settle(group, [new("a", 0)]); }, new StopRule());
        Assert.True(asked);
        Assert.Equal(board.Settle(group, [new("a", 0)]), Board.Of(Question.Political, [(group, "a", 0)]).Settle(group, [new("a", 0)])!, (x, y) => Math.Abs(x - y) < 1e-6);
    }

    [Fact]
    public void Beyond_so_many_people_answers_are_counted_alike_and_nothing_fails()
    {
        var board = Board.Of(Question.Purpose, [(Guid.NewGuid(), "a", 0), (Guid.NewGuid(), "b", 0)], most: 2);
        List<Ballot> four = [new("a", 1), new("c", 1), new("d", 1), new("e", 1)];
        Assert.Null(board.Settle(Guid.NewGuid(), four));
        Assert.NotNull(board.Settle(Guid.NewGuid(), [new("a", 1), new("b", 1)]));
        var standing = Standing.Of(Question.Purpose, four, () => board.Settle(Guid.NewGuid(), four), new StopRule { AtLeast = 3, AtMost = 15, Certainty = 0.99 });
        Assert.Equal((1, true, 1.0), (standing.Leading!.Value, standing.Settled, standing.Certainty));
    }

    /// <summary>Answers of pseudonyms that have no key any more, about ads that are settled: they move nothing, and are not read.</summary>
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_night_leaves_alone_what_was_settled_long_ago(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.GivenSomeAds(2);
        await site.Answers(1, "nnnn");
        await site.Answers(2, "nny");
        site.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal([GivenAds.Group(2)], site.ReadAds(db => db.Moving(SiteUnderTest.Start.AddDays(9)).ToList()));
        await site.Round(round => round.EachNight(Ct));
        Assert.Equal((GroupState.Settled, GroupState.Open), (State(site, 1), State(site, 2)));
    }

    /// <summary>Whoever answers an ad and looks at its page cannot tell that its answer was known.</summary>
    [Fact]
    public async Task A_known_answer_is_told_as_any_other_ad_is()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.GivenSomeAds(2);
        await site.Answers(1, "nnnn");
        var reviewer = await site.SignIn(Crew.Superadmin);
        foreach (var ad in new[] { 1, 2 })
        {
            await reviewer.Open("/annonces/temoins");
            await reviewer.Press("Ajouter", ("Ad", GivenAds.Ad(ad).ToString()), ("Political", "No"), ("Because", "Elle vend un vélo."));
        }

        await site.Answers(1, "n", prefix: "w");
        await site.Answers(2, "nnnn", prefix: "w");
        var (settled, fresh) = (Shown(site, 1), Shown(site, 2));
        Assert.Equal((4, GroupState.Settled, 1), (settled.Answers, settled.State, settled.Questions.Count));
        Assert.Equal((2, GroupState.Open, 0), (fresh.Answers, fresh.State, fresh.Questions.Count));
        await using var scope = site.Scope();
        var (db, publication) = (scope.ServiceProvider.GetRequiredService<AdsDb>(), scope.ServiceProvider.GetRequiredService<Publication>());
        var mine = db.Ads.Where(a => a.Id == GivenAds.Ad(1) || a.Id == GivenAds.Ad(2));
        Assert.Equal([GivenAds.Ad(1)], await mine.In(GroupState.Settled, db, publication).Select(a => a.Id).ToListAsync(Ct));
        Assert.Equal([GivenAds.Ad(2)], await mine.In(GroupState.Open, db, publication).Select(a => a.Id).ToListAsync(Ct));
    }

    static ShownAnswers Shown(SiteUnderTest site, int ad) => site.ReadAds(db => ShownAnswers.Of(db.Groups.Single(g => g.Id == GivenAds.Group(ad)), db.Verdicts.Where(v => v.GroupId == GivenAds.Group(ad)).ToList()));

    [Fact]
    public async Task Only_reviewers_see_contributions_and_known_answers()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);
        foreach (var page in new[] { "/annonces/contributions", "/annonces/temoins", "/en/ads/contributions", "/en/ads/known-answers" })
        {
            await hugo.Open(page);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, hugo.Status);
        }
    }

    static Verdict Verdict(SiteUnderTest site, int ad, Question question) => site.ReadAds(db => db.Verdicts.AsNoTracking().Single(v => v.GroupId == GivenAds.Group(ad) && v.Question == question));

    static GroupState State(SiteUnderTest site, int ad) => Asked(site, ad).State;

    static (GroupState State, int Wanted) Asked(SiteUnderTest site, int ad) => site.ReadAds(db => db.Groups.Where(g => g.Id == GivenAds.Group(ad)).Select(g => new { g.State, g.Wanted }).Single()) is var group ? (group.State, group.Wanted) : default;
}
