using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Ads.Tests.Answering;

/// <summary>A hundred people do at the same moment what only one of them may do; on both engines.</summary>
public sealed class RaceTests
{
    const int Crowd = 100;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_last_place_of_an_ad_is_kept_for_one_of_a_hundred(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.GivenSomeAds(1, changeGroup: (_, group) => (group.Answers, group.Wanted) = (2, 3));
        var shown = await AtOnce(n => site.NextFor($"p{n}"));
        Assert.Equal([GivenAds.Ad(1)], shown.OfType<Guid>());
        Assert.Equal((1, 1), (site.ReadAds(db => db.Groups.Single().Promised), site.ReadAds(db => db.Holds.Count(h => h.Open))));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_last_answer_that_is_wanted_is_taken_from_one_of_a_hundred_who_have_no_place(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.GivenSomeAds(1);
        // Two who do not agree, and one answer is wanted yet; the third leaves it open, for a fourth is then wanted: so only the state after all is told.
        await site.AnswerOf(1, "a", 'y');
        await site.AnswerOf(1, "b", 'y');
        var takings = await AtOnce(n => Take(site, $"p{n}", PoliticalAnswer.No));
        var taken = takings.Count(t => t == Taking.Taken);
        Assert.Equal(Crowd - taken, takings.Count(t => t == Taking.TooLate));
        Assert.InRange(taken, 1, new AnsweringSettings().AtMost - 2);
        var group = site.ReadAds(db => db.Groups.Single());
        Assert.Equal((2 + taken, 2 + taken, 0), (group.Answers, site.ReadAds(db => db.Answers.Count()), group.Promised));
        Assert.InRange(group.Answers, 3, group.Wanted);
    }

    /// <summary>Those who answer keep answering while a reviewer takes their answers out: none is forgotten on either side.</summary>
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Answers_that_come_while_their_author_is_taken_out_are_out_too_and_counts_agree(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.GivenSomeAds(Crowd);
        for (var n = 1; n <= Crowd; n++)
        {
            await site.AnswerOf(n, "honest", 'n');
        }

        await site.AnswerOf(Crowd, "rogue", 'y');
        await AtOnce(async n =>
        {
            if (n == Crowd / 2)
            {
                await Remove(site, "rogue");
                return Taking.Taken;
            }

            return await Take(site, "rogue", PoliticalAnswer.Yes, n + 1);
        });
        Assert.Empty(site.ReadAds(db => db.Answers.Where(a => a.Voter == GivenAds.Voter("rogue") && a.RemovalId == null).Select(a => a.GroupId).ToList()));
        Assert.All(site.ReadAds(db => db.Groups.AsNoTracking().ToList()), g => Assert.Equal((1, 0), (g.Answers, g.Promised)));
        Assert.All(site.ReadAds(db => db.Verdicts.Where(v => v.Question == Question.Political).ToList()), v => Assert.Equal(1, v.Answers));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_form_that_is_sent_a_hundred_times_at_once_is_one_answer(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.GivenSomeAds(1, changeGroup: (_, group) => group.Wanted = 30);
        await site.NextFor("a");
        var takings = await AtOnce(_ => Take(site, "a", PoliticalAnswer.Yes));
        Assert.Equal((1, Crowd - 1), (takings.Count(t => t == Taking.Taken), takings.Count(t => t == Taking.Already)));
        Assert.Equal((1, 1, 0), (site.ReadAds(db => db.Answers.Count()), site.ReadAds(db => db.Groups.Single().Answers), site.ReadAds(db => db.Groups.Single().Promised)));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_person_taken_out_by_two_reviewers_at_once_is_taken_out_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.GivenSomeAds(3);
        for (var n = 1; n <= 3; n++)
        {
            await site.AnswerOf(n, "rogue", 'y');
        }

        await AtOnce(async n =>
        {
            await Remove(site, "rogue");
            return n;
        });
        var removals = site.ReadAds(db => db.Removals.AsNoTracking().ToList());
        Assert.Equal(3, Assert.Single(removals).Answers);
        Assert.All(site.ReadAds(db => db.Answers.ToList()), a => Assert.Equal(removals[0].Id, a.RemovalId));
        Assert.All(site.ReadAds(db => db.Groups.ToList()), g => Assert.Equal(0, g.Answers));
    }

    static async Task<T[]> AtOnce<T>(Func<int, Task<T>> act)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, Crowd).Select(n => Task.Run(async () =>
        {
            await gate.Task;
            return await act(n);
        })).ToList();
        gate.SetResult();
        return await Task.WhenAll(all);
    }

    static async Task<Taking> Take(SiteUnderTest site, string voter, PoliticalAnswer answer, int ad = 1)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "annonces.repondre";
        return (await scope.ServiceProvider.GetRequiredService<TakeAnswer>().Take(GivenAds.Ad(ad), answer, Lang.French, GivenAds.Voter(voter), null, Ct)).Taking;
    }

    static async Task Remove(SiteUnderTest site, string voter)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "annonces.retirer";
        await scope.ServiceProvider.GetRequiredService<AnswerRemovals>().Remove(GivenAds.Voter(voter), "Un essai.", Guid.NewGuid(), Ct);
    }
}
