using System.Net;
using Beffroi.Accounts.Tests.AuditLog;
using Beffroi.Testing;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Accounts.Tests;

/// <summary>
/// Role × resource × action. One letter for each of: nobody, in waiting, adviser, admin, admin above, regional officer, superadmin.
/// o: open; c: sent to sign in; i: forbidden; n: not there for this person.
/// </summary>
public sealed class RightsMatrixTests
{
    static readonly string?[] Roles = [null, Crew.Pending, Crew.Hugo, Crew.Admin, Crew.RegionAdmin, Crew.Charge, Crew.Superadmin];

    public static readonly TheoryData<string, string, string> Matrix = new()
    {
        { "GET", "/connexion", "ooooooo" },
        { "POST", "/connexion", "ooooooo" },
        { "POST", "/deconnexion", "ooooooo" },
        { "GET", "/cgu", "ooooooo" },
        { "GET", "/compte/conditions", "coooooo" },
        { "POST", "/compte/conditions", "coooooo" },
        { "GET", "/compte", "coooooo" },
        { "GET", "/compte/nom", "coooooo" },
        { "POST", "/compte/nom", "coooooo" },
        { "GET", "/compte/mot-de-passe", "coooooo" },
        { "POST", "/compte/mot-de-passe", "coooooo" },
        { "GET", "/compte/fermer", "coooooo" },
        { "POST", "/compte/fermer", "coooooo" },
        { "POST", "/compte/fermer/annuler", "coooooo" },
        { "GET", "/compte/preuve", "coooooo" },
        { "POST", "/compte/preuve", "coooooo" },
        { "GET", "/inscription", "ooooooo" },
        { "GET", "/inscription/structure/{mission}", "ooooooo" },
        { "POST", "/inscription/structure/{mission}", "ooooooo" },
        { "GET", "/inscription/structure/{region}", "nnnnnnn" },
        { "GET", "/inscription/nouvelle-structure", "ooooooo" },
        { "POST", "/inscription/nouvelle-structure", "ooooooo" },
        { "GET", "/invitation/inconnue", "nnnnnnn" },
        { "POST", "/invitation/inconnue", "nnnnnnn" },
        { "GET", "/invitations", "ciiooio" },
        { "GET", "/invitations/nouvelle", "ciiooio" },
        { "GET", "/invitations/nouvelle?structure={atelier}", "ciinoio" },
        { "POST", "/invitations/nouvelle", "ciiooio" },
        { "POST", "/invitations/{invitation of mission}/annuler", "ciiooio" },
        { "POST", "/invitations/{invitation of atelier}/annuler", "ciinoio" },
        { "GET", "/personnes", "ciioooo" },
        { "GET", "/personnes/{Hugo}", "ciioooo" },
        { "GET", "/personnes/{Samira}", "ciinooo" },
        { "GET", "/personnes/{Camille}", "ciinnoo" },
        { "POST", "/personnes/{Alex}/accepter", "ciiooio" },
        { "POST", "/personnes/{Alex}/refuser", "ciiooio" },
        { "POST", "/personnes/{Rose}/desactiver", "ciiooio" },
        { "POST", "/personnes/{Rose}/role", "ciiooio" },
        { "POST", "/personnes/{Samira}/desactiver", "ciinoio" },
        { "POST", "/personnes/{Samira}/role", "ciinoio" },
        { "POST", "/personnes/{Camille}/desactiver", "ciinnio" },
        { "GET", "/structures", "ciioooo" },
        { "GET", "/structures/{mission}", "ciioooo" },
        { "GET", "/structures/{atelier}", "ciinooo" },
        { "GET", "/structures/{region}", "ciinooo" },
        { "GET", "/structures/nouvelle", "ciiiiio" },
        { "POST", "/structures/nouvelle", "ciiiiio" },
        { "GET", "/structures/{mission}/modifier", "ciiiiio" },
        { "POST", "/structures/{mission}/modifier", "ciiiiio" },
        { "GET", "/admin/journal", "ciiiiio" },
        { "GET", "/admin/donnees-personnelles", "ciiiiio" },
        { "GET", "/admin/donnees-personnelles/inconnue", "ciiiiin" },
        { "POST", "/admin/donnees-personnelles/inconnue", "ciiiiin" },
        { "GET", "/mot-de-passe-oublie", "ooooooo" },
        { "POST", "/mot-de-passe-oublie", "ooooooo" },
        { "GET", "/mot-de-passe/inconnue", "nnnnnnn" },
        { "POST", "/mot-de-passe/inconnue", "nnnnnnn" },
        { "GET", "/adresse/inconnue", "nnnnnnn" },
        { "POST", "/adresse/inconnue", "nnnnnnn" },
        { "GET", "/rappels/inconnue", "nnnnnnn" },
        { "POST", "/rappels/inconnue", "nnnnnnn" },
        { "POST", "/api/rappels/inconnue", "nnnnnnn" },
        { "POST", "/compte/adresse", "coooooo" },
        { "POST", "/compte/rappels", "coooooo" },
        { "POST", "/compte/premiers-pas", "coooooo" },
        { "GET", "/admin/courrier", "ciiiiio" },
        { "GET", "/admin/courrier/{nowhere}", "ciiiiin" },
        { "POST", "/admin/courrier/{nowhere}/reessayer", "ciiiiin" },
        { "GET", "/structures/activite", "ciioooo" },
        { "GET", "/structures/activite.csv", "ciioooo" },
        { "GET", "/actualites", "ciooooo" },
        { "GET", "/admin/actualites", "ciiiiio" },
        { "GET", "/admin/actualites/nouvelle", "ciiiiio" },
        { "POST", "/admin/actualites/nouvelle", "ciiiiio" },
        { "GET", "/admin/actualites/{nowhere}", "ciiiiin" },
        { "POST", "/admin/actualites/{nowhere}", "ciiiiin" },
        { "POST", "/admin/actualites/{nowhere}/supprimer", "ciiiiin" },
        { "GET", "/admin/aide/nouvelle", "ciiiiio" },
        { "POST", "/admin/aide/nouvelle", "ciiiiio" },
        { "GET", "/admin/aide/{nowhere}", "ciiiiin" },
        { "POST", "/admin/aide/{nowhere}", "ciiiiin" },
        { "POST", "/admin/aide/{nowhere}/supprimer", "ciiiiin" },
        { "GET", "/admin/bandeau", "ciiiiio" },
        { "POST", "/admin/bandeau", "ciiiiio" },
        { "POST", "/admin/bandeau/{nowhere}/retirer", "ciiiiin" },
        { "GET", "/avis", "ooooooo" },
        { "POST", "/avis", "ooooooo" },
        { "GET", "/avis/merci", "ooooooo" },
        { "GET", "/admin/avis", "ciiiiio" },
        { "GET", "/aide/ecrire", "ooooooo" },
        { "POST", "/aide/ecrire", "ooooooo" },
        { "GET", "/aide/ecrire/merci", "ooooooo" },
        { "GET", "/en/opinion", "ooooooo" },
        { "POST", "/en/opinion", "ooooooo" },
        { "GET", "/en/opinion/thanks", "ooooooo" },
        { "GET", "/en/help/write", "ooooooo" },
        { "POST", "/en/help/write", "ooooooo" },
        { "GET", "/en/help/write/thanks", "ooooooo" },
        { "GET", "/admin/demandes", "ciiiiio" },
        { "GET", "/admin/demandes/delais", "ciiiiio" },
        { "GET", "/admin/demandes/{nowhere}", "ciiiiin" },
        { "POST", "/admin/demandes/{nowhere}/prendre", "ciiiiin" },
        { "POST", "/admin/demandes/{nowhere}/repondre", "ciiiiin" },
        { "POST", "/admin/demandes/{nowhere}/noter", "ciiiiin" },
        { "POST", "/admin/demandes/{nowhere}/classer", "ciiiiin" },
        { "POST", "/admin/demandes/{nowhere}/clore", "ciiiiin" },
        { "POST", "/admin/demandes/{nowhere}/rouvrir", "ciiiiin" },
        { "POST", "/admin/demandes/{nowhere}/ecarter", "ciiiiin" },
        { "GET", "/admin/partenaires", "ciiiiio" },
        { "GET", "/admin/partenaires.csv", "ciiiiio" },
        { "GET", "/admin/partenaires/nouveau", "ciiiiio" },
        { "POST", "/admin/partenaires/nouveau", "ciiiiio" },
        { "GET", "/admin/partenaires/{nowhere}", "ciiiiin" },
        { "POST", "/admin/partenaires/{nowhere}", "ciiiiin" },
        { "POST", "/admin/partenaires/{nowhere}/perdre", "ciiiiin" },
        { "POST", "/admin/partenaires/{nowhere}/reprendre", "ciiiiin" },
        { "POST", "/admin/partenaires/{nowhere}/effacer", "ciiiiin" },
        { "GET", "/admin/parcours", "ciiiiio" },
        { "GET", "/admin/parcours.csv", "ciiiiio" },

        // Not configured here: nobody finds them. Outside/ tests them open.
        { "GET", "/connexion/franceconnect", "nnnnnnn" },
        { "GET", "/connexion/franceconnect/retour", "nnnnnnn" },
        { "GET", "/connexion/franceconnect/ouvrir", "nnnnnnn" },
        { "POST", "/connexion/franceconnect/ouvrir", "nnnnnnn" },
        { "GET", "/deconnexion/franceconnect/retour", "nnnnnnn" },
        { "POST", "/compte/connexions/franceconnect", "cnnnnnn" },
        { "GET", "/connexion/proconnect", "nnnnnnn" },
        { "GET", "/connexion/proconnect/retour", "nnnnnnn" },
        { "GET", "/connexion/proconnect/ouvrir", "nnnnnnn" },
        { "POST", "/connexion/proconnect/ouvrir", "nnnnnnn" },
        { "GET", "/deconnexion/proconnect/retour", "nnnnnnn" },
        { "POST", "/compte/connexions/proconnect", "cnnnnnn" },
        { "GET", "/compte/connexions", "coooooo" },
        { "POST", "/compte/connexions/delier", "cnnnnnn" },
        { "GET", "/compte/connexions/application", "coooooo" },
        { "POST", "/compte/connexions/application", "coooooo" },
        { "GET", "/compte/connexions/codes", "coooooo" },
        { "POST", "/compte/connexions/codes", "coooooo" },
        { "POST", "/compte/connexions/codes/retirer", "coooooo" },
        { "GET", "/compte/connexions/cles/nouvelle", "coooooo" },
        { "POST", "/compte/connexions/cles/nouvelle", "coooooo" },
        { "POST", "/compte/connexions/cles/nouvelle/demande", "coooooo" },
        { "GET", "/compte/connexions/cles/{inconnue}", "cnnnnnn" },
        { "POST", "/compte/connexions/cles/{inconnue}", "cnnnnnn" },
        { "POST", "/compte/connexions/cles/{inconnue}/retirer", "cnnnnnn" },

        // A redirection to the sign-in page is what somebody without a password given gets, whoever they are.
        { "GET", "/connexion/code", "ccccccc" },
        { "POST", "/connexion/code", "ccccccc" },
        { "POST", "/connexion/cle", "ooooooo" },
        { "POST", "/connexion/cle/demande", "ooooooo" },
    };

