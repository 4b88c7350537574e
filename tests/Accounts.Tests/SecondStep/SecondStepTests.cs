using System.Net;
using Beffroi.Accounts.OpenId;
using Beffroi.Accounts.Tests.Outside;
using Beffroi.Testing;
using Beffroi.Testing.Providers;

namespace Beffroi.Accounts.Tests.SecondStep;

public sealed class SecondStepTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task After_the_password_the_code_of_the_telephone_opens_and_serves_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (telephone, _) = await SetUp(site);
        var visitor = await Password(site.Visit());
        Assert.Equal("Saisir le code", visitor.Heading);
        Assert.Equal("Se connecter", (await visitor.Open("/compte")).Heading);

        site.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = telephone.Shows(site.Clock.GetUtcNow());
        await Code(visitor, code);
        Assert.Contains(Crew.Hugo, (await visitor.Open("/compte")).Text, StringComparison.Ordinal);

        var thief = await Password(site.Visit());
        await Code(thief, code);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Se connecter"), (thief.Status, (await thief.Open("/compte")).Heading));
    }

    [Fact]
    public async Task A_code_on_paper_stands_for_the_telephone_once()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (_, paper) = await SetUp(site);
        Assert.Equal(10, paper.Distinct(StringComparer.Ordinal).Count());
        var visitor = await Password(site.Visit());
        await Code(visitor, paper[3].ToLowerInvariant());
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains("Codes de secours restants : 9", (await visitor.Open("/compte/connexions")).Text, StringComparison.Ordinal);

        var again = await Password(site.Visit());
        await Code(again, paper[3]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_and_the_password_typed_again_gives_no_more_tries()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (telephone, _) = await SetUp(site);
        var visitor = site.Visit();
        for (var i = 0; i < 5; i++)
        {
            await Code(await Password(visitor), "000000");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        }

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await visitor.Open("/connexion");
        await visitor.Press("Se connecter", ("Email", Crew.EmailOf(Crew.Hugo)), ("Password", Cli.World.People.Password));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Se connecter"), (visitor.Status, visitor.Heading));

        site.Clock.Advance(TimeSpan.FromMinutes(10));
        await Code(await Password(visitor), telephone.Shows(site.Clock.GetUtcNow()));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Codes_sent_all_at_the_same_moment_are_as_many_tries(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (telephone, _) = await SetUp(site);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var visitor = await Password(site.Visit());
        var token = visitor.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Send(visitor, token, "000000")));
        Assert.All(answers, status => Assert.Equal(HttpStatusCode.UnprocessableEntity, status));

        // Twelve are more than five: the right one comes too late.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Send(visitor, token, telephone.Shows(site.Clock.GetUtcNow())));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task One_code_sent_by_several_at_the_same_moment_opens_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (telephone, paper) = await SetUp(site);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var code in new[] { telephone.Shows(site.Clock.GetUtcNow()), paper[0] })
        {
            var tries = new List<(Visitor Visitor, string Token)>();
            for (var i = 0; i < 4; i++)
            {
                var visitor = await Password(site.Visit());
                tries.Add((visitor, visitor.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!));
            }

            var answers = await Task.WhenAll(tries.Select(t => Send(t.Visitor, t.Token, code)));
            Assert.Single(answers, status => status == HttpStatusCode.Redirect);
        }
    }

    [Fact]
    public async Task A_telephone_that_was_not_shown_to_have_the_key_changes_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.SignIn(Crew.Hugo);
        await visitor.Open("/compte/connexions/application");
        await visitor.Press("Ajouter l’application", ("Code", "123456"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal("/", (await site.SignIn(Crew.Hugo)).Address);
    }

    [Fact]
    public async Task Nothing_in_the_base_makes_a_code()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (_, paper) = await SetUp(site);
        var kept = string.Join(' ', site.ReadAccounts(db => db.RecoveryCodes.Select(c => c.Hash).ToList())) + site.ReadAccounts(db => db.Authenticators.Single().SealedKey);
        Assert.All(paper, code => Assert.DoesNotContain(code.Replace(" ", "", StringComparison.Ordinal), kept, StringComparison.OrdinalIgnoreCase));
        Assert.True(site.ReadAccounts(db => db.Authenticators.Single().SealedKey.Length) > 100);
    }

    [Fact]
    public async Task Taking_the_application_away_asks_for_a_code_and_then_the_password_is_enough()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (telephone, paper) = await SetUp(site);
        var visitor = await Password(site.Visit());
        await Code(visitor, paper[0]);
        await visitor.Open("/compte/connexions/codes");
        await visitor.Press("Retirer l’application de codes", ("Code", "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await visitor.Press("Retirer l’application de codes", ("Code", telephone.Shows(site.Clock.GetUtcNow())));
        Assert.Contains("retirée", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("/", (await site.SignIn(Crew.Hugo)).Address);
        Assert.Equal(0, site.ReadAccounts(db => db.RecoveryCodes.Count()));
    }

    [Fact]
    public async Task New_codes_on_paper_replace_the_old()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (_, paper) = await SetUp(site);
        var visitor = await Password(site.Visit());
        await Code(visitor, paper[0]);
        await visitor.Open("/compte/connexions/codes");
        await visitor.Press("Recevoir 10 nouveaux codes de secours", ("Code", paper[1]));
        var fresh = Paper(visitor);
        Assert.Empty(fresh.Intersect(paper, StringComparer.Ordinal));

        await Code(await Password(visitor = site.Visit()), paper[2]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        await Code(visitor, fresh[2]);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    [Theory]
    [InlineData("eidas1", true)]
    [InlineData("eidas1-mfa", false)]
    public async Task A_provider_stands_for_the_code_only_where_it_asked_for_two_factors(string acr, bool asked)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.ProConnect);
        server.Person = Somebody.Agent with { Acr = acr };
        var hugo = (await site.SignIn(Crew.Hugo)).Through(server);
        await LinkingTests.Link(hugo, "ProConnect");
        await SetUp(site);
        var visitor = await FranceConnectTests.Arrive(site, server);
        Assert.Equal(asked ? "/connexion/code" : "/", visitor.Address);
    }

    [Fact]
    public async Task The_step_in_between_lasts_ten_minutes_and_ends_with_the_password()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (_, paper) = await SetUp(site);
        var late = await Password(site.Visit());
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("/connexion", (await late.Press("Entrer", ("Code", paper[0]))).Address);

        var between = await Password(site.Visit());
        await site.Write<AccountsDb>(db => db.Users.Single(a => a.Name == Crew.Hugo).SecurityStamp = "changé ailleurs");
        Assert.Equal("/connexion", (await Code(between, paper[0])).Address);
    }

    internal static async Task<(Telephone Telephone, IReadOnlyList<string> Paper)> SetUp(SiteUnderTest site)
    {
        var (visitor, telephone) = (await site.SignIn(Crew.Hugo), new Telephone());
        await visitor.Open("/compte/connexions/application");
        telephone.Read(visitor);
        await visitor.Press("Ajouter l’application", ("Code", telephone.Shows(site.Clock.GetUtcNow())));
        Assert.Equal("Vos codes de secours", visitor.Heading);
        return (telephone, Paper(visitor));
    }

    static async Task<HttpStatusCode> Send(Visitor visitor, string token, string code)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Code", code)]);
        using var answer = await visitor.Http.PostAsync(new Uri("/connexion/code", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    static List<string> Paper(Visitor visitor) => [.. visitor.Page.QuerySelectorAll("main li code").Select(c => c.TextContent)];

    static async Task<Visitor> Password(Visitor visitor)
    {
        await visitor.Open("/connexion");
        await visitor.Press("Se connecter", ("Email", Crew.EmailOf(Crew.Hugo)), ("Password", Cli.World.People.Password));
        return visitor;
    }

    static async Task<Visitor> Code(Visitor visitor, string code)
    {
        if (visitor.Address != "/connexion/code")
        {
            await visitor.Open("/connexion/code");
        }

        return await visitor.Press("Entrer", ("Code", code));
    }
}
