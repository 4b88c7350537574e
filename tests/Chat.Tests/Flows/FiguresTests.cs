using System.Text.Json;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Figures;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.Flows;

/// <summary>The metrics of the convention on /stats (C15): counts and medians, masked while they are small, and nothing else.</summary>
public sealed class FiguresTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Manipulations_reuses_and_answers_are_counted_from_the_threshold_on(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        for (var i = 0; i < PublicFigure.Least; i++)
        {
            var (id, _) = await site.Open(i % 2 == 0 ? ChatWorld.Hugo : ChatWorld.Nadia, $"Secret {i}", GivenCases.Of(Tlp.AmberStrict, i % 2 == 0 ? ChatWorld.Observatory : ChatWorld.Ministry));
            var name = i % 2 == 0 ? ChatWorld.Hugo : ChatWorld.Nadia;
            site.Clock.Advance(TimeSpan.FromHours(2));
            await site.Add(id, name, new() { Tlp = Tlp.AmberStrict }, [.. Convention.Five.Criteria.Select(c => GivenCases.Yes(c.Key))]);
            site.Clock.Advance(TimeSpan.FromHours(3));
            var reaction = (await site.Add(id, name, new() { Tlp = Tlp.AmberStrict }, new ReactionProposed { Option = ReactionOption.Nothing, Text = "Laisser", Backfire = "Aucun", BackfireChance = Estimate.Unlikely }))[0];
            await site.Add(id, name, new() { Tlp = Tlp.AmberStrict }, new ReactionDecided { Reaction = reaction, Verdict = Verdict.Taken, Why = "Peu vu" }, new ReuseTold { Sector = Sector.Research, By = "Un laboratoire", What = "Un article" });
            if (i == 0)
            {
                await site.Add(id, name, new() { Tlp = Tlp.AmberStrict }, new ReuseTold { Sector = Sector.State, By = "Un service", What = "Une note" });
            }

            // One short of the threshold: masked.
            if (i == PublicFigure.Least - 2)
            {
                await using var scope = site.Scope();
                var read = await scope.ServiceProvider.GetServices<IPublicFigures>().OfType<ChatFigures>().Single().Read(TestContext.Current.CancellationToken);
                Assert.All(read, f => Assert.True(f.IsMasked, f.Name));
            }
        }

        var figures = await Figures(site);
        Assert.Equal((10, 10, 10), (Value("manipulations_detectees"), Value("manipulations_qualifiees"), Value("manipulations_traitees")));
        Assert.Equal((2, 3), (Value("heures_avant_qualification"), Value("heures_avant_reaction")));
        Assert.Equal(10, Value("reutilisations_recherche"));
        Assert.True(figures["reutilisations_etat"].GetProperty("masque").GetBoolean());
        Assert.Equal(JsonValueKind.Null, figures["reutilisations_etat"].GetProperty("valeur").ValueKind);
        Assert.True(figures["plateformes_dossiers"].GetProperty("masque").GetBoolean());
        var page = await (await site.Visit().Open("/stats")).Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Secret", page, StringComparison.Ordinal);
        Assert.DoesNotContain(ChatWorld.Observatory.Name, page, StringComparison.Ordinal);
        Assert.Contains("Manipulations détectées", page, StringComparison.Ordinal);

        double Value(string name) => figures[name].GetProperty("valeur").GetDouble();
    }

    [Fact]
    public async Task A_reuse_is_told_on_the_case_by_sector()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (id, _) = await site.Open(ChatWorld.Hugo, "Port", GivenCases.Of(Tlp.Amber, ChatWorld.Observatory));
        var hugo = await site.SignIn(ChatWorld.Hugo);
        await hugo.Open(Addresses.Reuses(Lang.French, id));
        await hugo.Press("Noter", ("By", "Un journal"), ("What", ""));
        Assert.Contains(hugo.Mistakes, m => m.Contains("Choisissez", StringComparison.Ordinal));
        Assert.Equal("Un journal", hugo.Page.QuerySelector("input[name=By]")!.GetAttribute("value"));
        await hugo.Press("Noter", ("By", "Un journal"), ("What", "Une enquête"), ("Sector", nameof(Sector.CivilSociety)));
        Assert.Empty(hugo.Mistakes);
        Assert.Equal(Sector.CivilSociety, (await site.ViewOf(id, ChatWorld.Paul))!.State.Reuses.Single().Fact.Sector);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_two_organisations_met_without_knowing_of_each_other_counts_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        ObservableNoted Page(string path) => new() { Observable = Observable.Read(ObservableKind.Url, "https://leurre.example/" + path)! };
        ObservableNoted Tag(string tag) => new() { Observable = Observable.Read(ObservableKind.Hashtag, tag)! };
        var (ministry, observatory, laboratory) = (GivenCases.Of(Tlp.AmberStrict, ChatWorld.Ministry), GivenCases.Of(Tlp.AmberStrict, ChatWorld.Observatory), GivenCases.Of(Tlp.AmberStrict, ChatWorld.Laboratory));
        await site.Open(ChatWorld.Nadia, "Port, vu du ministère", ministry, Page("port"));
        await site.Open(ChatWorld.Hugo, "Port, vu de l’observatoire", observatory, Page("port"), GivenCases.Account("un"), GivenCases.Account("deux"));
        await site.Open(ChatWorld.Samira, "Port, vu du laboratoire", laboratory, GivenCases.Account("un"), GivenCases.Account("deux"));
        Assert.Equal(1, (await Counted(site)).Detected);

        // One tag in common is no manipulation in common; and an organisation that holds two cases apart has its reasons.
        await site.Open(ChatWorld.Samira, "Météo", laboratory, Tag("pluie"));
        await site.Open(ChatWorld.Hugo, "Autre météo", observatory, Tag("pluie"));
        await site.Open(ChatWorld.Hugo, "Suite de la météo", observatory, Page("meteo"));
        await site.Open(ChatWorld.Hugo, "Fin de la météo", observatory, Page("meteo"));
        Assert.Equal(5, (await Counted(site)).Detected);
    }

    [Fact]
    public async Task An_alert_counts_with_the_case_that_it_was_sent_from_and_what_a_partner_makes_of_it()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (id, lines) = await site.Open(ChatWorld.Nadia, "Port fermé", GivenCases.Of(Tlp.Amber, ChatWorld.Ministry), GivenCases.Yes(Convention.Massive));
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open(Addresses.Alert(Lang.French, id));
        await nadia.Press("Envoyer l’alerte", ("Summary", "x"), ("ActionAsked", "y"), ("To", ChatWorld.Observatory.Id.ToString()), ("Lines", lines[1].ToString()), ("Tlp", nameof(Tlp.Amber)));
        var alert = Guid.Parse(nadia.Address.Split('/')[^2]);
        Assert.Equal(1, (await Counted(site)).Detected);

        // The partner goes on in the alert's own case, and qualifies there what its sender has not: still one.
        await site.Add(alert, ChatWorld.Hugo, new() { Tlp = Tlp.Amber }, [.. Convention.Five.Criteria.Where(c => c.Key != Convention.Massive).Select(c => GivenCases.Yes(c.Key))]);
        var counted = await Counted(site);
        Assert.Equal((1, 1), (counted.Detected, counted.Qualified));
    }

    [Fact]
    public async Task A_date_of_another_century_moves_no_median_and_none_is_in_the_future()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (seat, id) = (await site.SeatOf(ChatWorld.Hugo), Guid.NewGuid());
        var marking = GivenCases.Of(Tlp.Amber, ChatWorld.Observatory);
        var reply = await OnTheShelf.Shelf.Open(site, id, seat, [new() { Id = Guid.NewGuid(), Author = seat.Author, Marking = marking, Fact = new CaseOpened { Title = "Vieux" }, KnewAt = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero) }]);
        Assert.True(reply.IsDone);
        await site.Add(id, ChatWorld.Hugo, new() { Tlp = Tlp.Amber }, [.. Convention.Five.Criteria.Select(c => GivenCases.Yes(c.Key))]);
        var sent = new DossierSent { Platform = "X", Rule = "x", Text = "x", SentAt = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero), Accounts = [Observable.Read(ObservableKind.Account, "compte1", "x")!] };
        var dossier = (await site.Add(id, ChatWorld.Hugo, new() { Tlp = Tlp.Amber }, sent))[0];
        await site.Add(id, ChatWorld.Hugo, new() { Tlp = Tlp.Amber }, new DossierAnswered { Dossier = dossier, Answer = PlatformAnswer.Acted, AnsweredAt = site.Clock.GetUtcNow() });
        var counted = await Counted(site);
        Assert.Equal((TimeSpan.FromDays(PhaseTimes.MostBefore), TimeSpan.FromDays(PhaseTimes.MostBefore)), (counted.MedianToQualify, counted.MedianPlatformAnswer));

        var hugo = await (await site.SignIn(ChatWorld.Hugo)).Open($"{Addresses.Case(Lang.French, id)}/chronologie");
        await hugo.Press("Noter", ("Text", "Demain"), ("HappenedAt", "2026-11-22T08:00"), ("KnewAt", "2199-01-01T08:00"));
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Contains(hugo.Mistakes, m => m.Contains("pas encore passée", StringComparison.Ordinal));
        var late = await OnTheShelf.Shelf.Write(site, id, seat, [new() { Id = Guid.NewGuid(), Author = seat.Author, Marking = new() { Tlp = Tlp.Amber }, Fact = sent with { SentAt = site.Clock.GetUtcNow().AddYears(1) } }]);
        Assert.Equal("SentAt", Assert.Single(late.Faults).Field);
    }

    static async Task<Manipulations> Counted(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        var (logs, shelf) = (new List<CaseLog>(), scope.ServiceProvider.GetRequiredService<CaseShelf>());
        foreach (var id in site.ReadChat(db => db.Cases.Select(c => c.Id).ToList()))
        {
            logs.Add((await shelf.Load(id, TestContext.Current.CancellationToken))!);
        }

        return Manipulations.Of(logs);
    }

    static async Task<Dictionary<string, JsonElement>> Figures(SiteUnderTest site)
    {
        using var json = JsonDocument.Parse(await site.Visit().Http.GetStringAsync("/stats.json", TestContext.Current.CancellationToken));
        return json.RootElement.GetProperty("indicateurs").EnumerateArray().ToDictionary(l => l.GetProperty("nom").GetString()!, l => l.Clone(), StringComparer.Ordinal);
    }
}