    [Theory, MemberData(nameof(Matrix))]
    public async Task Each_role_is_let_where_it_may_go_and_nowhere_else(string method, string url, string expected)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var address = await Fill(site, url);
        var found = "";
        foreach (var role in Roles)
        {
            found += await Ask(role is null ? site.Visit() : await site.SignIn(role), method, address);
        }

        Assert.Equal(expected, found);
    }

    [Fact]
    public async Task No_route_of_the_module_is_missing_from_the_matrix()
    {
        await using var site = await SiteUnderTest.Empty();
        var matched = Matrix.Select(row => $"{row.Data.Item1} {Shape(row.Data.Item2)}").ToHashSet(StringComparer.Ordinal);
        Assert.All(
            AuditTests.AccountsRoutes(site).SelectMany(r => r.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} {Shape(r.RoutePattern.RawText!)}")),
            route => Assert.Contains(route, matched));
    }

    static async Task<char> Ask(Visitor visitor, string method, string address)
    {
        // A page with a form, for its antiforgery token.
        await visitor.Open("/connexion");
        var token = visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        using var request = new HttpRequestMessage(new(method), new Uri(address, UriKind.Relative));
        if (method == "POST")
        {
            request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        }

        using var response = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode switch
        {
            HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity => 'o',
            HttpStatusCode.Redirect => IsSignIn(response.Headers.Location!) ? 'c' : 'o',
            HttpStatusCode.Forbidden => 'i',
            HttpStatusCode.NotFound => 'n',
            _ => throw new InvalidOperationException($"{method} {address}: {(int)response.StatusCode}"),
        };
    }

    static bool IsSignIn(Uri to) => (to.IsAbsoluteUri ? to.AbsolutePath : to.OriginalString).StartsWith("/connexion", StringComparison.Ordinal);

    static async Task<string> Fill(SiteUnderTest site, string url)
    {
        url = url.Replace("{nowhere}", Guid.Empty.ToString(), StringComparison.Ordinal);
        foreach (var (word, structure) in new[] { ("mission", "Mission locale du Beffroi"), ("atelier", "Atelier du Canal"), ("region", "Région des Beffrois") })
        {
            url = url.Replace($"{{{word}}}", site.StructureOf(structure).ToString(), StringComparison.Ordinal);
            if (url.Contains($"{{invitation of {word}}}", StringComparison.Ordinal))
            {
                var (invitation, _) = Invitation.Write(EmailAddress.Read("lina@structure.fr", "", new())!, Kit.Role.Conseiller, site.StructureOf(structure), site.IdOf(Crew.Superadmin), site.Clock.GetUtcNow());
                await site.Write<AccountsDb>(db => db.Add(invitation));
                url = url.Replace($"{{invitation of {word}}}", invitation.Id.ToString(), StringComparison.Ordinal);
            }
        }

        foreach (var name in new[] { Crew.Hugo, Crew.OtherAdviser, Crew.Superadmin, Crew.Pending, Crew.Rose })
        {
            url = url.Replace($"{{{name.Split(' ')[0]}}}", site.IdOf(name).ToString(), StringComparison.Ordinal);
        }

        return url;
    }

    // "/personnes/{Hugo}/role" and "/personnes/{id:guid}/role" are one route.
    static string Shape(string url) =>
        string.Join('/', url.Split('?')[0].Split('/').Select(part => part.StartsWith('{') || part == "inconnue" ? "*" : part));
}
