using System.Net;
using Beffroi.Accounts.Post;
using Beffroi.Accounts.Tests.Passkeys;
using Beffroi.Accounts.Tests.SecondStep;
using Beffroi.Kit;
using Beffroi.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Accounts.Tests.Closing;

/// <summary>C16: somebody closes their account: a proof, seven days to change one's mind, then everything that is theirs goes.</summary>
public sealed class CloseAccountTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task The_password_is_typed_again_a_letter_says_the_day_and_the_account_stays_until_then(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/compte");
        await hugo.Follow("Fermer mon compte");
        Assert.Contains("7 jours", hugo.Text, StringComparison.Ordinal);
        foreach (var wrong in new[] { "", "pas le bon mot de passe" })
        {
            await hugo.Press("Demander la fermeture", ("Password", wrong));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
            Assert.NotEmpty(hugo.Mistakes);
        }

        Assert.Equal(0, site.ReadAccounts(db => db.Closures.Count()));
        await Ask(hugo);

        Assert.Contains("30 novembre 2026", hugo.Text, StringComparison.Ordinal);
        Assert.Contains("30 novembre 2026", site.ReadAccounts(db => db.Outbox.Single(l => l.Kind == "fermeture-demandee").Body), StringComparison.Ordinal);
        Assert.Equal(0, await Run(site));
        Assert.Contains(Crew.Hugo, (await hugo.Open("/compte")).Text, StringComparison.Ordinal);
        Assert.Contains("sera fermé le 30 novembre 2026", hugo.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task After_the_night_sessions_ways_in_and_letters_are_gone_and_a_last_letter_waits(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await PasskeysTests.Add(site, new SoftKey());
        var id = site.IdOf(Crew.Hugo);
        await site.Write<AccountsDb>(db => db.AddRange(
            new IdentityUserLogin<Guid> { UserId = id, LoginProvider = "proconnect", ProviderKey = "sujet", ProviderDisplayName = "ProConnect" },
            MailLink.Write(db.Users.Single(a => a.Id == id), MailLinkPurpose.ResetPassword, SiteUnderTest.Start).Link));
        var (hugo, elsewhere) = (await site.SignIn(Crew.Hugo), await site.SignIn(Crew.Hugo));
        await hugo.Open("/compte/fermer");
        await Ask(hugo);
        site.Clock.Advance(Closure.Grace);

        Assert.Equal(1, await Run(site));

        Assert.Equal("Se connecter", (await hugo.Open("/compte")).Heading);
        Assert.Equal("Se connecter", (await elsewhere.Open("/compte")).Heading);
        var again = await site.Visit().Open("/connexion");
        await again.Press("Se connecter", ("Email", Crew.EmailOf(Crew.Hugo)), ("Password", Cli.World.People.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal((0, 0, 0, 0), site.ReadAccounts(db => (db.Users.Count(a => a.Id == id), db.UserLogins.Count(), db.Set<IdentityUserPasskey<Guid>>().Count(), db.MailLinks.Count())));
        var letter = site.ReadAccounts(db => db.Outbox.Single(l => l.To == Crew.EmailOf(Crew.Hugo)));
        Assert.Equal(("fermeture", null, true), (letter.Kind, letter.AccountId, letter.Essential));
        Assert.Equal(0, await Run(site));
    }

    [Fact]
    public async Task Somebody_changes_their_mind_and_nothing_goes()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/compte/fermer");
        await Ask(hugo);
        site.Clock.Advance(TimeSpan.FromHours(3));
        await hugo.Press("Garder mon compte");
        Assert.Contains("reste ouvert", hugo.Text, StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(0, await Run(site));
        await site.SignIn(Crew.Hugo);
        Assert.Single(site.ReadAccounts(db => db.Outbox.Where(l => l.Kind == "fermeture-annulee").ToList()));
        Assert.NotNull(site.ReadAccounts(db => db.Closures.Single().CancelledAt));
    }

    [Fact]
    public async Task A_code_of_the_telephone_is_a_proof_too_and_serves_once()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (_, paper) = await SecondStepTests.SetUp(site);
        var hugo = site.Visit();
        await hugo.Open("/connexion");
        await hugo.Press("Se connecter", ("Email", Crew.EmailOf(Crew.Hugo)), ("Password", Cli.World.People.Password));
        await hugo.Press("Entrer", ("Code", paper[0]));
        await hugo.Open("/compte/fermer");
        await hugo.Press("Demander la fermeture", ("Code", paper[0]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        await hugo.Press("Demander la fermeture", ("Code", paper[1]));
        Assert.Equal(1, site.ReadAccounts(db => db.Closures.Count()));
    }

    [Theory]
    [InlineData(Crew.Superadmin, "seul superadmin")]
    [InlineData(Crew.Admin, "seul admin")]
    public async Task The_last_who_holds_an_office_is_told_to_give_it_first(string who, string words)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.SignIn(who);
        await visitor.Open("/compte/fermer");
        Assert.Contains(words, visitor.Text, StringComparison.Ordinal);
        Assert.Null(visitor.Page.QuerySelector("main form[action='/compte/fermer']"));

        await visitor.Post("/compte/fermer", ("Password", Cli.World.People.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal(0, site.ReadAccounts(db => db.Closures.Count()));
    }

    [Fact]
    public async Task Two_admins_who_leave_together_do_not_leave_their_structure_without_one()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Write<AccountsDb>(db => db.Users.Single(a => a.Name == Crew.Hugo).GiveRole(Role.Admin));
        var (hugo, nadia) = (await site.SignIn(Crew.Hugo), await site.SignIn(Crew.Admin));
        await nadia.Open("/compte/fermer");
        await hugo.Open("/compte/fermer");
        await Ask(nadia);
        await hugo.Press("Demander la fermeture", ("Password", Cli.World.People.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);

        // Who stays loses the role meanwhile: whoever leaves is held, and the officer reads why.
        await site.Write<AccountsDb>(db => db.Users.Single(a => a.Name == Crew.Hugo).GiveRole(Role.Conseiller));
        site.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(0, await Run(site));
        Assert.Contains("seul admin", (await (await site.SignIn(Crew.Superadmin)).Open("/admin/donnees-personnelles")).Text, StringComparison.Ordinal);
        await site.SignIn(Crew.Admin);

        await site.Write<AccountsDb>(db => db.Users.Single(a => a.Name == Crew.Hugo).GiveRole(Role.Admin));
        Assert.Equal(1, await Run(site));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_round_that_is_cut_is_taken_up_again_at_the_module_that_has_not_answered(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/compte/fermer");
        await Ask(hugo);
        site.Clock.Advance(Closure.Grace);
        await using (var scope = site.Scope())
        {
            var services = scope.ServiceProvider;
            IForgets[] modules = [new Broken(), .. services.GetServices<IForgets>()];
            var round = new ClosureRound(services.GetRequiredService<AccountsDb>(), modules, services.GetRequiredService<Actor>(), site.Clock, NullLogger<ClosureRound>.Instance);
            Assert.Equal(0, await round.Run(TestContext.Current.CancellationToken));
        }

        // Those before it in the alphabet have answered; the account, which goes last, is there.
        var half = site.ReadAccounts(db => db.Closures.Include(c => c.Answers).Single());
        Assert.Equal((true, null), (half.StartedAt is not null, half.DoneAt));
        Assert.Equal(["annonces"], half.Answers.Select(a => a.Module));
        hugo = await (await site.SignIn(Crew.Hugo)).Open("/compte/fermer");
        Assert.Contains("ne s’annule plus", hugo.Text, StringComparison.Ordinal);
        await hugo.Post("/compte/fermer/annuler");
        Assert.Null(site.ReadAccounts(db => db.Closures.Single().CancelledAt));

        Assert.Equal(1, await Run(site));
        Assert.Equal(7, site.ReadAccounts(db => db.ClosureAnswers.Count()));
        Assert.Single(site.ReadAccounts(db => db.Outbox.Where(l => l.Kind == "fermeture").ToList()));
    }

    [Fact]
    public async Task The_officer_reads_the_state_without_a_name_and_the_proof_goes_after_a_year()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var id = site.IdOf(Crew.Hugo);
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/compte/fermer");
        await Ask(hugo);
        var camille = await (await site.SignIn(Crew.Superadmin)).Open("/admin/donnees-personnelles");
        Assert.Contains("Prévue le 30 novembre 2026", camille.Text, StringComparison.Ordinal);
        Assert.Contains(id.ToString(), camille.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Crew.Hugo, camille.Text, StringComparison.Ordinal);
        site.Clock.Advance(Closure.Grace);
        await Run(site);
        Assert.Contains("Faite le 30 novembre 2026", (await (await site.SignIn(Crew.Superadmin)).Open("/admin/donnees-personnelles")).Text, StringComparison.Ordinal);

        site.Clock.Advance(TimeSpan.FromDays(364));
        await Run(site);
        Assert.Equal(1, site.ReadAccounts(db => db.Closures.Count()));
        site.Clock.Advance(TimeSpan.FromDays(3));
        await Run(site);
        Assert.Equal((0, 0), site.ReadAccounts(db => (db.Closures.Count(), db.ClosureAnswers.Count())));
    }

    static Task<Visitor> Ask(Visitor visitor) => visitor.Press("Demander la fermeture", ("Password", Cli.World.People.Password));

    static async Task<int> Run(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        return await scope.ServiceProvider.GetRequiredService<ClosureRound>().Run(TestContext.Current.CancellationToken);
    }

    // Between the first and the others.
    sealed class Broken : IForgets
    {
        public string Module => "bris";

        public Task<Forgotten> Forget(Guid account, bool isDry, CancellationToken ct) => throw new InvalidOperationException("The power went.");
    }
}
