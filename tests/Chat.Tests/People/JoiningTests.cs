using System.Net;
using Beffroi.Accounts;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Tests.People;

/// <summary>Row C1: organisations by the domains of their addresses.</summary>
public sealed class JoiningTests
{
    const string Password = "quatre mots sans rapport";

    [Theory, ClassData(typeof(Engines))]
    public async Task Somebody_with_a_confirmed_address_of_an_accepted_organisation_joins_in_one_act(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var marc = await site.SignIn(ChatWorld.Marc);

        await marc.Open("/discussion/rejoindre");
        Assert.DoesNotContain("Laboratoire Signal", marc.Text, StringComparison.Ordinal);
        await site.Confirmed(ChatWorld.Marc);
        await marc.Open("/discussion/rejoindre");
        Assert.Contains("Laboratoire Signal", marc.Text, StringComparison.Ordinal);
        await marc.Press("Rejoindre la discussion");
        await marc.Post("/discussion/rejoindre");

        var member = Assert.Single(site.ReadChat(db => db.Members.Where(m => m.AccountId == site.IdOf(ChatWorld.Marc)).ToList()));
        Assert.Equal((ChatWorld.Laboratory.Id, false, ChatWorld.Marc), (member.OrganisationId, member.IsReferent, member.Name));
        Assert.Equal(HttpStatusCode.OK, (await marc.Open("/discussion/mon-organisation")).Status);
        Assert.Equal("Laboratoire Signal", marc.Heading);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task An_address_of_no_approved_domain_joins_nothing_and_is_told_so(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Confirmed(ChatWorld.Rose);
        var rose = await site.SignIn(ChatWorld.Rose);

        await rose.Open("/discussion/mes-reglages");
        Assert.Equal("/discussion/rejoindre", rose.Address);
        Assert.Contains("n’est pas celui d’une organisation membre", rose.Text, StringComparison.Ordinal);
        await rose.Post("/discussion/rejoindre");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, rose.Status);
        Assert.False(site.ReadChat(db => db.Members.Any(m => m.AccountId == site.IdOf(ChatWorld.Rose))));
    }

    // The observatory's domain is observatoire-libre.example; the ministry's, affaires-imaginees.example. None of these is.
    public static readonly TheoryData<string> NotApproved =
    [
        "x@mission.beffroi.example", "x@gmail.com",
        "x@sub.observatoire-libre.example", "x@observatoire-libre.example.evil.com", "x@observatoire-libre.com", "x@observatoirelibre.example",
        "x@observatoire-1ibre.example", "x@0bservatoire-libre.example", "x@observatoire-libre-example.com", "x@evilobservatoire-libre.example", "x@оbservatoire-libre.example",
        "x@xn--bservatoire-libre-tjg.example", "x@observatoire-libre.example.", "x@observatoire-libre.example@gmail.com", "x%observatoire-libre.example@gmail.com", "\"x@observatoire-libre.example\"@gmail.com", "x@[127.0.0.1]", "observatoire-libre.example", "",
    ];

    [Fact]
    public async Task An_address_outside_approved_domains_cannot_register_and_the_answer_says_nothing_of_accounts()
    {
        await using var site = await SiteUnderTest.WithWorld();
        // One that has an account, one that has none: the same refusal.
        await site.Write<AccountsDb>(db => db.Add(Account.Open(PersonName.Read("Zoé Absente", "n", new Errors())!, EmailAddress.Read("zoe@gmail.com", "e", new Errors())!, Role.Conseiller, null, SiteUnderTest.Start)));
        var accounts = site.ReadAccounts(db => db.Users.Count());
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in NotApproved.Select(r => r.Data).Append("zoe@gmail.com"))
        {
            var visitor = site.Visit();
            await visitor.Open("/discussion/rejoindre");
            await visitor.Press("Créer mon compte", ("Name", "Zoé Absente"), ("Email", address), ("Password", Password), ("TermsAccepted", "true"));
            Assert.True(visitor.Status == HttpStatusCode.UnprocessableEntity && visitor.Mistakes.Count == 1, $"{address}: {(int)visitor.Status} {string.Join(" / ", visitor.Mistakes)}");
            answers[address] = visitor.Mistakes[0];
        }

