using System.Net;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Encyclopedia.Tests.ReadingPages;

/// <summary>What everybody reads of how a practice went can be taken away, and it is known who did.</summary>
public sealed class HiddenNotesTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_reviewer_takes_a_note_away_at_once_for_everybody_and_it_does_not_come_back(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Publish(("archiver", Given.Entry(EntryType.Practice, "Archiver")));
        var run = Guid.Empty;
        await site.Write<EncyclopediaDb>(db => run = db.Use("archiver", UseOutcome.Worked, note: "Jeanne Martin était là."));
        await site.Write<EncyclopediaDb>(db => db.Use("archiver", UseOutcome.Worked, note: "Prévenir plus tôt."));
        var stranger = await site.Visit().Open("/encyclopedie/fiche/archiver");
        Assert.Contains("Jeanne Martin", stranger.Text, StringComparison.Ordinal);
        var (rose, camille) = (await site.SignIn(Crew.Rose), await site.SignIn(Crew.Superadmin));
        Assert.DoesNotContain((await rose.Open("/encyclopedie/fiche/archiver")).Page.QuerySelectorAll("button"), b => b.TextContent.Contains("Retirer", StringComparison.Ordinal));

        await camille.Open("/encyclopedie/fiche/archiver");
        var button = camille.Page.QuerySelectorAll("button[aria-describedby]").Single(b => b.GetAttribute("aria-describedby") == $"note-{run:N}");
        await camille.Post(button.Closest("form")!.GetAttribute("action")!);

        Assert.Equal("/encyclopedie/fiche/archiver", camille.Address);
        await Tell(site, new() { Id = run, Key = "archiver", Version = 1, StartedAt = SiteUnderTest.Start, EndedAt = SiteUnderTest.Start.AddHours(9), Outcome = UseOutcome.Worked, PublicNote = "Jeanne Martin était là." });
        foreach (var address in new[] { "/encyclopedie/fiche/archiver", "/en/encyclopedia/entry/archiver" })
        {
            await stranger.Open(address);
            Assert.DoesNotContain("Jeanne Martin", stranger.Text, StringComparison.Ordinal);
            Assert.Contains("Prévenir plus tôt.", stranger.Text, StringComparison.Ordinal);
        }

        // The run still counts, and the trace says who did it.
        Assert.Equal(2, site.ReadEncyclopedia(db => db.Uses.Count()));
        Assert.Equal(site.IdOf(Crew.Superadmin), site.ReadEncyclopedia(db => db.Uses.Single(u => u.Id == run).NoteHiddenBy));
        Assert.Contains(site.ReadEncyclopedia(db => db.Audit.Where(a => a.Act == "encyclopedie.retirer-note").Select(a => a.Fields).ToList()), f => f.Contains("NoteHiddenAt", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("archiver", false)]
    [InlineData("autre", true)]
    public async Task A_note_that_is_not_there_is_not_found(string key, bool noted)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Publish(("archiver", Given.Entry(EntryType.Practice, "Archiver")), ("autre", Given.Entry(EntryType.Practice, "Autre")));
        var run = Guid.Empty;
        await site.Write<EncyclopediaDb>(db => run = db.Use("archiver", UseOutcome.Worked, note: noted ? "Une note." : null));
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open("/compte");

        await camille.Post($"/encyclopedie/fiche/{key}/note/{run}/retirer");

        Assert.Equal(HttpStatusCode.NotFound, camille.Status);
    }

    static async Task Tell(SiteUnderTest site, ProcessUse use)
    {
        await using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<IProcesses>().Tell(use, TestContext.Current.CancellationToken);
    }
}
