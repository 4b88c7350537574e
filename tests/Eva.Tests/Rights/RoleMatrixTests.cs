using System.Net;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Plans;
using Beffroi.Eva.Reviews;

namespace Beffroi.Eva.Tests.Rights;

/// <summary>
/// Role × resource × action, for every route of the module. One letter for each of: nobody, in waiting, adviser, admin, admin above, regional officer, superadmin, adviser of another structure.
/// o: open; c: sent to sign in; i: forbidden; n: not there for this person; u: for the games of a person only; s: open, and this server makes no PDF.
/// </summary>
public sealed class RoleMatrixTests
{
    static readonly string?[] Roles = [null, Crew.Pending, Crew.Hugo, Crew.Admin, Crew.RegionAdmin, Crew.Charge, Crew.Superadmin, Crew.OtherAdviser];

    const string Everyone = "oooooooo";
    const string Accepted = "cioooooo";
    const string Seen = "ciooooon";
    const string Accompanied = "cioonnnn";
    const string Changed = "ciooonon";
    const string Superadmins = "ciiiiioi";

    /// <summary>As those who accompany; officers, who only read, are told that it is not for them.</summary>
    const string Acted = "ciooninn";

    public static readonly TheoryData<string, string, string> Matrix = new()
    {
        { "GET", "/eva/campagnes", Accepted },
        { "GET", "/eva/campagnes/nouvelle", "cioooioo" },
        { "POST", "/eva/campagnes/nouvelle", "cioooioo" },
        { "GET", "/eva/campagnes/{campaign}", Seen },
        { "GET", "/eva/campagnes/{campaign}/affiche", Seen },
        { "GET", "/eva/campagnes/{campaign}/modifier", Changed },
        { "POST", "/eva/campagnes/{campaign}/modifier", Changed },
        { "POST", "/eva/campagnes/{campaign}/fermer", Changed },
        { "POST", "/eva/campagnes/{campaign}/rouvrir", Changed },
        { "POST", "/eva/campagnes/{campaign}/dupliquer", Changed },
        { "GET", "/eva/campagnes/{campaign}/supprimer", Changed },
        { "POST", "/eva/campagnes/{campaign}/supprimer", Changed },

        { "GET", "/eva/evaluations", Accepted },
        { "GET", "/eva/evaluations/importer", Accepted },
        { "POST", "/eva/evaluations/importer", Accepted },
        { "GET", "/eva/evaluations/recevoir", "cioooioo" },
        { "POST", "/eva/evaluations/recevoir", "cioooioo" },
        { "GET", "/eva/evaluations/{evaluation}", Seen },
        { "GET", "/eva/evaluations/{evaluation}/fiche", Seen },
        { "GET", "/eva/evaluations/{evaluation}/restitution.pdf", "cisssssn" },
        { "GET", "/eva/evaluations/{evaluation}/formation", Seen },
        { "GET", "/eva/evaluations/{evaluation}/formation.csv", Seen },
        { "GET", "/eva/evaluations/{evaluation}/orientation", Seen },
        { "POST", "/eva/evaluations/{evaluation}/orientation", Accompanied },
        { "GET", "/eva/evaluations/{evaluation}/entretien", Seen },
        { "POST", "/eva/evaluations/{evaluation}/entretien", Accompanied },
        { "POST", "/eva/evaluations/{evaluation}/entretien/retirer", Accompanied },
        { "GET", "/eva/evaluations/{evaluation}/confirmer", Accompanied },
        { "POST", "/eva/evaluations/{evaluation}/confirmer", Accompanied },
        { "GET", "/eva/evaluations/{evaluation}/desaccord", Accompanied },
        { "POST", "/eva/evaluations/{evaluation}/desaccord", Accompanied },
        { "POST", "/eva/evaluations/{evaluation}/desaccord/{note}/retirer", Accompanied },
        { "GET", "/eva/evaluations/{evaluation}/ecrit", Accompanied },
        { "POST", "/eva/evaluations/{evaluation}/ecrit", Accompanied },
        { "GET", "/eva/evaluations/{evaluation}/calcul", Superadmins },
        { "GET", "/eva/evaluations/{evaluation}/calcul/evenements.csv", Superadmins },
        { "GET", "/eva/evaluations/{evaluation}/calcul/evenements.json", Superadmins },

        { "GET", "/eva/evaluations/export.csv", Accepted },
        { "GET", "/eva/evaluations/export.xlsx", Accepted },
        // A diagnostic has no such file, whoever asks: ExportAnswersTests says who gets that of a positioning.
        { "GET", "/eva/evaluations/{evaluation}/reponses.csv", "cinnnnnn" },
        { "GET", "/eva/evaluations/{evaluation}/reponses.xlsx", "cinnnnnn" },
        { "GET", "/eva/evaluations/{evaluation}/mise-en-action", Acted },
        { "POST", "/eva/evaluations/{evaluation}/mise-en-action", Acted },
        { "GET", "/eva/beneficiaires", Accepted },
        { "GET", "/eva/beneficiaires/{person}", Seen },
        { "POST", "/eva/beneficiaires/{person}/suivi", Acted },
        { "POST", "/eva/beneficiaires/{person}/nom", Acted },
        { "GET", "/eva/beneficiaires/{person}/fusionner", Acted },
        { "POST", "/eva/beneficiaires/{person}/fusionner", Acted },
        { "GET", "/eva/beneficiaires/{person}/effacer", Acted },
        { "POST", "/eva/beneficiaires/{person}/effacer", Acted },
        { "GET", "/eva/beneficiaires/{person}/donnees", Acted },
        { "GET", "/eva/beneficiaires/{person}/donnees.json", Acted },
        { "GET", "/eva/conservation", "ciiooiii" },
        { "POST", "/eva/conservation", "ciiooiii" },

        { "GET", "/eva/offres", Accepted },
        { "GET", "/eva/orientation/fichiers", Superadmins },
        { "POST", "/eva/orientation/fichiers", Superadmins },
        { "GET", "/eva/orientation/fichiers/{offers}", Superadmins },
        { "POST", "/eva/orientation/fichiers/{offers}", Superadmins },
        { "GET", "/eva/orientation/exemples/{offres-exemple.csv}", Superadmins },

        { "GET", "/eva/banque", Superadmins },
        { "GET", "/eva/banque/maintenance", Superadmins },
        { "GET", "/eva/banque/{livraison}", Superadmins },
        { "GET", "/eva/banque/{livraison}/{L03}", Superadmins },
        { "GET", "/eva/banque/{livraison}/export.csv", Superadmins },
        { "GET", "/eva/banque/{livraison}/export.xlsx", Superadmins },
        { "GET", "/eva/banque/{livraison}/importer", Superadmins },
        { "POST", "/eva/banque/{livraison}/importer", Superadmins },
        { "GET", "/eva/banque/{livraison}/importer/{bank}", Superadmins },
        { "POST", "/eva/banque/{livraison}/importer/{bank}", Superadmins },
        { "GET", "/eva/banque/{livraison}/versions", Superadmins },
        { "GET", "/eva/banque/{livraison}/versions/{0}", Superadmins },
        { "POST", "/eva/banque/{livraison}/versions/{0}", Superadmins },

        { "GET", "/eva/normes", Superadmins },
        { "GET", "/eva/normes/cohorte", Superadmins },
        { "POST", "/eva/normes/cohorte", Superadmins },
        { "GET", "/eva/normes/plan", Superadmins },
        { "POST", "/eva/normes/plan", Superadmins },
        { "GET", "/eva/normes/banques", Superadmins },
        { "GET", "/eva/normes/banques/{livraison}/{version}", Superadmins },
        { "POST", "/eva/normes/banques/{livraison}/{version}", Superadmins },
        { "GET", "/eva/normes/{beffroi-litteratie}/{1}", Superadmins },
        { "POST", "/eva/normes/{beffroi-litteratie}/{1}", Superadmins },

        { "GET", "/eva/mesure", Everyone },
        { "GET", "/eva/ethique", Everyone },

        // A person plays: who works here and has no evaluation of her own is led back to the beginning, like anybody.
        { "GET", "/eva", Everyone },
        { "POST", "/eva", Everyone },
        { "GET", "/eva/{code}", Everyone },
        { "POST", "/eva/{code}", Everyone },
        { "GET", "/eva/reprendre", Everyone },
        { "POST", "/eva/reprendre", Everyone },
        { "GET", "/eva/suite", Everyone },
        { "GET", "/eva/bienvenue", Everyone },
        { "GET", "/eva/bienvenue/{age}", Everyone },
        { "POST", "/eva/bienvenue/{age}", Everyone },
        { "GET", "/eva/pret", Everyone },
        { "GET", "/eva/pret/avance.json", Everyone },
        { "GET", "/eva/pause", Everyone },
        { "GET", "/eva/fin", Everyone },
        { "POST", "/eva/quitter", Everyone },
        { "GET", "/eva/seul", Everyone },
        { "POST", "/eva/seul", Everyone },
        { "GET", "/eva/seul/resultats", Everyone },
        { "GET", "/eva/seul/desaccord", Everyone },
        { "POST", "/eva/seul/desaccord", Everyone },
        { "POST", "/eva/seul/desaccord/{note}/retirer", "nnnnnnnn" },
        { "GET", "/eva/seul/donner", Everyone },
        { "POST", "/eva/seul/donner", Everyone },
        { "POST", "/eva/seul/donner/annuler", Everyone },
        { "GET", "/eva/seul/effacer", Everyone },
        { "POST", "/eva/seul/effacer", Everyone },
        { "GET", "/eva/seul/efface", Everyone },
        { "GET", "/api/eva/evaluations/moi", "uuuuuuuu" },
        { "POST", "/api/eva/evaluations/{evaluation}/parties/{livraison}", "uuuuuuuu" },
        { "POST", "/api/eva/evaluations/{evaluation}/collections_evenements", "uuuuuuuu" },
    };