        Assert.Equal(accounts, site.ReadAccounts(db => db.Users.Count()));
        Assert.Equal(0, site.ReadAccounts(db => db.Outbox.Count()));
        Assert.Equal(answers["x@gmail.com"], answers["zoe@gmail.com"]);
        Assert.Equal(answers["x@gmail.com"], answers["x@observatoire-1ibre.example"]);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_new_person_registers_from_the_chat_confirms_by_the_letter_and_joins(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var zoe = site.Visit();
        await zoe.Open("/en/chat/join");
        await zoe.Press("Open my account", ("Name", "Zoe Arnold"), ("Email", "zoe@observatoire-libre.example"), ("Password", "short"), ("TermsAccepted", "true"));
        Assert.Contains("12 to 128", Assert.Single(zoe.Mistakes), StringComparison.Ordinal);

        await zoe.Press("Open my account", ("Email", "Zoe@Observatoire-Libre.example"), ("Password", Password), ("TermsAccepted", "true"));
        Assert.Equal(HttpStatusCode.OK, zoe.Status);
        var asked = zoe.Text;
        var account = site.ReadAccounts(db => db.Users.Single(a => a.Email == "zoe@observatoire-libre.example"));
        Assert.Equal((null, false), (account.StructureId, account.EmailConfirmed));
        var letter = site.ReadAccounts(db => db.Outbox.Single(o => o.AccountId == account.Id));
        Assert.Contains("/en/chat/join", letter.Body, StringComparison.Ordinal);

        // The link of the letter, as the person would press it: Accounts' own tests follow the link itself.
        await site.Write<AccountsDb>(db => db.Users.Single(a => a.Id == account.Id).EmailConfirmed = true);
        await zoe.SignIn("zoe@observatoire-libre.example", Password);
        await zoe.Open("/en/chat/join");
        await zoe.Press("Join the chat");
        Assert.Equal((ChatWorld.Observatory.Id, Lang.English), site.ReadChat(db => db.Members.Where(m => m.AccountId == account.Id).Select(m => new ValueTuple<Guid, Lang>(m.OrganisationId, m.Language)).Single()));

        // Asked again for an address that has an account: the same page, a letter that says so, no second account.
        var other = site.Visit();
        await other.Open("/en/chat/join");
        await other.Press("Open my account", ("Name", "Somebody Else"), ("Email", "zoe@observatoire-libre.example"), ("Password", Password), ("TermsAccepted", "true"));
        Assert.Equal(asked, other.Text);
        Assert.Equal(2, site.ReadAccounts(db => db.Outbox.Count(o => o.AccountId == account.Id)));
        Assert.Equal("Zoe Arnold", site.ReadAccounts(db => db.Users.Single(a => a.Email == "zoe@observatoire-libre.example").Name));
    }

    [Fact]
    public async Task A_newcomer_has_no_right_elsewhere_on_the_site()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var zoe = site.Visit();
        await zoe.Open("/discussion/rejoindre");
        await zoe.Press("Créer mon compte", ("Name", "Zoé Arnaud"), ("Email", "zoe@observatoire-libre.example"), ("Password", Password), ("TermsAccepted", "true"));
        await zoe.SignIn("zoe@observatoire-libre.example", Password);

        foreach (var page in new[] { "/eva/campagnes", "/personnes", "/actualites", "/discussion/organisations" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await zoe.Open(page)).Status);
        }

        await zoe.Open("/discussion/rejoindre");
        Assert.Contains("Montrez d’abord", zoe.Text, StringComparison.Ordinal);
        await zoe.Press("Recevoir un lien de confirmation");
        Assert.Equal(HttpStatusCode.OK, zoe.Status);
        Assert.Equal(2, site.ReadAccounts(db => db.Outbox.Count(o => o.To == "zoe@observatoire-libre.example")));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Ten_who_press_at_once_are_one_member(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Confirmed(ChatWorld.Marc);
        var marc = await site.SignIn(ChatWorld.Marc);
        await marc.Open("/discussion/rejoindre");
        var token = marc.Page.QuerySelector("form[action='/discussion/rejoindre'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => marc.Http.PostAsync(new Uri("/discussion/rejoindre", UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]), Steps.Ct)));

        Assert.All(answers, a => Assert.True((int)a.StatusCode < 400, a.StatusCode.ToString()));
        Assert.Equal(1, site.ReadChat(db => db.Members.Count(m => m.AccountId == site.IdOf(ChatWorld.Marc))));
    }
}
