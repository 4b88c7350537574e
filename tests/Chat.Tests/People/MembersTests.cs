using System.Net;

namespace Beffroi.Chat.Tests.People;

public sealed class MembersTests
{
    static Guid MemberOf(SiteUnderTest site, string name) => site.ReadChat(db => db.Members.Single(m => m.AccountId == site.IdOf(name) && m.LeftAt == null).Id);

    [Theory, ClassData(typeof(Engines))]
    public async Task A_referent_ends_an_access_which_holds_at_once_and_stays_ended_until_they_let_in_again(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Write<ChatDb>(db => db.Domains.Add(new() { Id = Guid.NewGuid(), OrganisationId = ChatWorld.Observatory.Id, Domain = "mission.beffroi.example", WithSubdomains = false, AddedAt = SiteUnderTest.Start, AddedBy = Guid.Empty }));
        await site.Confirmed(ChatWorld.Hugo);
        var (paul, hugo) = (await site.SignIn(ChatWorld.Paul), await site.SignIn(ChatWorld.Hugo));

        await paul.Open("/discussion/mon-organisation");
        await paul.Press($"Mettre fin à l’accès ({ChatWorld.Hugo})");

        Assert.Equal("/discussion/rejoindre", (await hugo.Open("/discussion/mon-organisation")).Address);
        Assert.Contains("terminé", hugo.Text, StringComparison.Ordinal);
        await hugo.Post("/discussion/rejoindre");
        Assert.Equal("/discussion/rejoindre", (await hugo.Open("/discussion/mon-organisation")).Address);
        Assert.Contains(site.ReadChat(db => db.Revocations.ToList()), r => r.AccountId == site.IdOf(ChatWorld.Hugo) && r.OrganisationId is null && r.RoomId is null);

        await paul.Press($"Réadmettre ({ChatWorld.Hugo})");
        Assert.Equal("/discussion/mon-organisation", (await hugo.Open("/discussion/mon-organisation")).Address);
    }

    [Fact]
    public async Task A_referent_names_another_in_their_organisation_and_nowhere_else()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (paul, hugo) = (await site.SignIn(ChatWorld.Paul), await site.SignIn(ChatWorld.Hugo));
        await paul.Open("/discussion/mon-organisation");
        await paul.Press($"Nommer référent ({ChatWorld.Hugo})");
        Assert.True(site.ReadChat(db => db.Members.Single(m => m.AccountId == site.IdOf(ChatWorld.Hugo)).IsReferent));

        await hugo.Open("/en/chat/my-organisation");
        await hugo.Post($"/en/chat/members/{MemberOf(site, ChatWorld.Nadia)}", ("Act", "out"));
        Assert.Equal(HttpStatusCode.NotFound, hugo.Status);
        Assert.Null(site.ReadChat(db => db.Members.Single(m => m.AccountId == site.IdOf(ChatWorld.Nadia)).LeftAt));
    }

    [Fact]
    public async Task A_superadmin_names_the_first_referent()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(ChatWorld.Camille);
        await camille.Open($"/discussion/organisations/{ChatWorld.Laboratory.Id}");
        await camille.Press($"Nommer référent ({ChatWorld.Samira})");

        Assert.Equal($"/discussion/organisations/{ChatWorld.Laboratory.Id}", camille.Address);
        Assert.True(site.ReadChat(db => db.Members.Single(m => m.AccountId == site.IdOf(ChatWorld.Samira)).IsReferent));
    }

    [Fact]
    public async Task A_referent_masks_the_names_of_analysts_and_a_member_cannot()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (paul, hugo) = (await site.SignIn(ChatWorld.Paul), await site.SignIn(ChatWorld.Hugo));
        await hugo.Open("/discussion/mes-reglages");
        await hugo.Post("/discussion/mon-organisation", ("Masks", "true"));
        Assert.Equal(HttpStatusCode.Forbidden, hugo.Status);
        Assert.False(site.ReadChat(db => db.Organisations.Single(o => o.Id == ChatWorld.Observatory.Id).MasksAnalysts));

        await paul.Open("/discussion/mon-organisation");
        await paul.Press("Masquer les noms");
        Assert.True(site.ReadChat(db => db.Organisations.Single(o => o.Id == ChatWorld.Observatory.Id).MasksAnalysts));
    }

    [Fact]
    public async Task A_member_who_leaves_may_come_back_by_the_same_door()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Confirmed(ChatWorld.Samira);
        var samira = await site.SignIn(ChatWorld.Samira);
        await samira.Open("/discussion/mes-reglages");
        await samira.Press("Quitter l’organisation", ("Sure", "true"));
        Assert.Equal("/discussion/rejoindre", samira.Address);

        await samira.Press("Rejoindre la discussion");
        Assert.Equal("/discussion/mon-organisation", (await samira.Open("/discussion/mon-organisation")).Address);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_referent_writes_the_criteria_of_the_organisation_version_after_version(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (camille, nadia) = (await site.SignIn(ChatWorld.Camille), await site.SignIn(ChatWorld.Nadia));
        await camille.Open("/discussion/criteres?modele=france");
        await camille.Press("Enregistrer cette version");
        await camille.Press("Enregistrer cette version", ("required.0", null), ("key.6", "nuisible"), ("fr.6", "Nuisible"), ("en.6", "Harmful"), ("required.6", "true"));
        await camille.Press("Enregistrer cette version", ("key.6", "Pas Un Nom"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        var sets = site.ReadChat(db => db.OwnCriteria.Where(c => c.OrganisationId == ChatWorld.Ministry.Id).OrderBy(c => c.Version).ToList()).ConvertAll(c => Chat.Cases.CaseJson.Read<Chat.Cases.CriteriaSet>(c.Content));
        Assert.Equal([6, 7], sets.Select(s => s.Criteria.Count));
        Assert.Equal([6, 6], sets.Select(s => s.Required.Count()));
        Assert.Equal(ChatWorld.Ministry.Id, sets[1].Organisation);

        await nadia.Open("/discussion/criteres");
        Assert.Contains("votre version 2", nadia.Text, StringComparison.Ordinal);
        await nadia.Post("/discussion/criteres", ("key.0", "a"), ("fr.0", "A"), ("en.0", "A"), ("required.0", "true"));
        Assert.Equal(HttpStatusCode.Forbidden, nadia.Status);
    }
}
