using System.Globalization;
using System.Text.Json;
using Beffroi.Eva.Bank;
using Beffroi.Eva.BankStatistics;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Entry;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Eva.Tests.Banks;

/// <summary>Figures of an item, against plain recomputations of plays that the test made up.</summary>
public sealed class ItemStatisticsTests
{
    static readonly IReadOnlyList<BankItem> Items = BankShelf.Embedded("livraison").Items;

    [Theory, ClassData(typeof(Engines))]
    public async Task Shares_times_modes_and_the_link_with_the_rest_are_those_of_the_plays(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var plays = Plays(40);
        await Given(site, plays);
        var first = plays.ConvertAll(p => p["L01"]);

        var read = await Of(site, "L01");

        // Others of the named world played too, by the bank of the program: they are counted with these.
        var world = await Of(await SiteUnderTest.WithWorld(engine), "L01");
        Assert.Equal((world.Shown + 40, world.Answered + 39), (read.Shown, read.Answered));
        Assert.Equal(world.Helped + 1, read.Helped);
        Assert.Equal(world.Right + first.Count(a => a is { Given: "b", Helped: false }), read.Right);
        Assert.Equal(world.DontKnow + first.Count(a => a is { Given: null, Shown: true, Seconds: > 0 }), read.DontKnow);
        Assert.Equal(read.Counted, read.Given.Sum(g => g.Count) + read.DontKnow);
        Assert.Equal(world.Given.Single(g => g.Answer == "c").Count + first.Count(a => a is { Given: "c", Helped: false }), read.Given.Single(g => g.Answer == "c").Count);
    }

    [Fact]
    public async Task The_figures_of_plays_alone_are_those_of_their_textbook_formulas()
    {
        await using var site = await SiteUnderTest.Empty();
        var plays = Plays(40);
        await Given(site, plays);
        var counted = plays.Where(p => p["L01"] is { Shown: true, Helped: false, Seconds: > 0 }).ToList();

        var read = await Of(site, "L01");

        var x = counted.ConvertAll(p => p["L01"].Given == "b" ? 1.0 : 0);
        var y = counted.ConvertAll(p => p.Where(a => a.Key != "L01").Average(a => Items.Single(i => i.Id == a.Key).Solution[0] == a.Value.Given ? 1.0 : 0));
        var times = counted.Select(p => p["L01"].Seconds).Order().ToList();
        Assert.Equal(Pearson(x, y), read.PointBiserial!.Value, 10);
        Assert.Equal(counted.Count, read.PointBiserialPlays);
        Assert.Equal((times[(times.Count - 1) / 2] + times[times.Count / 2]) / 2, read.MedianSeconds!.Value, 6);
        Assert.Equal([("clavier", counted.Count(p => p["L01"].Mode == "clavier")), ("souris", counted.Count(p => p["L01"].Mode == "souris"))], read.Modes.OrderBy(m => m.Mode, StringComparer.Ordinal));
        Assert.Equal(read.Right / (double)read.Counted, x.Average(), 10);

        // The observed difficulty, by a plain search over a fine grid of abilities and difficulties.
        var people = counted.ConvertAll(p => Posterior(p.Where(a => a.Key != "L01" && Items.Single(i => i.Id == a.Key).Skill != "numeratie").Select(a => (Items.Single(i => i.Id == a.Key), a.Value.Given))));
        double Expected(double b) => people.Sum(post => post.Sum(q => q.Weight * Chance(q.Theta, b)));
        var best = Enumerable.Range(-8000, 16_001).Select(i => i / 1000.0).MinBy(b => Math.Abs(Expected(b) - x.Sum()));
        Assert.Equal(best, read.Difficulty!.Value, 2);
        Assert.Equal(Expected(Items[0].Difficulty) / people.Count, read.ExpectedRight, 4);
    }

