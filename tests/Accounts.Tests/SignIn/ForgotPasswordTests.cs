using System.Net;
using Beffroi.Accounts.Tests.Post;
using Beffroi.Testing;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Accounts.Tests.SignIn;

public sealed class ForgotPasswordTests
{
    const string Chosen = "un tout autre mot de passe";

    [Theory, ClassData(typeof(Engines))]
    public async Task A_new_password_is_chosen_by_the_link_once_and_ends_the_sessions(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var elsewhere = await site.SignIn(Crew.Hugo);
        await Ask(site, Crew.EmailOf(Crew.Hugo));
        var link = site.Link(Assert.Single(site.Letters("mot-de-passe")));

        var (first, second) = (await site.Visit().Open(link), await site.Visit().Open(link));
        await first.Press("Enregistrer", ("NewPassword", Chosen));
        Assert.Equal("/connexion?fait=mot-de-passe", first.Address);
        await second.Press("Enregistrer", ("NewPassword", Chosen + " bis"));
        Assert.Equal(HttpStatusCode.NotFound, second.Status);

        Assert.Equal("Se connecter", (await elsewhere.Open("/compte")).Heading);
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.SignIn(Crew.Hugo));
        Assert.Equal("Mon compte", (await (await site.Visit().SignIn(Crew.EmailOf(Crew.Hugo), Chosen)).Open("/compte")).Heading);
        Assert.Equal("Votre mot de passe est changé", Assert.Single(site.Letters("mot-de-passe-change")).Subject);
    }

    [Fact]
    public async Task The_answer_is_the_same_whether_the_address_has_an_account_or_not()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var known = await Ask(site, Crew.EmailOf(Crew.Hugo));
        var unknown = await Ask(site, "personne@structure.fr");

        Assert.Equal((known.Status, known.Text), (unknown.Status, unknown.Text));
        Assert.Contains("Si cette adresse a un compte", unknown.Text, StringComparison.Ordinal);
        Assert.Single(site.Letters("mot-de-passe"));
    }

    [Fact]
    public async Task After_an_hour_the_link_opens_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await Ask(site, Crew.EmailOf(Crew.Hugo));
        var link = site.Link(Assert.Single(site.Letters("mot-de-passe")));
        site.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal("Nouveau mot de passe", (await site.Visit().Open(link)).Heading);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visit().Open(link)).Status);
    }

    [Fact]
    public async Task A_password_changed_meanwhile_makes_the_link_worth_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await Ask(site, Crew.EmailOf(Crew.Hugo));
        var link = site.Link(Assert.Single(site.Letters("mot-de-passe")));
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/compte/mot-de-passe");
        await hugo.Press("Changer mon mot de passe", ("CurrentPassword", Cli.World.People.Password), ("NewPassword", Chosen));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visit().Open(link)).Status);
    }

    [Fact]
    public async Task A_password_that_is_guessed_is_refused_and_the_link_still_works()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await Ask(site, Crew.EmailOf(Crew.Hugo));
        var visitor = await site.Visit().Open(site.Link(Assert.Single(site.Letters("mot-de-passe"))));
        await visitor.Press("Enregistrer", ("NewPassword", "court"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        await visitor.Press("Enregistrer", ("NewPassword", Chosen));
        Assert.Equal("/connexion?fait=mot-de-passe", visitor.Address);
    }

    [Fact]
    public async Task A_mailbox_is_not_filled_and_a_closed_account_gets_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        foreach (var _ in Enumerable.Range(0, 5))
        {
            await Ask(site, Crew.EmailOf(Crew.Hugo));
        }

        Assert.Equal(3, site.Letters("mot-de-passe").Count);
        await site.Write<AccountsDb>(db => db.Add(new AccountDecision { Id = Guid.NewGuid(), AccountId = site.IdOf(Crew.Rose), Number = 2, Verdict = Verdict.Deactivated, By = null, At = SiteUnderTest.Start }));
        await Ask(site, Crew.EmailOf(Crew.Rose));
        Assert.Equal(3, site.Letters("mot-de-passe").Count);
    }

    [Fact]
    public async Task Tries_are_limited()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = site.Visit();
        foreach (var _ in Enumerable.Range(0, TriesLimit.PerMinute))
        {
            await visitor.Open("/mot-de-passe-oublie");
            await visitor.Press("Recevoir un lien", ("Email", "personne@structure.fr"));
        }

        await visitor.Open("/mot-de-passe-oublie");
        await visitor.Press("Recevoir un lien", ("Email", "personne@structure.fr"));
        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
    }

    static async Task<Visitor> Ask(SiteUnderTest site, string email)
    {
        var visitor = await site.Visit().Open("/connexion");
        await visitor.Follow("Mot de passe oublié ?");
        return await visitor.Press("Recevoir un lien", ("Email", email));
    }
}
