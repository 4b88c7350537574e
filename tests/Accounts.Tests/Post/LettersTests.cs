using System.Net;
using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Beffroi.Testing;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Accounts.Tests.Post;

/// <summary>Each letter, from what somebody does on a page to the words that arrive.</summary>
public sealed class LettersTests
{
    const string Email = "lina.petit@structure.fr";
    const string Password = "une phrase de passe";

    static readonly (string, string?)[] Lina = [("Name", "Lina Petit"), ("Email", Email), ("Password", Password), ("TermsAccepted", "true")];

    [Theory, ClassData(typeof(Engines))]
    public async Task Who_joins_is_welcomed_and_the_admin_of_the_structure_alone_is_told(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await Join(site);

        var welcome = Assert.Single(site.Letters("bienvenue"));
        Assert.Equal((Email, "Bienvenue sur Beffroi"), (welcome.To, welcome.Subject));
        Assert.Equal("""
            Bonjour Lina Petit,

            Votre compte Beffroi est créé. Une personne admin de votre structure doit encore l’accepter : vous recevrez un message.

            Confirmez votre adresse en ouvrant ce lien :
            {lien}

            L’équipe Beffroi
            {site}/
            """, Read(welcome));
        var alert = Assert.Single(site.Letters("attente"));
        Assert.Equal(Crew.EmailOf(Crew.Admin), alert.To);
        var lina = site.ReadAccounts(db => db.Users.Single(a => a.Email == Email).Id);
        Assert.Equal($$"""
            Bonjour Nadia Belkacem,

            « Lina Petit » demande un compte dans la structure « Mission locale du Beffroi ».

            Vous connaissez cette personne ? Acceptez ou refusez sa demande :
            {site}/personnes/{{lina}}

            L’équipe Beffroi
            {site}/
            """, Read(alert));
    }

    [Fact]
    public async Task An_account_that_could_not_be_opened_writes_no_letter()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await Join(site);
        await Join(site);
        Assert.Single(site.Letters("bienvenue"));
        Assert.Single(site.Letters("attente"));
    }

    [Fact]
    public async Task A_name_makes_no_link_in_the_letter_of_somebody_else()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open($"/inscription/structure/{site.StructureOf("Mission locale du Beffroi")}");
        await visitor.Press("Créer mon compte", [.. Lina[1..], ("Name", "Voir https://piege.fr {lien} <b>ici</b>")]);

        await using var server = new FakeSmtp();
        await site.Deliver(server);
        var alert = server.Received.Select(PostSteps.Parsed).Single(m => m.Subject == "Un compte attend votre décision");
        Assert.DoesNotContain("https://piege.fr", alert.TextBody + alert.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", alert.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("«\u00A0Voir https piege.fr lien b ici /b\u00A0»", alert.TextBody, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_link_of_the_welcome_confirms_the_address_once_and_by_a_button(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await Join(site);
        var link = site.Link(Assert.Single(site.Letters("bienvenue")));

        var visitor = await site.Visit().Open(link);
        Assert.False(Confirmed(site));
        await visitor.Press("Confirmer mon adresse");
        Assert.Equal("Votre adresse est confirmée", visitor.Heading);
        Assert.True(Confirmed(site));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visit().Open(link)).Status);
    }

    [Fact]
    public async Task A_decision_is_told_in_the_transaction_that_takes_it()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var admin = await site.SignIn(Crew.Admin);
        await admin.Open($"/personnes/{site.IdOf(Crew.Pending)}");
        await admin.Press("Refuser");
        var refused = Assert.Single(site.Letters("refus"));
        Assert.Equal((Crew.EmailOf(Crew.Pending), "Votre demande de compte est refusée"), (refused.To, refused.Subject));
        Assert.Equal("""
            Bonjour Alex Martin,

            Votre demande de compte Beffroi est refusée.

            C’est une erreur ? Parlez-en à la personne admin de votre structure.

            L’équipe Beffroi
            {site}/
            """, Read(refused));

        await admin.Open($"/personnes/{site.IdOf(Crew.Pending)}");
        await admin.Press("Accepter de nouveau");
        Assert.Contains("Vous pouvez créer une campagne", Read(Assert.Single(site.Letters("acceptation"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_goes_to_its_address_with_the_link_that_the_page_shows()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var admin = await site.SignIn(Crew.Admin);
        await admin.Open("/invitations/nouvelle");
        await admin.Press("Inviter", ("Email", Email), ("Role", nameof(Role.Conseiller)));

        var letter = Assert.Single(site.Letters("invitation"));
        Assert.Equal(Email, letter.To);
        Assert.Equal(new Uri(admin.Page.GetElementById("lien")!.GetAttribute("value")!).AbsolutePath, site.Link(letter));
        Assert.Equal("""
            Bonjour,

            « Nadia Belkacem » vous invite sur Beffroi, dans la structure « Mission locale du Beffroi ».

            Créez votre compte avec ce lien. Il marche une seule fois, jusqu’au 7 décembre 2026 :
            {lien}

            Vous n’attendiez pas ce message ? Ne faites rien.

            L’équipe Beffroi
            {site}/
            """, Read(letter));
    }

    [Fact]
    public async Task The_superadmin_reads_a_letter_without_the_link_that_opens_something()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await Join(site);
        var letter = Assert.Single(site.Letters("bienvenue"));
        var token = site.Link(letter).Split('/')[^1];

        var superadmin = await site.SignIn(Crew.Superadmin);
        await superadmin.Open("/admin/courrier");
        await superadmin.Follow("Bienvenue sur Beffroi");
        Assert.Contains("[lien personnel masqué]", superadmin.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(token, superadmin.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(token, letter.Body + letter.Secret, StringComparison.Ordinal);
    }

    internal static string Read(OutboxLetter letter) => letter.Body.Replace('\u00A0', ' ');

    static bool Confirmed(SiteUnderTest site) => site.ReadAccounts(db => db.Users.Single(a => a.Email == Email).EmailConfirmed);

    static async Task<Visitor> Join(SiteUnderTest site)
    {
        var visitor = await site.Visit().Open($"/inscription/structure/{site.StructureOf("Mission locale du Beffroi")}");
        return await visitor.Press("Créer mon compte", Lina);
    }
}
