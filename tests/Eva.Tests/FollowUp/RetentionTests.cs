using System.Net;
using Beffroi.Eva.FollowUp;
using Beffroi.Eva.Retention;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Beffroi.Eva.Tests.FollowUp;

/// <summary>Row 46: how long a name is kept.</summary>
public sealed class RetentionTests
{
    const string Text = "Bonjour, je suis Zéphyrine et mon fils a de l’asthme.";

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_46_five_years_to_the_day_after_the_last_evaluation_nobody_is_left_behind_the_results(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (person, evaluation) = await Zephyrine(site);
        var results = site.Read(db => db.Results.Where(r => r.EvaluationId == evaluation).OrderBy(r => r.Engine).Select(r => r.Score).ToList());
        var events = site.Read(db => db.Events.Count());
        Assert.NotEmpty(results);

        // The 22nd of November 2031 is the day before; the world's people played some days earlier and go first.
        site.Clock.Advance(new DateTimeOffset(2031, 11, 22, 23, 59, 59, TimeSpan.Zero) - SiteUnderTest.Start);
        await Night(site);
        Assert.Equal("Zéphyrine", site.Read(db => db.Beneficiaries.Single(b => b.Id == person.Id).Name));
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Night(site));

        var left = site.Read(db => db.Beneficiaries.Include(b => b.Anonymised).Single(b => b.Id == person.Id));
        Assert.Equal($"Personne anonyme {left.Anonymised!.Number}", left.Name);
        Assert.Equal(results, site.Read(db => db.Results.Where(r => r.EvaluationId == evaluation).OrderBy(r => r.Engine).Select(r => r.Score).ToList()));
        Assert.Equal(events, site.Read(db => db.Events.Count()));
        Assert.Equal((0, 0, 0), site.Read(db => ValueTuple.Create(db.SelfAnswers.Count(a => a.EvaluationId == evaluation), db.HealthAnswers.Count(a => a.EvaluationId == evaluation), db.Set<Background>().Count(b => b.EvaluationId == evaluation))));
        var tables = WholeDatabase.Read(site);
        Assert.All(new[] { "Zéphyrine", person.Code, "asthme" }, word => Assert.DoesNotContain(tables, cell => cell.Value.Contains(word, StringComparison.OrdinalIgnoreCase)));
        var row = site.Read(db => db.Audit.Single(a => a.Subject == $"Beneficiary:{person.Id}" && a.Act == "personne.anonymiser"));
        Assert.Equal(("systeme", "Modified"), (row.Who, row.Change));
        Assert.DoesNotContain(site.Logs, line => line.Contains("Zéphyrine", StringComparison.Ordinal) || line.Contains(person.Code, StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Once_anonymous_a_person_is_read_by_her_number_and_neither_code_nor_browser_opens_anything(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var elif = site.Person("Elif");
        var playing = await Participant.ComeBack(site, elif.Code);
        site.Clock.Advance(TimeSpan.FromDays(6 * 366));
        await Night(site);

        Assert.StartsWith("Ce code n’existe pas", Assert.Single((await Participant.ComeBack(site, elif.Code)).Visitor.Mistakes), StringComparison.Ordinal);
        var token = site.Read(db => db.Beneficiaries.Single(b => b.Id == elif.Id).Code);
        Assert.StartsWith("Ce code n’existe pas", Assert.Single((await Participant.ComeBack(site, token)).Visitor.Mistakes), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await playing.Visitor.Open("/api/eva/evaluations/moi")).Status);
        var hugo = await (await site.SignIn(Crew.Hugo)).Open($"/eva/beneficiaires/{elif.Id}");
        Assert.StartsWith("Personne anonyme", hugo.Heading, StringComparison.Ordinal);
        Assert.Empty(hugo.Page.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.OK, (await hugo.Open($"/eva/evaluations/{site.EvaluationsOf(elif.Id)[0]}")).Status);
        foreach (var door in new[] { "fusionner", "donnees", "donnees.json", "effacer" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open($"/eva/beneficiaires/{elif.Id}/{door}")).Status);
        }

        Assert.Equal(0, await Night(site));
        var numbers = site.Read(db => db.Anonymisations.Select(a => a.Number).ToList());
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers.Order());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_new_evaluation_puts_the_day_off(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Plus tard");
        var awa = site.Person("Awa");
        site.Clock.Advance(new DateTimeOffset(2030, 1, 15, 9, 0, 0, TimeSpan.Zero) - SiteUnderTest.Start);
        await Participant.Enter(site, campaign.Code, awa.Code);

        site.Clock.Advance(new DateTimeOffset(2035, 1, 14, 9, 0, 0, TimeSpan.Zero) - site.Clock.GetUtcNow());
        await Night(site);
        Assert.Equal("Awa", site.Read(db => db.Beneficiaries.Single(b => b.Id == awa.Id).Name));
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await Night(site));
        Assert.NotEqual("Awa", site.Read(db => db.Beneficiaries.Single(b => b.Id == awa.Id).Name));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_46_a_structure_keeps_for_less_time_and_the_others_are_left_alone(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await Participant.Enter(site, "BKT59000", "Lina");
        await Participant.Enter(site, "CNL59500", "Sofia");
        var nadia = await (await site.SignIn(Crew.Admin)).Open("/eva/conservation");
        await nadia.Press("Enregistrer la durée", ("Months", "6"));
        Assert.Contains("6 mois, par Nadia Belkacem, le 23 novembre 2026", nadia.Text, StringComparison.Ordinal);

        site.Clock.Advance(new DateTimeOffset(2027, 5, 22, 12, 0, 0, TimeSpan.Zero) - SiteUnderTest.Start);
        await Night(site);
        Assert.True(site.Read(db => db.Beneficiaries.Any(b => b.Name == "Lina")));
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await Night(site));
        Assert.False(site.Read(db => db.Beneficiaries.Any(b => b.Name == "Lina")));
        Assert.True(site.Read(db => db.Beneficiaries.Any(b => b.Name == "Sofia")));