    [Fact]
    public async Task Each_role_is_let_where_it_may_go_and_nowhere_else()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var keys = await site.Furnish();
        List<string> wrong = [];
        var people = new List<Intruder>();
        foreach (var role in Roles)
        {
            people.Add(role is null ? await Intruder.Stranger(site) : await Intruder.SignIn(site, role));
        }

        var evaluation = await Played(site);
        foreach (var (method, url, expected) in Matrix.Select(row => row.Data))
        {
            var found = "";
            string? last = null;
            foreach (var person in people)
            {
                // What one person takes away is there again for the next.
                var campaign = await Opened(site);
                var note = new Disagreement { Id = Guid.NewGuid(), EvaluationId = evaluation, Text = "Autrement.", At = SiteUnderTest.Start, By = null };
                var action = new AgreedAction { Id = Guid.NewGuid(), EvaluationId = evaluation, AuthorId = site.IdOf(Crew.Hugo), At = SiteUnderTest.Start, Text = "Appeler jeudi" };
                await site.Given(note, action);
                var (one, other) = (await Met(site, evaluation), await Met(site, evaluation));
                var address = Fill(url, ("person", one), ("campaign", campaign), ("evaluation", $"{evaluation}"), ("note", $"{note.Id}"), ("offers", $"{keys.OrientationDraft}"), ("bank", $"{keys.BankDraft}"), ("code", keys.Code), ("version", BankShelf.Embedded("livraison").Version));
                var (status, body) = await person.Ask(method, address, ("Action", $"{action.Id}"), ("Other", other), ("Note", "Pris"), ("State", "suivi_en_cours"), ("Name", "Awa"), ("Months", "6"));
                // A superadmin whose form is not whole was let in all the same; for anybody else that would say nothing.
                found += status is HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType && expected == Superadmins && found.Length == Superadmins.IndexOf('o', StringComparison.Ordinal) ? 'o' : Letter(status, body);
                last = found[^1] == '?' ? $"{(int)status}" : last;
            }

            if (found != expected)
            {
                wrong.Add($"{method} {url}: {found} instead of {expected}{(last is null ? null : $", {last}")}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task No_route_of_the_module_is_missing_from_the_matrix()
    {
        await using var site = await SiteUnderTest.Empty();
        var written = Matrix.Select(row => $"{row.Data.Item1} {Shape(row.Data.Item2)}").ToHashSet(StringComparer.Ordinal);

        var routes = Door.Of(site).Where(d => d.Route == "/eva" || d.Route.StartsWith("/eva/", StringComparison.Ordinal) || d.Route.StartsWith("/api/eva/", StringComparison.Ordinal)).Select(d => $"{d.Method} {Shape(d.Route)}").ToList();

        Assert.NotEmpty(routes);
        Assert.All(routes, route => Assert.Contains(route, written));
    }

    static char Letter(HttpStatusCode status, string body) => status switch
    {
        HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict => 'o',
        HttpStatusCode.Redirect => body.Contains("/connexion", StringComparison.Ordinal) ? 'c' : 'o',
        HttpStatusCode.Unauthorized => 'u',
        HttpStatusCode.Forbidden => 'i',
        HttpStatusCode.NotFound => 'n',
        HttpStatusCode.ServiceUnavailable => 's',
        _ => '?',
    };

    static string Fill(string url, params (string Word, string Value)[] values)
    {
        foreach (var (word, value) in values)
        {
            url = url.Replace($"{{{word}}}", value, StringComparison.Ordinal);
        }

        return url.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
    }

    static async Task<string> Opened(SiteUnderTest site)
    {
        var id = Guid.NewGuid();
        await site.Write<EvaDb>(db =>
        {
            var model = db.Campaigns.First(c => c.Code == "BKT59000");
            db.Add(new Campaign { Id = id, Label = $"Droits {id:N}", Code = $"{id:N}"[..12], StructureId = model.StructureId, AuthorId = site.IdOf(Crew.Hugo), CreatedAt = SiteUnderTest.Start, Parcours = model.Parcours, Situations = [.. model.Situations], WithWriting = false, IsPrivate = false });
        });
        return $"{id}";
    }

    static async Task<string> Met(SiteUnderTest site, Guid evaluation)
    {
        var campaign = site.Read(db => db.Evaluations.Where(e => e.Id == evaluation).Select(e => e.Campaign!).Single());
        var person = new Beneficiary { Id = Guid.NewGuid(), StructureId = campaign.StructureId, Name = "Inès", Code = $"{Guid.NewGuid():N}"[..12], CreatedAt = SiteUnderTest.Start };
        await site.Given(person, new Evaluation
        {
            Id = Guid.NewGuid(), CampaignId = campaign.Id, BeneficiaryId = person.Id, StartedAt = SiteUnderTest.Start, ConsentedAt = SiteUnderTest.Start, ConsentVersion = Beffroi.Eva.Entry.ConsentText.Version, TokenHash = [],
        });
        return $"{person.Id}";
    }

    static async Task<Guid> Played(SiteUnderTest site)
    {
        var campaign = await site.Create(Crew.Hugo, "Publique", withWriting: true);
        var awa = await Participant.Enter(site, campaign.Code);
        await awa.Send(new Story(await awa.Start("livraison")).Answer("L20", "Bonjour.", 40).Events);
        await awa.PlayAll(_ => false);
        return site.LastEvaluation(campaign.Id).Id;
    }

    static string Shape(string url) => string.Join('/', url.Trim('/').Split('/').Select(part => part.StartsWith('{') ? "*" : part));
}
