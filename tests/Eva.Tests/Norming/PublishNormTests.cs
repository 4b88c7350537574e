using System.Net;
using Beffroi.Eva.Norming;
using Beffroi.Eva.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Tests.Norming;

/// <summary>Rows 57 and 58: norms made of real results, published as versions, kept by the results of after.</summary>
public sealed class PublishNormTests
{
    const string Cohort = "/eva/normes/cohorte?echelle=beffroi-litteratie";

    [Theory, ClassData(typeof(Engines))]
    public async Task A_cohort_of_a_few_is_masked_and_nothing_is_published(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var camille = await site.SignIn(Crew.Superadmin);

        await camille.Open(Cohort + "&region=Hauts-de-France&genre=femme");
        Assert.Contains("Élargissez le filtre", camille.Text, StringComparison.Ordinal);
        Assert.Empty(camille.Page.QuerySelectorAll(".histogram"));
        await site.Cohort(9, gender: _ => "autre");
        await camille.Open(Cohort + "&genre=autre");
        Assert.Contains("Moins de 10 personnes correspondent : leurs chiffres sont masqués", Visitor.Flat(camille.Text), StringComparison.Ordinal);
        await camille.Post("/eva/normes/cohorte?echelle=beffroi-litteratie&genre=autre", ("Note", "Essai"), ("Exploratory", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Equal(0, site.Read(db => db.NormVersions.Count()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_norm_is_refused_while_its_conditions_are_not_kept_and_published_as_a_trial_that_serves_nobody(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Cohort(30);
        var camille = await site.SignIn(Crew.Superadmin);

        await camille.Open(Cohort);
        await camille.Press("Publier la norme", ("Note", "Premiers essais"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Contains("exploratoire", Assert.Single(camille.Mistakes), StringComparison.Ordinal);
        Assert.Equal(0, site.Read(db => db.NormVersions.Count()));

        await camille.Press("Publier la norme", ("Note", "Premiers essais"), ("Exploratory", "true"));

        Assert.Equal(HttpStatusCode.OK, camille.Status);
        Assert.Contains("Norme exploratoire", camille.Text, StringComparison.Ordinal);
        var norm = site.Read(db => db.NormVersions.AsNoTracking().Single());
        Assert.Equal((1, true, site.IdOf(Crew.Superadmin), "beffroi-litteratie"), (norm.Number, norm.IsExploratory, norm.AuthorId, norm.Scope));
        Assert.Contains("personnes", norm.GatesMissed, StringComparison.Ordinal);
        Assert.Contains("plan", norm.GatesMissed, StringComparison.Ordinal);
        Assert.Null(norm.Place(0, 0.4));
        Assert.Equal(1, site.Read(db => db.Audit.Count(a => a.Act == "norme.publier_exploratoire")));
        Assert.Contains("exploratoire", (await site.Visit().Open("/eva/mesure")).Text, StringComparison.Ordinal);
        // Later results are read in no norm.
        var after = (await site.Cohort(1, first: 500))[0];
        Assert.Null(site.Read(db => db.Results.First(r => r.EvaluationId == after).CohortNorms));
    }

    [Fact]
    public async Task A_published_norm_serves_the_results_of_after_and_each_keeps_its_own()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var before = (await site.Cohort(1, first: 900))[0];
        await Given(site, "beffroi-litteratie", 1, mean: -0.5, sd: 0.8, people: 200);
        var between = (await site.Cohort(1, first: 901))[0];
        await Given(site, "beffroi-litteratie", 2, mean: 1, sd: 0.8, people: 300);
        await Given(site, "beffroi-litteratie", 3, mean: 5, sd: 0.8, people: 500, exploratory: true);
        await Given(site, "beffroi-numeratie", 1, mean: 0, sd: 1, people: 150);
        var after = (await site.Cohort(1, first: 901))[0];
        var kept = () => site.Read(db => db.Results.AsNoTracking().Where(r => r.Engine == "beffroi").ToDictionary(r => r.EvaluationId, r => (r.CohortNorms, r.NormsVersion, r.Score)));

        var first = kept();
        Assert.Equal((null, "litteratie:1", "litteratie:2 numeratie:1"), (first[before].CohortNorms, first[between].CohortNorms, first[after].CohortNorms));
        // The engine's own figures are the same whatever the norm: a norm changes no level.
        Assert.Equal(first[between].Score, first[after].Score);
        Assert.All(first.Values, r => Assert.Equal("beffroi-expert-2026-11", r.NormsVersion));

        // Computed again under a newer norm, an old result keeps its own, and its figures.
        await site.Score([before, between, after]);
        Assert.Equal(first[between], kept()[between]);
        Assert.Equal(first[before], kept()[before]);

        var scale = Score.FromJson(first[between].Score).Litteratie!;
        Assert.Contains(Rank(-0.5, 0.8, scale.Value), await Told(site, between), StringComparison.Ordinal);
        Assert.Contains(Rank(1, 0.8, scale.Value), await Told(site, after), StringComparison.Ordinal);
        Assert.Contains("intervalle à 95 %", await Told(site, after), StringComparison.Ordinal);
        Assert.DoesNotContain("Parmi des personnes comparables", await Told(site, before), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_norm_under_a_hundred_people_gives_no_rank()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await Given(site, "beffroi-litteratie", 1, 0, 1, people: 99);
        var played = (await site.Cohort(1, first: 7))[0];
        Assert.Null(site.Read(db => db.Results.First(r => r.EvaluationId == played).CohortNorms));
        Assert.DoesNotContain("Parmi des personnes comparables", await Told(site, played), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reviews_are_added_beside_a_version_and_told_to_all_without_a_name()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await Given(site, "beffroi-litteratie", 1, 0, 1, people: 200);
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open("/eva/normes/beffroi-litteratie/1");
        await camille.Press("Ajouter la relecture", ("Reviewer", "Rosalind Pemberton, statisticienne"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Equal(4, camille.Mistakes.Count);

        (string, string?)[] review = [("Reviewer", "Rosalind Pemberton, statisticienne"), ("ReviewedOn", "2026-11-20"), ("Proved", "Les aptitudes sont bien estimées."), ("Remains", "Un échantillon commun avec l’ANLCI."), ("Verdict", "avec_reserves")];
        await camille.Press("Ajouter la relecture", review);
        Assert.Contains("Rosalind Pemberton", camille.Text, StringComparison.Ordinal);
        var version = BankVersions.BankShelf.Embedded("livraison").Version;
        await camille.Open($"/eva/normes/banques/livraison/{version}");
        await camille.Press("Ajouter la relecture", review);

        Assert.Equal([$"banque livraison {version}", "norme beffroi-litteratie 1"], site.Read(db => db.ScientificReviews.Select(r => r.Subject).ToList()).Order(StringComparer.Ordinal));
        var told = (await site.Visit().Open("/eva/mesure")).Text;
        Assert.Contains("Un échantillon commun avec l’ANLCI.", told, StringComparison.Ordinal);
        Assert.Contains("avec des réserves", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Pemberton", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Camille", told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await camille.Open("/eva/normes/banques/livraison/inconnue")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await camille.Open("/eva/normes/beffroi-litteratie/2")).Status);
    }

    [Fact]
    public async Task A_plan_is_decided_by_versions_and_a_reader_sees_what_is_reached()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open("/eva/normes/plan");
        await camille.Press("Décider de ce plan", ("Strata", "Mission locale ; rien"), ("Note", "Essai"));
        Assert.Contains("Ligne 1", Assert.Single(camille.Mistakes), StringComparison.Ordinal);
        await camille.Press("Décider de ce plan", ("Strata", "* ; * ; * ; 12"), ("Note", "Essai"));
        await camille.Press("Décider de ce plan", ("Strata", "* ; * ; * ; 12 ; 60\nGreta ; * ; * ; 5"), ("Note", "Avec le Greta"));
        Assert.Equal([1, 2], site.Read(db => db.SamplingPlans.Select(p => p.Number).Order().ToList()));

        await site.Cohort(20);
        await camille.Open(Cohort);

        var rows = camille.Page.QuerySelectorAll("table").Single(t => t.TextContent.Contains("Objectifs du plan", StringComparison.Ordinal)).QuerySelectorAll("tbody tr").Select(r => Visitor.Flat(r.TextContent)).ToList();
        Assert.Contains("oui", rows[0], StringComparison.Ordinal);
        Assert.Contains("Greta", rows[1], StringComparison.Ordinal);
        Assert.EndsWith("non", rows[1], StringComparison.Ordinal);
    }

    static async Task Given(SiteUnderTest site, string scope, int number, double mean, double sd, int people, bool exploratory = false) => await site.Given(new NormVersion
    {
        Id = Guid.NewGuid(), Scope = scope, Number = number, AuthorId = site.IdOf(Crew.Superadmin), At = SiteUnderTest.Start, Note = "Essai", IsExploratory = exploratory, Persons = people, FilterText = new NormFilter().ToJson(), RestsOn = "essai", GatesMissed = exploratory ? "plan" : "",
        StatisticsText = new NormStatistics
        {
            Persons = people, LeftByEffort = 0, Mean = mean, StandardDeviation = sd, MeanStandardError = 0.3, HistogramFrom = -1, Histogram = [people], Latent = new(people, mean, sd, 0.05, 0.05), MarginalReliability = 0.9, Form = null, Items = [], Dif = [], Modes = [],
        }.ToJson(),
    });

    // By the normal distribution alone (Abramowitz & Stegun 7.1.26, within 1.5e-7).
    static string Rank(double mean, double sd, double ability)
    {
        var x = Math.Abs(ability - mean) / sd / Math.Sqrt(2);
        var t = 1 / (1 + (0.3275911 * x));
        var erf = 1 - (((((((((1.061405429 * t) - 1.453152027) * t) + 1.421413741) * t) - 0.284496736) * t) + 0.254829592) * t * Math.Exp(-x * x));
        return $"environ {Math.Round(50 * (1 + (ability < mean ? -erf : erf)))} ont moins";
    }

    static async Task<string> Told(SiteUnderTest site, Guid evaluation) => Visitor.Flat((await (await site.SignIn(Crew.Hugo)).Open($"/eva/evaluations/{evaluation}")).Text);
}
