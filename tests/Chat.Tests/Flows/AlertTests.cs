using System.Net;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Rules.Notices;
using Beffroi.Kit;

namespace Beffroi.Chat.Tests.Flows;

/// <summary>A rapid alert, from a case to its partners and back.</summary>
public sealed class AlertTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Partners_get_a_case_of_its_own_with_what_was_chosen_are_told_at_once_and_acknowledge(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (id, lines) = await site.Open(ChatWorld.Nadia, "Port fermé", GivenCases.Of(Tlp.Amber, ChatWorld.Ministry),
            GivenCases.Yes(Convention.Massive), GivenCases.Account("compte1"), new SectionWritten { Section = Section.Actor, Text = "Secret du ministère" });
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open(Addresses.Alert(Lang.French, id));
        await nadia.Press("Envoyer l’alerte", ("Summary", "Trois cents comptes"), ("ActionAsked", "Dites si vous les voyez"), ("To", ChatWorld.Observatory.Id.ToString()), ("Lines", lines[1].ToString()), ("Lines", lines[2].ToString()), ("Tlp", nameof(Tlp.Amber)));

        Assert.Empty(nadia.Mistakes);
        var alert = Guid.Parse(nadia.Address.Split('/')[^2]);
        Assert.NotEqual(id, alert);
        var view = (await site.ViewOf(alert, ChatWorld.Hugo))!;
        Assert.Equal(["CaseOpened", "CriterionAssessed", "ObservableNoted", "AlertSent"], view.Events.Select(e => e.Fact.GetType().Name));
        Assert.Equal(2, view.State.Alerts.Single().Sent.Fact.Shown.Count);
        Assert.Null(await site.ViewOf(id, ChatWorld.Hugo));
        Assert.Null(await site.ViewOf(alert, ChatWorld.Samira));
        // Each member of the partner is told at once; nobody else is.
        var notices = site.ReadChat(db => db.Notices.Where(n => n.Reason == NoticeReason.Alert).ToList());
        Assert.Equal(new[] { site.IdOf(ChatWorld.Paul), site.IdOf(ChatWorld.Hugo) }.Order(), notices.Select(n => n.AccountId).Order());
        Assert.All(notices, n => Assert.Equal((alert, site.Clock.GetUtcNow()), (n.CaseId!.Value, n.TellAt!.Value)));

        site.Clock.Advance(TimeSpan.FromMinutes(3));
        var hugo = await site.SignIn(ChatWorld.Hugo);
        await hugo.Open(Addresses.Alert(Lang.French, alert));
        Assert.Contains("Dites si vous les voyez", hugo.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret du ministère", hugo.Text, StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromMinutes(4));
        await hugo.Press("J’en ai pris connaissance", ("Note", "Nous regardons"));
        Assert.Empty(hugo.Mistakes);
        Assert.DoesNotContain("J’en ai pris connaissance", hugo.Page.QuerySelectorAll("button").Select(b => b.TextContent.Trim()));

        await nadia.Open(Addresses.Alert(Lang.French, alert));
        var row = nadia.Page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(ChatWorld.Observatory.Name, StringComparison.Ordinal));
        Assert.Contains("à 11\u00A0h\u00A003", row.Children[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("7 minutes", row.Children[3].TextContent.Trim());
        Assert.Contains("Nous regardons", nadia.Text, StringComparison.Ordinal);
        // The first case knows of it, for those who sent it.
        Assert.Contains((await site.ViewOf(id, ChatWorld.Camille))!.State.Links, l => l.Fact.Href.Contains(alert.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_alert_rests_on_a_criterion_goes_to_somebody_and_is_not_lower_than_what_it_says()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (id, lines) = await site.Open(ChatWorld.Nadia, "Port fermé", GivenCases.Of(Tlp.AmberStrict, ChatWorld.Ministry), GivenCases.Yes(Convention.Massive), GivenCases.Account("compte1"));
        var nadia = await site.SignIn(ChatWorld.Nadia);
        var address = Addresses.Alert(Lang.French, id);
        await nadia.Open(address);
        await nadia.Press("Envoyer l’alerte", ("Summary", "Un résumé"), ("ActionAsked", ""), ("To", null), ("Tlp", nameof(Tlp.Green)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
        Assert.Contains(nadia.Mistakes, m => m.Contains("au moins une organisation", StringComparison.Ordinal));
        Assert.Contains(nadia.Mistakes, m => m.Contains("TLP:AMBER+STRICT", StringComparison.Ordinal));
        Assert.Contains("Un résumé", nadia.Page.QuerySelector("textarea[name=Summary]")!.TextContent, StringComparison.Ordinal);

        await nadia.Post(address, ("Title", "Sans critère"), ("Summary", "x"), ("ActionAsked", "y"), ("To", ChatWorld.Observatory.Id.ToString()), ("Lines", lines[2].ToString()), ("Tlp", nameof(Tlp.AmberStrict)));
        Assert.Contains(nadia.Mistakes, m => m.Contains("au moins sur un critère", StringComparison.Ordinal));
        Assert.Single(site.ReadChat(db => db.Cases.ToList()));
        Assert.Empty(site.ReadChat(db => db.Notices.ToList()));
    }

    [Fact]
    public async Task What_another_organisation_brought_goes_no_further_without_it()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (id, _) = await site.Open(ChatWorld.Nadia, "Port fermé", GivenCases.Of(Tlp.Amber, ChatWorld.Ministry, ChatWorld.Observatory), GivenCases.Account("compte1"));
        var theirs = (await site.Add(id, ChatWorld.Hugo, new() { Tlp = Tlp.Amber }, GivenCases.Yes(Convention.Massive)))[0];
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open(Addresses.Alert(Lang.English, id));
        await nadia.Press("Send the alert", ("Summary", "x"), ("ActionAsked", "y"), ("To", ChatWorld.Laboratory.Id.ToString()), ("Lines", theirs.ToString()), ("Tlp", nameof(Tlp.Amber)));

        Assert.Contains(nadia.Mistakes, m => m.Contains("Only the organisation that brought them", StringComparison.Ordinal));
        Assert.Single(site.ReadChat(db => db.Cases.ToList()));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_alert_and_a_partner_sees_its_own_line_only()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (id, lines) = await site.Open(ChatWorld.Nadia, "Port fermé", GivenCases.Of(Tlp.Amber, ChatWorld.Ministry), GivenCases.Yes(Convention.Massive));
        var nadia = await site.SignIn(ChatWorld.Nadia);
        (string, string)[] sent =
        [
            ("FormId", Guid.NewGuid().ToString()), ("Title", "Alerte"), ("Summary", "x"), ("ActionAsked", "y"), ("To", ChatWorld.Observatory.Id.ToString()), ("To", ChatWorld.Laboratory.Id.ToString()),
            ("Lines", lines[1].ToString()), ("Tlp", nameof(Tlp.Amber)),
        ];
        await nadia.Open(Addresses.Alert(Lang.French, id));
        await nadia.Post(Addresses.Alert(Lang.French, id), sent);
        await nadia.Open(Addresses.Alert(Lang.French, id));
        await nadia.Post(Addresses.Alert(Lang.French, id), sent);

        Assert.Equal(2, site.ReadChat(db => db.Cases.Count()));
        var samira = await site.SignIn(ChatWorld.Samira);
        await samira.Open(nadia.Address);
        Assert.Contains(ChatWorld.Laboratory.Name, samira.Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(ChatWorld.Observatory.Name, samira.Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }
}
