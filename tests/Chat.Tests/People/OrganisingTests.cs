using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Tests.People;

public sealed class OrganisingTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_superadmin_accepts_an_organisation_and_edits_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var camille = await site.SignIn(ChatWorld.Camille);

        await camille.Open("/discussion/organisations/nouvelle");
        await camille.Press("Accepter", ("Name", "Agence Boussole"), ("Sector", "CivilSociety"), ("Country", "be"), ("Domains", "boussole.example\n*.agence-boussole.example"));
        Assert.Equal("Agence Boussole", camille.Heading);
        var made = site.ReadChat(db => db.Organisations.Include(o => o.Domains).Single(o => o.Name == "Agence Boussole"));
        Assert.Equal(("BE", "agence-boussole.example*,boussole.example"), (made.Country, string.Join(',', made.Domains.Select(d => d.Domain + (d.WithSubdomains ? "*" : "")).Order(StringComparer.Ordinal))));

        await camille.Press("Enregistrer", ("Name", "Boussole"), ("Domains", "boussole.example"));
        Assert.Equal(HttpStatusCode.OK, camille.Status);
        var kept = site.ReadChat(db => db.Organisations.Include(o => o.Domains).Single(o => o.Id == made.Id));
        Assert.Equal(("Boussole", made.Domains.Single(d => d.Domain == "boussole.example").Id), (kept.Name, Assert.Single(kept.Domains).Id));
    }

    // The approved ones of the world: observatoire-libre.example, affaires-imaginees.example, equipe.beffroi.example, region.beffroi.example, atelier.beffroi.example.
    public static readonly TheoryData<string> Refused =
    [
        "gmail.com", "gouv.fr", "*.asso.fr", "pas un domaine", "localhost", "http://boussole.example", "boussole.example.",
        "observatoire-libre.example", "OBSERVATOIRE-LIBRE.example", "*.beffroi.example",
        "observatoire-1ibre.example", "observatoire-libre.org", "observatoirelibre.com", "оbservatoire-libre.example", "observatoire-libre.example.evil.com", "affaires-lmaginees.example",
    ];

    [Fact]
    public async Task Domains_of_nobody_of_others_and_look_alikes_are_refused_and_nothing_is_lost()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(ChatWorld.Camille);
        foreach (var domain in Refused.Select(r => r.Data))
        {
            await camille.Open("/discussion/organisations/nouvelle");
            await camille.Press("Accepter", ("Name", "Agence Boussole"), ("Sector", "Research"), ("Country", "FR"), ("Domains", domain));
            Assert.True(camille.Status == HttpStatusCode.UnprocessableEntity, $"{domain}: {(int)camille.Status}");
            Assert.Equal(domain, camille.Page.QuerySelector("textarea[name=Domains]")!.TextContent);
        }

        Assert.Equal(3, site.ReadChat(db => db.Organisations.Count()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Closing_an_organisation_puts_all_its_people_and_guests_out_at_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (camille, paul, hugo) = (await site.SignIn(ChatWorld.Camille), await site.SignIn(ChatWorld.Paul), await site.SignIn(ChatWorld.Hugo));
        await hugo.Open("/discussion/mon-organisation");
        Assert.Equal("/discussion/mon-organisation", hugo.Address);
        await site.Write<ChatDb>(db => db.Add(new GuestPass
        {
            Id = Guid.NewGuid(), CaseId = Guid.NewGuid(), SecretHash = "h", ForWhom = "Une experte", OrganisationId = ChatWorld.Observatory.Id, InvitedBy = site.IdOf(ChatWorld.Paul), InvitedAt = SiteUnderTest.Start, ExpiresAt = SiteUnderTest.Start.AddDays(9),
            ApprovedAt = SiteUnderTest.Start, ApprovedBy = site.IdOf(ChatWorld.Paul), AccountId = site.IdOf(ChatWorld.Rose), Name = "Rose", AcceptedAt = SiteUnderTest.Start,
        }));
        var rose = await site.SignIn(ChatWorld.Rose);
        Assert.Equal("/discussion/a-signaler", (await rose.Open("/discussion/a-signaler")).Address);

        await camille.Open($"/discussion/organisations/{ChatWorld.Observatory.Id}");
        await camille.Press("Fermer l’organisation");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        await camille.Press("Fermer l’organisation", ("Sure", "true"));

        foreach (var visitor in new[] { paul, hugo, rose })
        {
            Assert.Equal("/discussion/rejoindre", (await visitor.Open("/discussion/a-signaler")).Address);
        }

        var revoked = site.ReadChat(db => db.Revocations.ToList());
        Assert.Contains(revoked, r => r.OrganisationId == ChatWorld.Observatory.Id);
        Assert.All(new[] { ChatWorld.Paul, ChatWorld.Hugo, ChatWorld.Rose }, name => Assert.Contains(revoked, r => r.AccountId == site.IdOf(name)));
        Assert.Equal(HttpStatusCode.OK, (await camille.Open("/discussion/mon-organisation")).Status);

        // Their domain is nobody's any more: nobody comes back through it.
        await site.Confirmed(ChatWorld.Paul);
        await paul.Post("/discussion/rejoindre");
        Assert.Equal("/discussion/rejoindre", (await paul.Open("/discussion/a-signaler")).Address);
    }
}
