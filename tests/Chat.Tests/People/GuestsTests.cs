using System.Net;
using Beffroi.Kit;

namespace Beffroi.Chat.Tests.People;

public sealed class GuestsTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_guest_invited_by_a_member_comes_in_once_a_referent_agrees_and_goes_at_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (mine, other) = (await site.Case(ChatWorld.Nadia), await site.Case(ChatWorld.Nadia, title: "Autre dossier"));
        var (nadia, camille, rose) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Camille), await site.SignIn(ChatWorld.Rose));

        await nadia.Open($"/discussion/dossiers/{mine}/inviter");
        await nadia.Press("Préparer l’invitation", ("ForWhom", "Rose Nguyen, experte du port"), ("Days", "31"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
        await nadia.Press("Préparer l’invitation", ("Days", "30"));
        var link = nadia.LinkOn();
        Assert.Contains("accord", Assert.Single(site.LettersTo(ChatWorld.Camille)).Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("Dossier", site.LettersTo(ChatWorld.Camille)[0].Body, StringComparison.Ordinal);

        // Before it is approved, the link opens nothing, as one that is none.
        Assert.Equal(HttpStatusCode.NotFound, (await rose.Open(link)).Status);
        await nadia.Open("/discussion/invites");
        await nadia.Post("/discussion/invites/" + Pass(site).Id, ("Act", "approve"));
        Assert.Equal(HttpStatusCode.NotFound, (await rose.Open(link)).Status);

        await camille.Open("/discussion/invites");
        await camille.Press("Approuver (Rose Nguyen, experte du port)");
        await rose.Open(link);
        await rose.Press("Entrer dans le dossier");

        Assert.Equal((site.IdOf(ChatWorld.Rose), ChatWorld.Rose), (Pass(site).AccountId, Pass(site).Name));
        var guest = Reader.Guest(site.IdOf(ChatWorld.Rose), mine);
        Assert.Equal([mine], site.ReadChat(db => new Scopes(db).CasesOf(guest).Select(c => c.Id).ToList()));
        Assert.Equal([mine], site.ReadChat(db => new Scopes(db).RoomsOf(guest).Select(r => r.CaseId!.Value).ToList()));
        Assert.Equal(0, site.ReadChat(db => new Scopes(db).MessagesOf(guest).Count()));

        // Nobody else uses the link; the guest finds the case by it again.
        var marc = await site.SignIn(ChatWorld.Marc);
        Assert.Equal(HttpStatusCode.NotFound, (await marc.Open(link)).Status);
        foreach (var page in new[] { "/discussion/mon-organisation", "/discussion/mes-reglages", "/discussion/invites", "/discussion/criteres", $"/discussion/dossiers/{mine}/inviter", $"/discussion/dossiers/{other}/inviter" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await rose.Open(page)).Status);
        }

        await camille.Open("/discussion/invites");
        await camille.Press("Mettre fin (Rose Nguyen, experte du port)");
        Assert.Equal("/discussion/rejoindre", (await rose.Open("/discussion/a-signaler")).Address);
        Assert.Equal(HttpStatusCode.NotFound, (await rose.Open(link)).Status);
        Assert.Contains(site.ReadChat(db => db.Revocations.ToList()), r => r.AccountId == site.IdOf(ChatWorld.Rose));
        Assert.Empty(site.ReadChat(db => new Scopes(db).CasesOf(guest).ToList()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_pass_ends_by_itself_and_its_live_connections_with_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var rose = await Entered(site, await site.Case());
        Assert.Equal("/discussion/a-signaler", (await rose.Open("/discussion/a-signaler")).Address);

        site.Clock.Advance(TimeSpan.FromDays(14));
        rose = await site.SignIn(ChatWorld.Rose);
        Assert.Equal("/discussion/rejoindre", (await rose.Open("/discussion/a-signaler")).Address);
        await using var scope = site.Scope();
        ((Actor)scope.ServiceProvider.GetService(typeof(Actor))!).Act = "test.terminer";
        await ((Chat.Guests.GuestEntry)scope.ServiceProvider.GetService(typeof(Chat.Guests.GuestEntry))!).EndExpired(Steps.Ct);
        Assert.Equal(site.IdOf(ChatWorld.Rose), site.ReadChat(db => db.Revocations.Where(r => r.RoomId == null).ToList()).Single().AccountId);
        // And the marking names them no more.
        var marking = site.ReadChat(db => db.Scopes.Single(s => s.Id == db.Cases.Single().ScopeId).Content);
        Assert.DoesNotContain(site.IdOf(ChatWorld.Rose).ToString(), marking, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_not_the_source_of_a_named_circle_does_not_widen_it()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (named, open) = (await site.Case(ChatWorld.Camille), await site.Case(ChatWorld.Camille, new() { Tlp = Tlp.Green, Audience = Audience.Community }));
        var (paul, samira) = (await site.SignIn(ChatWorld.Paul), await site.SignIn(ChatWorld.Samira));

        Assert.Contains("demandez-lui", (await paul.Open($"/discussion/dossiers/{named}/inviter")).Text, StringComparison.Ordinal);
        await paul.Post($"/discussion/dossiers/{named}/inviter", ("ForWhom", "Une experte"), ("Days", "3"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, paul.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await samira.Open($"/discussion/dossiers/{named}/inviter")).Status);
        Assert.Equal(0, site.ReadChat(db => db.GuestPasses.Count()));

        // A case of the whole community lets guests in as it is: no marking changes.
        await paul.Open($"/en/chat/cases/{open}/invite");
        await paul.Press("Prepare the invitation", ("ForWhom", "Rose"), ("Days", "3"));
        var rose = await site.SignIn(ChatWorld.Rose);
        var lines = site.ReadChat(db => db.CaseLines.Count());
        await rose.Open(paul.LinkOn());
        await rose.Press("Come into the case");
        Assert.NotNull(Pass(site).AcceptedAt);
        Assert.Equal(lines, site.ReadChat(db => db.CaseLines.Count()));
    }

    [Fact]
    public async Task A_member_is_no_guest_and_a_stranger_may_open_an_account_from_the_link()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(ChatWorld.Camille);
        await camille.Open($"/discussion/dossiers/{await site.Case()}/inviter");
        await camille.Press("Préparer l’invitation", ("ForWhom", "Une experte"));
        var link = camille.LinkOn();

        var samira = await site.SignIn(ChatWorld.Samira);
        Assert.Contains("déjà membre", (await samira.Open(link)).Text, StringComparison.Ordinal);
        await samira.Open("/discussion/mes-reglages");
        await samira.Post(link);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);

        var zoe = site.Visit();
        await zoe.Open(link);
        await zoe.Press("Créer mon compte", ("Name", "Zoé Experte"), ("Email", "zoe@gmail.com"), ("Password", "quatre mots sans rapport"), ("TermsAccepted", "true"));
        Assert.Contains("Ouvrez le message", zoe.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Split('/')[^1], site.ReadAccounts(db => db.Outbox.Single(o => o.To == "zoe@gmail.com").Body), StringComparison.Ordinal);
        await zoe.SignIn("zoe@gmail.com", "quatre mots sans rapport");
        await zoe.Open(link);
        await zoe.Press("Entrer dans le dossier");
        Assert.Equal("Zoé Experte", Pass(site).Name);
    }

    [Fact]
    public async Task When_the_inviting_side_has_gone_the_link_opens_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (camille, rose) = (await site.SignIn(ChatWorld.Camille), await site.SignIn(ChatWorld.Rose));
        await camille.Open($"/discussion/dossiers/{await site.Case()}/inviter");
        await camille.Press("Préparer l’invitation", ("ForWhom", "Rose"));
        await rose.Open(camille.LinkOn());
        await site.Write<ChatDb>(db => db.Members.Single(m => m.AccountId == site.IdOf(ChatWorld.Camille)).LeftAt = SiteUnderTest.Start);

        await rose.Press("Entrer dans le dossier");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, rose.Status);
        Assert.Null(Pass(site).AccountId);
    }

    internal static async Task<Testing.Visitor> Entered(SiteUnderTest site, Guid caseId)
    {
        var camille = await site.SignIn(ChatWorld.Camille);
        await camille.Open($"/discussion/dossiers/{caseId}/inviter");
        await camille.Press("Préparer l’invitation", ("ForWhom", "Rose"), ("Days", "14"));
        var rose = await site.SignIn(ChatWorld.Rose);
        await rose.Open(camille.LinkOn());
        await rose.Press("Entrer dans le dossier");
        return rose;
    }

    static GuestPass Pass(SiteUnderTest site) => site.ReadChat(db => db.GuestPasses.Single());
}
