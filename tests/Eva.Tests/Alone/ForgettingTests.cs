using System.Net;
using Beffroi.Eva.Alone;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Beffroi.Eva.Tests.Alone;

public sealed class ForgettingTests
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(90);
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Theory, ClassData(typeof(Engines))]
    public async Task After_ninety_days_without_activity_the_night_erases_everything_and_keeps_a_count(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var before = Rows(site);
        var alone = await Participant.AloneAtTheEnd(site, "complet");
        await alone.MakeCode();
        Assert.NotEqual(before, Rows(site));

        site.Clock.Advance(Kept);
        Assert.Equal(0, await Night(site));
        Assert.NotNull(site.LastAlone());
        site.Clock.Advance(Day);
        Assert.Equal(1, await Night(site));

        Assert.Equal(before, Rows(site));
        var left = site.Read(db => db.ForgottenPlays.Single());
        Assert.Equal((new DateOnly(2027, 2, 1), Parcours.Complet, true, ForgettingReason.Expired), (left.Month, left.Parcours, left.WasFinished, left.Reason));
        Assert.Equal("systeme", site.Read(db => db.Audit.First(a => a.Act == "seul.oublier" && a.Change == "Deleted").Who));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Past_its_day_an_evaluation_opens_to_nobody_even_before_the_night(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var alone = await Participant.Alone(site);
        var code = await alone.AnswerQuestionnaire();
        site.Clock.Advance(Kept + Day);

        var later = await site.Visit().Open("/eva/reprendre");
        await later.Press("Continuer", ("Code", code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, later.Status);
        Assert.Equal("/eva", (await alone.Visitor.Open("/eva/pret")).Address);
        Assert.Null(site.LastAlone());
        Assert.Equal(1, site.Read(db => db.ForgottenPlays.Count()));
    }

    [Fact]
    public async Task An_answer_or_a_return_with_the_code_puts_the_day_off()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var alone = await Participant.Alone(site);
        var code = await alone.AnswerQuestionnaire();

        site.Clock.Advance(Kept);
        await alone.Send(new Story(await alone.Start("livraison")).Answer("L01", "b", 4).Events);
        site.Clock.Advance(Kept);
        var back = await Participant.ComeBack(site, code);
        site.Clock.Advance(Kept);
        await Night(site);

        Assert.Equal(3, (await back.Journey()).Steps.Count);
    }

    [Fact]
    public async Task What_was_given_to_an_adviser_is_not_forgotten_and_campaigns_never_are()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await (await site.SignIn(Crew.Hugo)).Receive(await (await Participant.AloneAtTheEnd(site)).MakeCode());
        var all = site.Read(db => db.Evaluations.Count());

        site.Clock.Advance(TimeSpan.FromDays(1000));

        Assert.Equal(0, await Night(site));
        Assert.Equal(all, site.Read(db => db.Evaluations.Count()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_person_erases_everything_at_once_after_one_question(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var before = Rows(site);
        var alone = await Participant.AloneAtTheEnd(site);
        var code = await alone.MakeCode();

        await alone.Visitor.Open("/eva/seul/resultats");
        await alone.Visitor.Follow("Effacer mes réponses");
        Assert.NotNull(site.LastAlone());
        await alone.Visitor.Press("Oui, tout effacer");

        Assert.Equal("Tout est effacé", alone.Visitor.Heading);
        Assert.Equal(before, Rows(site));
        Assert.Equal(ForgettingReason.Asked, site.Read(db => db.ForgottenPlays.Single().Reason));
        Assert.Equal("/eva", (await alone.Visitor.Open("/eva/seul/resultats")).Address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await site.SignIn(Crew.Hugo)).Receive(code)).Status);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Erased_and_received_at_the_same_moment_it_is_one_or_the_other(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        for (var turn = 0; turn < 5; turn++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(5));
            var alone = await Participant.AloneAtTheEnd(site);
            var (id, code, hugo) = (site.LastAlone()!.Id, await alone.MakeCode(), await site.SignIn(Crew.Hugo));
            await alone.Visitor.Open("/eva/seul/effacer");

            await Task.WhenAll(alone.Visitor.Press("Oui, tout effacer"), hugo.Receive(code));

            Assert.All(new[] { alone.Visitor, hugo }, v => Assert.True((int)v.Status < 500, v.Text));
            var kept = site.Read(db => db.Evaluations.Any(e => e.Id == id));
            Assert.Equal(kept, site.Read(db => db.HandOvers.Any(h => h.EvaluationId == id)));
            Assert.Equal(kept ? "/eva/seul/resultats" : "/eva/seul/efface", alone.Visitor.Address);
            Assert.Equal(kept, hugo.Status == HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task The_night_also_clears_codes_past_their_day_and_tries_past_their_hour()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await (await Participant.AloneAtTheEnd(site)).MakeCode();
        await (await site.SignIn(Crew.Hugo)).Receive("BCDF 2345");

        site.Clock.Advance(TimeSpan.FromDays(8));
        await Night(site);

        Assert.Equal((0, 0), site.Read(db => (db.HandOverCodes.Count(), db.WrongHandOverCodes.Count())));
        Assert.NotNull(site.LastAlone());
    }

    [Theory]
    [InlineData("2026-11-23T10:00:00Z", "2026-11-24T02:00:00Z")]
    [InlineData("2026-11-24T01:59:59Z", "2026-11-24T02:00:00Z")]
    [InlineData("2026-11-24T02:00:00Z", "2026-11-25T02:00:00Z")]
    public void The_night_comes_at_two_each_day(string now, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture), NightlyForgetting.Next(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact(Timeout = 600_000)]
    public async Task The_job_of_the_night_comes_by_itself()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await Participant.Alone(site);
        site.Clock.Advance(Kept + Day);
        await using var scope = site.Scope();
        using var job = new NightlyForgetting(scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>(), site.Clock, NullLogger<NightlyForgetting>.Instance);
        await job.StartAsync(TestContext.Current.CancellationToken);

        // The hours pass until it has come by.
        while (site.LastAlone() is not null)
        {
            site.Clock.Advance(TimeSpan.FromHours(1));
            await Task.Yield();
        }

        await job.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, site.Read(db => db.ForgottenPlays.Count()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-90)]
    public void A_number_of_days_that_would_forget_at_once_is_refused(int days) => Assert.Throws<ArgumentOutOfRangeException>(() => new AloneSettings { KeptDays = days });

    static async Task<int> Night(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        return await scope.ServiceProvider.GetRequiredService<Forgetting>().ForgetAllDue(TestContext.Current.CancellationToken);
    }

    /// <summary>How many rows each table has that may hold something of a person.</summary>
    static string Rows(SiteUnderTest site) => site.Read(db => string.Join(' ',
    [
        db.Evaluations.Count(), db.Runs.Count(), db.Events.Count(), db.Results.Count(), db.SelfAnswers.Count(), db.HealthAnswers.Count(), db.Beneficiaries.Count(),
        db.Set<Background>().Count(), db.Set<AlonePlay>().Count(), db.HandOvers.Count(), db.HandOverCodes.Count(),
    ]));
}