        var rule = site.Read(db => db.RetentionRules.Single());
        Assert.Equal((6, site.IdOf(Crew.Admin), SiteUnderTest.Start), (rule.Months, rule.By, rule.At));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("60")]
    [InlineData("120")]
    [InlineData("")]
    public async Task Row_46_only_a_shorter_time_of_the_list_can_be_chosen(string months)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var nadia = await (await site.SignIn(Crew.Admin)).Open("/eva/conservation");

        await nadia.Post("/eva/conservation", ("Months", months));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 0), (nadia.Status, site.Read(db => db.RetentionRules.Count())));
    }

    [Fact]
    public async Task Back_to_the_time_of_the_site_is_a_choice_too_and_the_former_one_stays_to_be_read()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var nadia = await (await site.SignIn(Crew.Admin)).Open("/eva/conservation");
        await nadia.Press("Enregistrer la durée", ("Months", "12"));
        site.Clock.Advance(TimeSpan.FromDays(1));
        nadia = await (await site.SignIn(Crew.Admin)).Open("/eva/conservation");

        await nadia.Press("Enregistrer la durée", ("Months", "site"));

        Assert.Equal([12, null], site.Read(db => db.RetentionRules.OrderBy(r => r.At).Select(r => r.Months).ToList()));
        site.Clock.Advance(TimeSpan.FromDays(800));
        Assert.Equal(0, await Night(site));
    }

    [Fact]
    public async Task A_night_goes_through_more_people_than_one_batch_and_tells_how_many()
    {
        await using var site = await SiteUnderTest.Empty();
        var (structure, old) = (Guid.NewGuid(), SiteUnderTest.Start.AddYears(-6));
        await site.Given([.. Enumerable.Range(0, 205).Select(i => new Beneficiary { Id = Guid.CreateVersion7(old), StructureId = structure, Name = $"Nom {i}", Code = $"NOM{i:D5}", CreatedAt = old })]);
        var told = new List<int>();

        await using var scope = site.Scope();
        Assert.Equal(205, await scope.ServiceProvider.GetRequiredService<Anonymising>().AnonymiseAllDue(told.Add, TestContext.Current.CancellationToken));

        Assert.Equal([100, 200, 205], told);
        Assert.Equal(Enumerable.Range(1, 205), site.Read(db => db.Anonymisations.Select(a => a.Number).ToList()).Order());
    }

    [Fact(Timeout = 600_000)]
    public async Task The_job_of_the_night_comes_by_itself()
    {
        await using var site = await SiteUnderTest.WithWorld();
        site.Clock.Advance(TimeSpan.FromDays(6 * 366));
        await using var scope = site.Scope();
        using var job = new NightlyAnonymising(scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>(), site.Clock, NullLogger<NightlyAnonymising>.Instance);
        await job.StartAsync(TestContext.Current.CancellationToken);

        // The hours pass until it has come by.
        while (site.Read(db => db.Beneficiaries.Any(b => b.Anonymised == null)))
        {
            site.Clock.Advance(TimeSpan.FromHours(1));
            await Task.Yield();
        }

        await job.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("2026-11-23T10:00:00Z", "2026-11-24T01:00:00Z")]
    [InlineData("2026-11-24T00:59:59Z", "2026-11-24T01:00:00Z")]
    [InlineData("2026-11-24T01:00:00Z", "2026-11-25T01:00:00Z")]
    public void The_night_comes_at_one_each_day(string now, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture), NightlyAnonymising.Next(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(0)]
    [InlineData(61)]
    public void A_site_keeps_from_one_month_to_five_years(int months) => Assert.Throws<ArgumentOutOfRangeException>(() => new RetentionSettings { KeptMonths = months });

    static async Task<(Beneficiary Person, Guid Evaluation)> Zephyrine(SiteUnderTest site)
    {
        var campaign = await site.CreateWith("Tout", "WithWriting", "WithSelfPositioning", "WithHealth");
        var zephyrine = await Participant.Enter(site, campaign.Code, "Zéphyrine");
        await zephyrine.AnswerQuestionnaire(("age", "47"), ("sante_accord", "oui"), ("sante_vue", "oui"));
        var livraison = await zephyrine.Start("livraison");
        await zephyrine.Send(new Story(livraison).Answer("L20", Text, 40).Events);
        await zephyrine.PlayAll(_ => true);
        var evaluation = site.LastEvaluation(campaign.Id);
        Assert.NotNull(evaluation.FinishedAt);
        Assert.NotEmpty(evaluation.SelfAnswers);
        Assert.NotEmpty(evaluation.HealthAnswers);
        await site.WriteAbout(evaluation.Id, "asthme");
        Assert.Contains(WholeDatabase.Read(site), cell => cell.Value.Contains("asthme", StringComparison.Ordinal));
        return (evaluation.Beneficiary!, evaluation.Id);
    }

    static async Task<int> Night(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        return await scope.ServiceProvider.GetRequiredService<Anonymising>().AnonymiseAllDue(null, TestContext.Current.CancellationToken);
    }
}
