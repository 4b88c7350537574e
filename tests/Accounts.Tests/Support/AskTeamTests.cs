using System.Net;
using System.Text.RegularExpressions;
using Beffroi.Accounts.Post;
using Beffroi.Accounts.Support;
using Beffroi.Kit;
using Beffroi.Testing;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Accounts.Tests.Support;

public sealed class AskTeamTests
{
    static readonly (string, string?)[] Good = [("Kind", "Accessibility"), ("Part", "eva"), ("Subject", "  Tableau illisible "), ("Message", "Ma synthèse vocale\r\nse perd."), ("Email", "Lina@Courrier.fr")];

    [Theory, ClassData(typeof(Engines))]
    public async Task What_a_stranger_writes_is_kept_with_a_reference_that_they_are_given(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var visitor = await site.Visit().Open("/aide");
        await visitor.Follow("Écrire à l’équipe");
        await visitor.Press("Envoyer le message", Good);

        Assert.Equal("Votre message est arrivé", visitor.Heading);
        var kept = site.ReadAccounts(db => db.Requests.Single());
        Assert.Equal((SitePart.Eva, RequestKind.Accessibility, "Tableau illisible", "Ma synthèse vocale\nse perd.", "lina@courrier.fr"), (kept.Part, kept.Kind, kept.Subject, kept.Message, kept.Email));
        Assert.Equal((SiteUnderTest.Start, RequestState.New, null, null), (kept.ReceivedAt, kept.State, kept.AccountId, kept.Page));
        Assert.Matches("^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$", kept.Reference);
        Assert.Contains(kept.Reference, visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Nous répondons à l’adresse", visitor.Text, StringComparison.Ordinal);
        // RGAA: within a week.
        Assert.Equal(SiteUnderTest.Start.AddDays(7), kept.DueAt);
        Assert.Empty(site.ReadAccounts(db => db.Outbox.ToList()));
        Assert.DoesNotContain(site.ReadAccounts(db => db.Audit.Where(a => a.Act == "demande.ecrire").Select(a => a.Subject + a.Fields).ToList()), row => row.Contains("lina", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task From_the_foot_of_an_English_page_one_writes_in_English()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/en/encyclopedia");
        await visitor.Follow("Write to us");
        await visitor.Press("Send the message", ("Kind", "Bug"), ("Email", "somebody"));
        Assert.Equal(["Write what it is about, in a few words", "Write your message", "Type an e-mail address, for example name@place.org"], visitor.Mistakes);
        await visitor.Press("Send the message", ("Subject", "A link"), ("Message", "It leads nowhere."), ("Email", "somebody@place.example"));

        Assert.Equal("Your message has arrived", visitor.Heading);
        var kept = site.ReadAccounts(db => db.Requests.Single());
        Assert.Equal((SitePart.Encyclopedia, "/en/encyclopedia", "A link"), (kept.Part, kept.Page, kept.Subject));
        Assert.Contains(kept.Reference, visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_signed_in_is_known_and_who_leaves_no_address_is_told_that_no_answer_comes()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await (await site.SignIn(Crew.Hugo)).Open("/aide/ecrire");
        Assert.Contains("numéro de votre compte", hugo.Text, StringComparison.Ordinal);
        await hugo.Press("Envoyer le message", [.. Good[..4], ("Email", " ")]);

        Assert.Contains("nous ne pouvons pas vous répondre", hugo.Text, StringComparison.Ordinal);
        var kept = site.ReadAccounts(db => db.Requests.Single());
        Assert.Equal((site.IdOf(Crew.Hugo), null), (kept.AccountId!.Value, kept.Email));
    }

    [Theory]
    [InlineData("Kind", "", "Choisissez une réponse")]
    [InlineData("Kind", "2", "Choisissez une réponse")]
    [InlineData("Part", "nulle-part", "Choisissez un service")]
    [InlineData("Subject", "   ", "Écrivez de quoi il s’agit, en quelques mots")]
    [InlineData("Message", "\r\n", "Écrivez votre message")]
    [InlineData("Email", "pas une adresse", "Saisissez une adresse électronique, par exemple nom@structure.fr")]
    [InlineData("Email", "a@b.fr\r\nBcc: c@d.fr", "Saisissez une adresse électronique, par exemple nom@structure.fr")]
    public async Task What_is_wrong_is_said_beside_its_field_with_what_was_typed(string field, string typed, string message)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/aide/ecrire");
        await visitor.Post("/aide/ecrire", [.. Good.Where(g => g.Item1 != field).Select(g => (g.Item1, g.Item2!)), (field, typed)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains(message, visitor.Text, StringComparison.Ordinal);
        Assert.Equal(field == "Subject" ? "   " : "  Tableau illisible ", visitor.Page.QuerySelector("input[name=Subject]")!.GetAttribute("value"));
        Assert.False(site.ReadAccounts(db => db.Requests.Any()));
    }

    [Theory]
    [InlineData(SupportRequest.MessageMaxLength, true)]
    [InlineData(SupportRequest.MessageMaxLength + 1, false)]
    public async Task A_message_is_taken_up_to_its_limit(int length, bool taken)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/aide/ecrire");
        await visitor.Post("/aide/ecrire", ("Kind", "Other"), ("Part", "site"), ("Subject", "s"), ("Message", new string('m', length)));
        Assert.Equal(taken, site.ReadAccounts(db => db.Requests.Any()));
    }

    [Fact]
    public async Task A_program_that_fills_in_what_nobody_sees_is_told_the_same_and_nothing_is_kept()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/aide/ecrire");
        await visitor.Post("/aide/ecrire", [.. Good.Select(g => (g.Item1, g.Item2!)), ("ContactUrl", "http://achetez.example")]);
        Assert.Equal("Votre message est arrivé", visitor.Heading);
        Assert.Matches("[2-9A-Z]{4}-[2-9A-Z]{4}", visitor.Text);
        Assert.False(site.ReadAccounts(db => db.Requests.Any()));
    }

    [Theory]
    [InlineData("/mot-de-passe/{token}", "/mot-de-passe/{token}")]
    [InlineData("/mot-de-passe/secret-que-personne-ne-doit-lire", null)]
    [InlineData("https://ailleurs.example/", null)]
    [InlineData("", null)]
    public async Task The_page_they_come_from_is_kept_as_the_pattern_of_a_route_and_never_as_an_address(string from, string? kept)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/aide/ecrire?depuis=" + Uri.EscapeDataString(from));
        await visitor.Press("Envoyer le message", Good);
        Assert.Equal(kept, site.ReadAccounts(db => db.Requests.Single().Page));
    }

    [Theory]
    [InlineData("/eva", "eva", "/eva")]
    [InlineData("/encyclopedie", "encyclopedie", "/encyclopedie")]
    [InlineData("/connexion", "site", "/connexion")]
    public async Task The_foot_of_each_page_leads_here_and_the_service_is_that_of_the_page(string page, string part, string pattern)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open(page);
        await visitor.Follow("Écrivez-nous");
        Assert.Equal(part, visitor.Page.QuerySelector("select[name=Part] option[selected]")!.GetAttribute("value"));
        Assert.Equal(pattern, visitor.Page.QuerySelector("input[name=From]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_page_that_is_not_there_leads_here_too()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/nulle/part");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        await visitor.Follow("Dire à l’équipe ce qui ne va pas");
        Assert.Equal("Nous écrire", visitor.Heading);
        Assert.Equal("/erreur/{status:int}", visitor.Page.QuerySelector("input[name=From]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_page_of_thanks_repeats_nothing_that_is_no_reference()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/aide/ecrire/merci?reference=" + Uri.EscapeDataString("Appelez le 06"));
        Assert.DoesNotContain("Appelez", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("référence", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)), visitor.Text);
    }

    [Theory]
    [InlineData("no-reply@service.example", false)]
    [InlineData("NoReply@service.example", false)]
    [InlineData("ne-pas-repondre@service.example", false)]
    [InlineData("bonjour@service.example", true)]
    [InlineData(null, true)]
    public void Letters_come_from_an_address_that_can_be_answered(string? from, bool starts)
    {
        var settings = new MailSettings { From = from };
        if (starts)
        {
            Assert.Same(settings, settings.Checked());
        }
        else
        {
            Assert.Throws<InvalidOperationException>(settings.Checked);
        }
    }

    [Fact]
    public async Task Too_many_messages_from_one_address_wait()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/aide/ecrire");
        for (var i = 0; i < TriesLimit.PerMinute; i++)
        {
            await visitor.Post("/aide/ecrire", ("Kind", ""));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        }

        await visitor.Post("/aide/ecrire", ("Kind", ""));
        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
    }
}