    [Fact]
    public async Task Under_twenty_answers_nothing_is_told_but_how_many()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);
        var few = (await Of(site, "L01")).Counted;
        // One of them only saw the question, one was helped.
        await Given(site, Plays(19 - few + 2));
        await camille.Open("/eva/banque/livraison/L01");
        Assert.Contains("Moins de 20 réponses : les chiffres restent cachés", Visitor.Flat(camille.Text), StringComparison.Ordinal);
        Assert.DoesNotContain("Temps médian", camille.Text, StringComparison.Ordinal);

        await Given(site, Plays(3));
        await camille.Open("/eva/banque/livraison/L01");
        Assert.DoesNotContain("restent cachés", camille.Text, StringComparison.Ordinal);
        Assert.Contains("Temps médian", camille.Text, StringComparison.Ordinal);
        Assert.Contains("clavier", camille.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_to_a_question_that_was_another_are_not_counted()
    {
        await using var site = await SiteUnderTest.Empty();
        var bank = BankShelf.Embedded("livraison");
        var other = SituationBank.Of("livraison", bank.Entries.Select(e => (e.Use, e.Item.Id switch
        {
            "L01" => e.Item with { Question = "Et ensuite ?" },
            // Its difficulty is ours to judge: whoever answers sees nothing of it.
            "L03" => e.Item with { Difficulty = -1.85 },
            _ => e.Item,
        })));
        await site.Given(new StoredBank { Situation = "livraison", Version = other.Version, Content = BankText.Of(other), At = SiteUnderTest.Start });
        await Given(site, Plays(10));
        await Given(site, Plays(10), other.Version);

        Assert.Equal((10, 20), ((await Of(site, "L01")).Shown, (await Of(site, "L03")).Shown));
    }

    static async Task<ItemStatistics> Of(SiteUnderTest site, string id)
    {
        await using var scope = site.Scope();
        return await StatisticsReading.Of(scope.ServiceProvider.GetRequiredService<EvaDb>(), BankOutline.Find("livraison")!, BankShelf.Embedded("livraison").Find(id)!, TestContext.Current.CancellationToken);
    }

    /// <summary>What a person did with a question.</summary>
    sealed record Told(bool Shown, string? Given, double Seconds, bool Helped, string Mode);

    // The first has only seen L01, the second had it read aloud; then the better the person, the more often right.
    static List<Dictionary<string, Told>> Plays(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(n => Items.Where(i => i.Kind is ItemKind.Choice).ToDictionary(i => i.Id, i =>
        {
            var (luck, seconds) = (random.NextDouble(), 2 + Math.Round(random.NextDouble() * 20, 3));
            var given = luck < n / (double)count ? i.Solution[0] : luck < 0.9 ? i.Choices.First(c => c.Id != i.Solution[0]).Id : null;
            return new Told(Shown: true, given, i.Id == "L01" && n == 0 ? 0 : seconds, i.Id == "L01" && n == 1, random.Next(3) == 0 ? "clavier" : "souris");
        }, StringComparer.Ordinal))];
    }

    static async Task Given(SiteUnderTest site, List<Dictionary<string, Told>> plays, string? version = null)
    {
        var structure = Guid.NewGuid();
        var code = $"T{Guid.NewGuid():N}"[..12];
        var campaign = new Campaign
        {
            Id = Guid.NewGuid(), StructureId = structure, AuthorId = Guid.NewGuid(), Label = code, Code = code, CreatedAt = SiteUnderTest.Start, IsPrivate = false, Parcours = Parcours.CompetencesDeBase, Situations = ["livraison"], WithWriting = false,
        };
        await site.Given(campaign);
        foreach (var (n, play) in plays.Index())
        {
            var person = new Beneficiary { Id = Guid.NewGuid(), StructureId = structure, Name = "Awa", Code = $"{code}{n}", CreatedAt = SiteUnderTest.Start };
            var evaluation = new Evaluation { Id = Guid.NewGuid(), CampaignId = campaign.Id, BeneficiaryId = person.Id, StartedAt = SiteUnderTest.Start, ConsentedAt = SiteUnderTest.Start, ConsentVersion = ConsentText.Version, TokenHash = [] };
            var run = new Run { Id = Guid.NewGuid(), EvaluationId = evaluation.Id, Situation = "livraison", Seed = n, StartedAt = SiteUnderTest.Start, BankVersion = version };
            await site.Given([person, evaluation, run, .. Lines(run.Id, play)]);
        }
    }

    static IEnumerable<EventLine> Lines(Guid run, Dictionary<string, Told> play)
    {
        var (position, now) = (0, SiteUnderTest.Start.ToUnixTimeMilliseconds());
        foreach (var (id, told) in play)
        {
            yield return Line(EventNames.QuestionShown, new { question = id });
            if (told.Helped)
            {
                yield return Line(EventNames.ReadAloud, new { question = id });
            }

            if (told.Seconds > 0)
            {
                now += (long)(told.Seconds * 1000);
                yield return told.Given is null ? Line(EventNames.Answered, new { question = id, neSaisPas = true, moyen = told.Mode }) : Line(EventNames.Answered, new { question = id, reponse = told.Given, moyen = told.Mode });
            }
        }

        EventLine Line(string name, object data) => new() { RunId = run, Position = position++, Name = name, Date = now, ReceivedAt = SiteUnderTest.Start, Data = JsonSerializer.Serialize(data) };
    }

    static double Pearson(List<double> x, List<double> y)
    {
        var (mx, my) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
    }

    static double Chance(double theta, double difficulty) => 1 / (1 + Math.Exp(-1.1 * (theta - difficulty)));

    static List<(double Theta, double Weight)> Posterior(IEnumerable<(BankItem Item, string? Given)> others)
    {
        var all = others.ToList();
        var points = Enumerable.Range(-400, 801).Select(i => i / 80.0).Select(theta => (theta, Math.Exp(-theta * theta / 2) * all.Aggregate(1.0, (product, o) => product * (o.Item.Solution[0] == o.Given ? Chance(theta, o.Item.Difficulty) : 1 - Chance(theta, o.Item.Difficulty))))).ToList();
        var total = points.Sum(p => p.Item2);
        return points.ConvertAll(p => (p.theta, p.Item2 / total));
    }
}
