using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Chat.Tests.Flows;
using Beffroi.Chat.Tests.OnTheShelf;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.CasePages;

/// <summary>Lists of cases are asked of rows, and say what the views of the logs say.</summary>
public sealed class ShelfListsTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Lists_say_what_each_reader_may_know_and_follow_every_line(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var two = GivenCases.Of(Tlp.Amber, ChatWorld.Ministry, ChatWorld.Observatory);
        var (id, _) = await GivenCases.Open(site, ChatWorld.Nadia, "Titre commun", two);
        await site.Add(id, ChatWorld.Hugo, GivenCases.Of(Tlp.Amber, ChatWorld.Observatory), new ArgumentMade { Stance = Stance.Question, Text = "Question de l’observatoire ?" });
        // For Paul alone of the observatory, and for Nadia who asks.
        await site.Add(id, ChatWorld.Nadia, new() { Tlp = Tlp.Red, Audience = Audience.OfPeople(site.IdOf(ChatWorld.Paul), site.IdOf(ChatWorld.Nadia)) }, new ArgumentMade { Stance = Stance.Question, Text = "Question nommée ?" });
        foreach (var name in new[] { ChatWorld.Nadia, ChatWorld.Camille, ChatWorld.Hugo, ChatWorld.Paul, ChatWorld.Samira })
        {
            await Same(site, name);
        }

        // One more line changes what each of them reads.
        await site.Add(id, ChatWorld.Nadia, new() { Tlp = Tlp.Amber }, new CaseTitled { Title = "Titre nouveau" }, new PhaseEntered { Phase = CasePhase.Reaction });
        var opening = (await site.ViewOf(id, ChatWorld.Nadia))!.Events[0].Id;
        foreach (var name in new[] { ChatWorld.Nadia, ChatWorld.Camille, ChatWorld.Hugo, ChatWorld.Paul, ChatWorld.Samira })
        {
            await Same(site, name);
        }

        await site.Add(id, ChatWorld.Nadia, new() { Tlp = Tlp.Amber }, new MarkingChanged { Target = opening, To = GivenCases.Of(Tlp.Amber, ChatWorld.Ministry), Why = "Entre nous" });
        foreach (var name in new[] { ChatWorld.Nadia, ChatWorld.Camille, ChatWorld.Hugo, ChatWorld.Paul })
        {
            await Same(site, name);
        }
    }

    [Fact]
    public async Task A_step_waits_in_the_list_from_the_minute_when_it_is_late()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (id, _) = await GivenCases.Open(site, ChatWorld.Nadia, "Port fermé", GivenCases.Of(Tlp.Amber, ChatWorld.Ministry), new RunStarted
        {
            Practice = "verifier-une-image", Version = 1, Language = Lang.French, Title = "Vérifier", Href = "/guide",
            Steps = [new RunStep { Id = "a", Act = "Chercher l’image", Expected = "Une page", Role = "analyst", RoleLabel = "Analyste", DueAt = SiteUnderTest.Start.AddHours(1) }],
        });
        Assert.NotEqual(Guid.Empty, id);
        Assert.DoesNotContain("Chercher l’image", await Points(site, ChatWorld.Nadia));
        site.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Contains("Chercher l’image", await Points(site, ChatWorld.Nadia));
    }

    [Fact]
    public async Task A_list_reads_no_log_once_it_was_read()
    {
        await using var site = await SiteUnderTest.WithWorld();
        for (var i = 0; i < 12; i++)
        {
            await GivenCases.Open(site, ChatWorld.Nadia, $"Dossier {i}", GivenCases.Of(Tlp.Amber, ChatWorld.Ministry), new ArgumentMade { Stance = Stance.Question, Text = $"Question {i} ?" });
        }

        await Points(site, ChatWorld.Camille);
        // Nobody could read the logs now: the list is there all the same.
        await using (var scope = site.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<ChatDb>().Database.ExecuteSqlAsync($"ALTER TABLE chat_case_lines RENAME TO away", TestContext.Current.CancellationToken);
        }

        Assert.Equal(12, (await Points(site, ChatWorld.Camille)).Count(p => p.StartsWith("Question", StringComparison.Ordinal)));
    }

    /// <summary>The list and the open points of this person, as rows and as their views say them.</summary>
    static async Task Same(SiteUnderTest site, string name)
    {
        var seat = await GivenCases.SeatOf(site, name);
        var views = await site.At(s => s.Views(seat.Reader, null, TestContext.Current.CancellationToken));
        Assert.Equal(
            views.SelectMany(v => OpenPoints.Of(v, Convention.Five, site.Clock.GetUtcNow())).Select(p => p.Words).Order(StringComparer.Ordinal),
            (await Points(site, name)).Order(StringComparer.Ordinal));
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.lire";
        var faces = await scope.ServiceProvider.GetRequiredService<CaseFaces>().Of(seat, null, TestContext.Current.CancellationToken);
        Assert.Equal(
            views.Select(v => (v.CaseId, v.State.Title, v.State.Phase, v.State.Marking!.Tlp)).Order(),
            (await faces.ToListAsync(TestContext.Current.CancellationToken)).Select(f => (f.CaseId, f.Title, f.Phase, f.Tlp)).Order());
    }

    static async Task<IReadOnlyList<string>> Points(SiteUnderTest site, string name)
    {
        var seat = await GivenCases.SeatOf(site, name);
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.lire";
        var faces = scope.ServiceProvider.GetRequiredService<CaseFaces>();
        return await faces.Points(await faces.Of(seat, null, TestContext.Current.CancellationToken), site.Clock.GetUtcNow()).Select(p => p.Words).ToListAsync(TestContext.Current.CancellationToken);
    }
}
