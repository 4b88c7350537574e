using Beffroi.Eva.Norming;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;
using Beffroi.Psychometrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Eva.Tests.Norming;

/// <summary>Row 57: who is in a cohort, and its figures against plain recomputations.</summary>
public sealed class CohortTests
{
    static readonly NormScope Literacy = NormScope.Find("beffroi-litteratie")!;

    [Theory, ClassData(typeof(Engines))]
    public async Task Only_those_who_finished_with_effort_and_whom_the_filter_keeps_are_in_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var nobody = new NormFilter { From = new(2026, 11, 23), To = new(2026, 11, 23) };
        var world = (await Of(site, nobody)).People.Count;
        await site.Cohort(24, gender: n => n % 3 == 0 ? "homme" : "femme", mode: n => n < 6 ? "tactile" : "souris");
        await site.Cohort(5, finished: false, first: 100);
        await site.Cohort(7, seconds: 0.4, first: 200);

        var all = await Of(site, nobody);
        Assert.Equal(world + 24, all.People.Count);
        Assert.True(all.LeftByEffort >= 7);
        var men = site.Read(db => db.Evaluations.Count(e => e.FinishedAt != null && e.Background!.Gender == "homme" && e.Campaign!.Label.StartsWith("Cohorte")));
        Assert.Equal(8, men);
        var tactile = await Of(site, nobody with { InputMode = "tactile", Gender = "femme", FrenchFirst = "non" });
        Assert.All(tactile.People, p => Assert.Equal(("tactile", "femme", "non"), (p.InputMode, p.Gender, p.FrenchFirst)));
        // Of the first six: 1 and 5 are women whose first language is another.
        Assert.Equal(2, tactile.People.Count);
        Assert.Empty((await Of(site, nobody with { From = new(2026, 11, 24), To = null })).People);
        Assert.Empty((await Of(site, nobody with { Region = "Bretagne" })).People);
        Assert.Equal(all.People.Count, (await Of(site, nobody with { Parcours = Parcours.CompetencesDeBase })).People.Count + (await Of(site, nobody with { Parcours = Parcours.Complet })).People.Count);
        Assert.All((await Of(site, nobody with { AgeFrom = 30, AgeTo = 35 })).People, p => Assert.InRange(p.Age!.Value, 30, 35));
        var there = all.Attendances.Single(a => a.Structure == site.StructureOf("Mission locale du Beffroi"));
        Assert.True(there.Begun >= 36 && there.Finished >= 31 && there.Read >= 24, there.ToString());
    }

    [Fact]
    public async Task People_alone_are_in_it_only_when_they_are_chosen()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var before = (await Of(site, new())).People.Count;
        await Participant.AloneAtTheEnd(site);

        Assert.Equal((before, before + 1), ((await Of(site, new())).People.Count, (await Of(site, new() { WithAlone = true })).People.Count));
        Assert.Null((await Of(site, new() { WithAlone = true })).People.Single(p => p.Structure is null).Structure);
    }

    [Fact]
    public async Task Its_figures_are_those_of_the_textbook()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Cohort(60);
        var cohort = await Of(site, new() { InputMode = "souris" });
        var values = site.Read(db => db.Evaluations.AsNoTracking().Where(e => e.Campaign!.Label.StartsWith("Cohorte")).SelectMany(e => e.Results).Where(r => r.Engine == "beffroi").Select(r => r.Score).ToList()).ConvertAll(s => Score.FromJson(s).Litteratie!);
        Assert.Equal(values.Select(v => v.Value).Order(), cohort.People.Where(p => p.Answers.Count == 16).Select(p => p.Value).Order().TakeLast(60));
        var alone = cohort with { People = [.. cohort.People.Where(p => p.Answers.Count == 16)] };

        var told = CohortStatistics.Of(alone);

        var (mean, n) = (alone.People.Average(p => p.Value), alone.People.Count);
        var variance = alone.People.Sum(p => (p.Value - mean) * (p.Value - mean)) / n;
        Assert.Equal(mean, told.Mean, 10);
        Assert.Equal(variance / (variance + alone.People.Average(p => p.StandardError * p.StandardError)), told.MarginalReliability!.Value, 10);
        Assert.Equal(n, told.Histogram.Sum());
        // Cronbach's alpha, by variances.
        var items = alone.People[0].Answers.Select(a => a.Item).ToList();
        double Var(IEnumerable<double> x) => x.ToList() is var all ? all.Sum(v => (v - all.Average()) * (v - all.Average())) / (all.Count - 1) : 0;
        var of = items.Sum(i => Var(alone.People.Select(p => (double)p.Answers.Single(a => a.Item == i).Score)));
        var total = Var(alone.People.Select(p => (double)p.Answers.Sum(a => a.Score)));
        Assert.Equal(items.Count / (items.Count - 1.0) * (1 - (of / total)), told.Form!.Alpha, 8);
        Assert.Equal((n, 16), (told.Form.Persons, told.Form.Items));
        Assert.Equal(16, told.Items.Count);
        Assert.All(told.Items, i => Assert.Equal(alone.People.Average(p => p.Answers.Single(a => a.Item == i.Item).Score), i.Share, 10));
        // Fewer than a hundred in each group: it is said, not guessed.
        Assert.All(told.Dif, d => Assert.Equal(DifGap.TooFewPeople, d.Gap));
        // What is frozen comes back the same.
        Assert.Equal(told.ToJson(), NormStatistics.FromJson(told.ToJson()).ToJson());
    }

    [Fact]
    public void An_item_that_one_group_fails_is_found_and_keeps_devices_apart()
    {
        var chance = new Random(2);
        var model = LogisticItem.TwoParameter(1.2, 0);
        // Item 3 is harder by two logits for those who answer with a finger.
        CohortPerson Person(bool finger)
        {
            var theta = Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
            return new()
            {
                Value = theta, StandardError = 0.4, InputMode = finger ? "tactile" : "souris", Gender = "femme",
                Answers = [.. Enumerable.Range(1, 12).Select(i => new CohortAnswer($"livraison Q{i}", null, chance.NextDouble() < 1 / (1 + Math.Exp(-1.2 * (theta - (i / 4.0) + 1.5 - (finger && i == 3 ? 2 : 0)))) ? 1 : 0, model))],
            };
        }

        Cohort Of(IEnumerable<CohortPerson> people) => new(Literacy, [.. people], [], 0, IsCut: false);
        var statistics = CohortStatistics.Of(Of(Enumerable.Range(0, 700).Select(n => Person(n % 3 == 0))));

        var modes = statistics.Dif.Single(d => d.Groups == "moyen");
        Assert.Equal(["livraison Q3"], modes.Large.Select(i => i.Item));
        Assert.True(modes.Items.Single(i => i.Item == "livraison Q3").Delta < -1.5);
        Assert.Equal(DifGap.TooFewPeople, statistics.Dif.Single(d => d.Groups == "genre").Gap);
        var gates = PublishingGate.Of(Literacy, statistics, null).ToDictionary(g => g.Name, g => g.Kept, StringComparer.Ordinal);
        Assert.Equal((true, false, false, false), (gates["personnes"], gates["appareils"], gates["ecarts"], gates["plan"]));
        var oneDevice = PublishingGate.Of(Literacy, CohortStatistics.Of(Of(Enumerable.Range(0, 200).Select(_ => Person(finger: false)))), null).ToDictionary(g => g.Name, g => g.Kept, StringComparer.Ordinal);
        Assert.Equal((true, true), (oneDevice["appareils"], oneDevice["ecarts"]));
    }

    static async Task<Cohort> Of(SiteUnderTest site, NormFilter filter)
    {
        await using var scope = site.Scope();
        return await CohortReading.Of(scope.ServiceProvider.GetRequiredService<EvaDb>(), Literacy, filter, scope.ServiceProvider.GetRequiredService<IStructures>(), TestContext.Current.CancellationToken);
    }
}
