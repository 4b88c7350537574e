using System.Net;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Tests.OnTheShelf;
using Beffroi.Encyclopedia;
using Beffroi.Kit;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Chat.Tests.CasePages;

/// <summary>A practice of the encyclopedia as a checklist (C7, table 5.1).</summary>
public sealed class RunningTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_practice_is_run_step_by_step_and_the_encyclopedia_is_told(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var id = await site.CaseOf();
        var seat = site.SeatOf(ChatWorld.Hugo);
        await site.Write(id, seat, seat.Draft(new ObservableNoted { Observable = Observable.Read(ObservableKind.Url, "https://leurre.example/a")! }, new() { Tlp = Tlp.Green }));
        var hugo = await Started(site, id);
        var run = site.ReadChat(db => db.CaseLines.Select(l => l.Content).ToList()).ConvertAll(CaseJson.Read<CaseEvent>).Select(e => e.Fact).OfType<RunStarted>().Single();

        Assert.Equal(run.Title, hugo.Heading);
        Assert.Equal(run.Steps.Count, hugo.Page.QuerySelectorAll(".case-steps > li").Length);
        Assert.Contains($"version {run.Version}", hugo.Text, StringComparison.Ordinal);
        Assert.Contains("Étape qui bloque la suite", hugo.Text, StringComparison.Ordinal);
        var here = hugo.Address;
        foreach (var step in run.Steps)
        {
            await hugo.At($"{here}/{step.Id}");
            foreach (var tool in step.Tools.Where(t => t.Launch is not null))
            {
                Assert.NotNull(hugo.Page.QuerySelector($"a[href='{tool.Launch!.Replace("{value}", "https%3A%2F%2Fleurre.example%2Fa", StringComparison.Ordinal)}']"));
            }

            await hugo.Press("Enregistrer", ("State", nameof(StepState.Done)), ("Owner", site.IdOf(ChatWorld.Paul).ToString()), ("Result", $"Fait : {step.Id}"));
            Assert.Equal(HttpStatusCode.OK, hugo.Status);
        }

        Assert.Contains("Paul Mercier", hugo.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Étape qui bloque la suite", hugo.Text, StringComparison.Ordinal);
        await hugo.Press("Terminer", ("Outcome", nameof(UseOutcome.Partly)), ("Note", "Entre nous"), ("PublicNote", "L’étape deux est longue"));

        var use = site.ReadEncyclopedia(db => db.Uses.Single());
        Assert.Equal((UseOutcome.Partly, "L’étape deux est longue"), (use.Outcome, use.PublicNote));
        Assert.NotNull(use.EndedAt);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_a_restricted_case_the_encyclopedia_learns_the_month_and_how_it_went(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var id = await site.CaseOf(CaseStory.Two);
        var hugo = await Started(site, id);
        var run = hugo.Address.Split('/')[^1];
        Assert.Null(hugo.Page.QuerySelector("textarea[name=PublicNote]"));
        Assert.Contains("au-dessus de TLP:GREEN", hugo.Text, StringComparison.Ordinal);
        await hugo.Post(hugo.Address, ("Outcome", nameof(UseOutcome.Partly)), ("Note", "Entre nous"), ("PublicNote", "Le port de Brume"));

        var use = site.ReadEncyclopedia(db => db.Uses.Single());
        var month = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal((month, month, UseOutcome.Partly, null), (use.StartedAt, use.EndedAt!.Value, use.Outcome, use.PublicNote));
        Assert.NotEqual(Guid.Parse(run), use.Id);
    }

    [Fact]
    public async Task A_step_waits_for_the_blocking_one_before_it_and_a_late_one_says_so()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (id, seat) = (await site.CaseOf(), site.SeatOf(ChatWorld.Hugo));
        var run = seat.Draft(
            new RunStarted
            {
                Practice = TestEntries.Practice, Version = 1, Title = "À deux temps", Href = "/encyclopedie", Language = Lang.French,
                Steps =
                [
                    new() { Id = "avant", Act = "Prévenir le port", Expected = "Prévenu", Role = "analyst", RoleLabel = "Analyste", Blocking = true, DueAt = SiteUnderTest.Start.AddHours(2) },
                    new() { Id = "apres", Act = "Publier", Expected = "Publié", Role = "analyst", RoleLabel = "Analyste" },
                ],
            }, new() { Tlp = Tlp.Green });
        await site.Write(id, seat, run);
        site.Clock.Advance(TimeSpan.FromHours(3));
        var hugo = await site.SignIn(ChatWorld.Hugo);

        await (await hugo.At(CaseStory.Of(id, $"/demarches/{run.Id}/apres"))).Press("Enregistrer", ("State", nameof(StepState.Done)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Contains("D’abord\u00A0: Prévenir le port", hugo.Page.QuerySelector(".fr-error-text, .fr-message--error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("En retard", (await hugo.At(CaseStory.Of(id, $"/demarches/{run.Id}"))).Text, StringComparison.Ordinal);
        Assert.Contains("Prévenir le port", (await hugo.At("/discussion/questions-ouvertes?reason=Step")).Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_retrospective_proposes_an_edit_of_the_practice_and_links_to_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var id = await site.CaseOf();
        var hugo = await Started(site, id);
        var run = hugo.Address.Split('/')[^1];
        await hugo.At(CaseStory.Of(id, $"/bilan/{run}"));
        await hugo.Press("Envoyer en relecture", ("Act0", "Regarder deux fois"), ("Comment", "Une fois ne suffit pas"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Equal("Regarder deux fois", hugo.Page.QuerySelector("input[name=Act0]")!.GetAttribute("value"));
        await (await hugo.At(CaseStory.Of(id, "/bilan"))).Press("Enregistrer", ("Worked", "L’alerte"), ("Failed", "Le délai"), ("Lessons", "Regarder deux fois"));

        await (await hugo.At(CaseStory.Of(id, $"/bilan/{run}"))).Press("Envoyer en relecture", ("Act0", "Regarder deux fois"), ("Comment", "Une fois ne suffit pas"));

        Assert.Equal(CaseStory.Of(id, "/bilan"), hugo.Address);
        var proposal = site.ReadEncyclopedia(db => db.Proposals.OrderByDescending(p => p.At).First());
        var link = hugo.Page.QuerySelectorAll("main a").First(a => a.TextContent == TestEntries.Practice).GetAttribute("href")!;
        Assert.Contains("Regarder deux fois", proposal.Content, StringComparison.Ordinal);
        await hugo.Open(link);
        Assert.NotEqual(HttpStatusCode.NotFound, hugo.Status);
    }

    static async Task<Visitor> Started(SiteUnderTest site, Guid id)
    {
        var hugo = await (await site.SignIn(ChatWorld.Hugo)).At(CaseStory.Of(id, "/demarches?all=true"));
        await hugo.Post(CaseStory.Of(id, "/demarches"), ("FormId", Guid.NewGuid().ToString()), ("Practice", TestEntries.Practice));
        Assert.Equal(HttpStatusCode.OK, hugo.Status);
        return hugo;
    }
}
