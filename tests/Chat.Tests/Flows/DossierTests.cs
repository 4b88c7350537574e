using System.Net;
using Beffroi.Chat.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat.Tests.Flows;

/// <summary>Dossiers for platforms: what leaves, when, what came back and after how long.</summary>
public sealed class DossierTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_dossier_is_read_over_marked_as_sent_and_answered_with_its_delay(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (id, lines) = await site.Open(ChatWorld.Hugo, "Titre interne", GivenCases.Of(Tlp.Amber, ChatWorld.Observatory), GivenCases.Account("compte1"), GivenCases.Evidence());
        var hugo = await site.SignIn(ChatWorld.Hugo);
        await hugo.Open(Addresses.Platforms(Lang.French, id));
        await hugo.Press("Relire le dossier", ("Platform", "Réseau inventé"), ("Rule", "Comportement inauthentique"), ("Text", "Comptes créés le même jour."), ("Accounts", lines[1].ToString()), ("Evidence", lines[2].ToString()));
        Assert.Empty(hugo.Mistakes);
        Assert.Empty((await site.ViewOf(id, ChatWorld.Hugo))!.State.Dossiers);
        Assert.Contains(new string('a', 64), hugo.Text, StringComparison.Ordinal);

        await hugo.Press("C’est envoyé", ("SentAt", "2026-11-20T09:30"));
        Assert.Empty(hugo.Mistakes);
        Assert.Equal(new(2026, 11, 20, 8, 30, 0, TimeSpan.Zero), (await site.ViewOf(id, ChatWorld.Paul))!.State.Dossiers.Single().Sent.Fact.SentAt);
        var file = await hugo.Http.GetStringAsync(hugo.Address + ".md", TestContext.Current.CancellationToken);
        Assert.StartsWith("# Signalement à Réseau inventé", file, StringComparison.Ordinal);
        Assert.Contains("`" + new string('a', 64) + "`", file, StringComparison.Ordinal);
        Assert.Contains("compte1", file, StringComparison.Ordinal);
        // Neither the case nor its people.
        Assert.DoesNotContain("Titre interne", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Hugo", file, StringComparison.Ordinal);

        await hugo.Press("Noter la réponse", ("Answer", nameof(PlatformAnswer.Acted)), ("AnsweredAt", "2026-11-22T09:30"), ("Text", "Comptes suspendus"));
        Assert.Empty(hugo.Mistakes);
        Assert.Contains("Première réponse en 2 jours", hugo.Text, StringComparison.Ordinal);
        await hugo.Open(Addresses.Platforms(Lang.English, id));
        Assert.Contains("2 days", hugo.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Above_green_only_the_source_lets_something_out_and_dates_hold_together()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (id, _) = await site.Open(ChatWorld.Nadia, "Port", GivenCases.Of(Tlp.Amber, ChatWorld.Ministry, ChatWorld.Observatory), GivenCases.Yes(Convention.Massive));
        var theirs = await site.Add(id, ChatWorld.Hugo, new() { Tlp = Tlp.Amber }, GivenCases.Account("compte1"), GivenCases.Evidence());
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open(Addresses.Platforms(Lang.French, id));
        await nadia.Press("Relire le dossier", ("Platform", "Réseau"), ("Rule", "Règle"), ("Text", "Texte"), ("Accounts", theirs[0].ToString()), ("Evidence", theirs[1].ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
        Assert.Equal(2, nadia.Mistakes.Count(m => m.Contains("Seule l’organisation", StringComparison.Ordinal)));
        Assert.Equal("Réseau", nadia.Page.QuerySelector("input[name=Platform]")!.GetAttribute("value"));

        var hugo = await site.SignIn(ChatWorld.Hugo);
        await hugo.Open(Addresses.Platforms(Lang.French, id));
        await hugo.Press("Relire le dossier", ("Platform", "Réseau"), ("Rule", "Règle"), ("Text", "Texte"), ("Accounts", theirs[0].ToString()));
        await hugo.Press("C’est envoyé", ("SentAt", "2027-01-01T00:00"));
        Assert.Contains(hugo.Mistakes, m => m.Contains("pas encore passée", StringComparison.Ordinal));
        Assert.Empty((await site.ViewOf(id, ChatWorld.Hugo))!.State.Dossiers);
    }

    [Fact]
    public async Task A_case_that_is_not_shared_has_no_dossier_for_anybody_else()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (id, lines) = await site.Open(ChatWorld.Hugo, "Port", GivenCases.Of(Tlp.Amber, ChatWorld.Observatory), GivenCases.Account("compte1"));
        await site.Add(id, ChatWorld.Hugo, new() { Tlp = Tlp.Amber }, new DossierSent { Platform = "Réseau", Rule = "r", Text = "t", SentAt = SiteUnderTest.Start, Accounts = [GivenCases.Account("compte1").Observable] });
        var line = (await site.ViewOf(id, ChatWorld.Hugo))!.Events[^1].Id;
        var samira = await site.SignIn(ChatWorld.Samira);
        foreach (var address in new[] { Addresses.Platforms(Lang.French, id), Addresses.Dossier(Lang.French, id, line), Addresses.DossierFile(Lang.French, id, line), Addresses.Alert(Lang.French, id), Addresses.Export(Lang.French, id), Addresses.Reuses(Lang.French, id) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await samira.Open(address)).Status);
        }

        Assert.NotEmpty(lines);
    }
}
