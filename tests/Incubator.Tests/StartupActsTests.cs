namespace Beffroi.Incubator.Tests;

/// <summary>F23: whatever is done to a service by the pages leaves the line that tells it.</summary>
public sealed class StartupActsTests
{
    const string Definition = "Personnes différentes dans le mois (Journal du service)";
    const string Workshop = "Atelier du 20 novembre 2026";
    const string Risk = "Une personne curieuse, L’adresse d’entrée, Lire les résultats des autres";

    static readonly (string Act, string? Before, string? After, string? Reason)[] Told =
    [
        ("definir-indicateur", null, $"Personnes actives, version 1 : {Definition}, personnes", null),
        ("mesurer", null, "Personnes actives, octobre 2026 : 42 personnes, nombre compté 42", null),
        ("fixer-objectif", null, "Personnes actives : 150 personnes, pour le 31 décembre 2026", null),
        ("corriger-indicateur", $"Personnes actives : {Definition}", $"Personnes présentes : {Definition}", "Faute de frappe"),
        ("redefinir-indicateur", $"Personnes présentes, version 1 : {Definition}, personnes", $"Personnes présentes, version 2 : {Definition}, connexions", null),
        ("changer-phase", null, "Investigation, depuis le 1er septembre 2026", null),
        ("tenir-atelier", null, $"{Workshop} : L’entrée du service", null),
        ("poser-note", null, "Composants : De trop", null),
        ("retirer-note", "Composants : De trop", null, null),
        ("poser-note", null, "Sources de risque : Une personne curieuse", null),
        ("poser-note", null, "Composants : L’adresse d’entrée", null),
        ("poser-note", null, "Événements redoutés : Lire les résultats des autres", null),
        ("poser-note", null, "Mesures : Chaque lecture est vérifiée", null),
        ("ecrire-risque", null, $"{Workshop} : {Risk}", null),
        ("accepter-risque", null, $"{Risk}. À prendre pour le 30 novembre 2026 : Chiffrer", null),
        ("prendre-mesure", "À prendre pour le 30 novembre 2026 : Chiffrer", $"{Risk}. Prise le 23 novembre 2026", null),
        ("traiter-risque", "Mesures : aucune. Tests : aucun", $"{Risk}. Mesures : Chaque lecture est vérifiée. Tests : Un_essai", null),
        ("retirer-risque", Risk, null, null),
        ("perimer-atelier", $"{Workshop}, à jour", "Périmé depuis le 21 novembre 2026 : La nature des données a changé", "Le service garde des dates de naissance"),
        ("homologuer", null, "APE (autorisation provisoire d’emploi), Direction du service, du 1er novembre 2026 au 31 octobre 2027", null),
    ];

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task F23_Each_act_on_a_service_leaves_the_line_that_tells_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.OpenToday();
        var camille = await site.SignIn(Crew.Superadmin);

        await Impact(site, camille);
        await camille.Open(Addresses.StartupPhase(ImpactStory.Startup));
        await camille.Press("Changer de phase", ("Next", "Investigation"), ("On", "2026-09-01"));
        await Security(site, camille);
        await camille.Open(Addresses.NewStartup);
        await camille.Press("Inscrire la startup", ("Title", "Essai"), ("Slug", "essai"), ("Mission", "Aider"), ("Contact", "equipe@essai.example"), ("Incubator", "DINUM"));

        Assert.Equal(Told, Lines(site, ImpactStory.Startup));
        Assert.Equal([("creer-startup", null, "Essai (essai)", null)], Lines(site, "essai"));
    }

    static async Task Impact(SiteUnderTest site, Visitor camille)
    {
        await camille.Define();
        var indicator = site.OneIndicator();
        await camille.Measure(indicator, "2026-10", "42", "42");
        await camille.Open(Addresses.Goal(indicator));
        await camille.Press("Fixer l’objectif", ("Target", "150"), ("DueOn", "2026-12-31"));
        await camille.Open(Addresses.Correction(indicator));
        await camille.Press("Corriger", ("Label", "Personnes présentes"), ("Reason", "Faute de frappe"));
        await camille.Open(Addresses.Definition(indicator));
        await camille.Press("Écrire une autre définition", ("Unit", "connexions"));
    }

    static async Task Security(SiteUnderTest site, Visitor camille)
    {
        await camille.Open(Addresses.Workshops(ImpactStory.Startup));
        await camille.Press("Ouvrir l’atelier", ("HeldOn", "2026-11-20"), ("Facilitation", "Coach"), ("Scope", "L’entrée du service"));
        var workshop = camille.Address;
        await Note("composants", ("Text", "De trop"));
        await camille.Press("Retirer");
        await Note("sources", ("Text", "Une personne curieuse"), ("Stars", "2"));
        await Note("composants", ("Text", "L’adresse d’entrée"));
        await Note("evenements", ("Text", "Lire les résultats des autres"), ("Detail", "perdre la confiance"), ("Stars", "3"));
        await Note("mesures", ("Text", "Chaque lecture est vérifiée"));
        await camille.Open(workshop + "/risques");
        await camille.Press("Écrire le risque", ("Source", IdOf("Une personne curieuse")), ("Component", IdOf("L’adresse d’entrée")), ("Event", IdOf("Lire les résultats des autres")));
        var risk = camille.Address;
        await camille.Press("Accepter pour l’instant", ("ToTake", "Chiffrer"), ("DueOn", "2026-11-30"));
        await camille.Press("La mesure est prise");
        await camille.Open(risk);
        await camille.Press("Garder", ("Measures", IdOf("Chaque lecture est vérifiée")), ("Tests", "Un_essai"));
        await camille.Press("Retirer le risque");
        await camille.Open(workshop);
        await camille.Press("Déclarer le changement", ("Kind", "DataKind"), ("What", "Le service garde des dates de naissance"), ("On", "2026-11-21"));
        await camille.Open(Addresses.Homologations(ImpactStory.Startup));
        await camille.Press("Écrire la décision", ("Kind", "Provisional"), ("Authority", "Direction du service"), ("From", "2026-11-01"), ("Until", "2027-10-31"), ("Criteria", "Moins de 1 000 évaluations"), ("Figure", "robots_comptes_demandes"), ("Ceiling", "1 000"));

        async Task Note(string colour, params (string, string?)[] answers)
        {
            await camille.Open($"{workshop}/tableau/{colour}");
            await camille.Press("Ajouter", answers);
        }

        string IdOf(string note) => site.ReadIncubator(db => db.Notes.Single(n => n.Text == note).Id).ToString();
    }

    // No-break spaces apart: they are tested where they are written.
    static List<(string, string?, string?, string?)> Lines(SiteUnderTest site, string startup) => site.ReadIncubator(db =>
        (from l in db.StartupJournal join s in db.Startups on l.StartupId equals s.Id where s.Slug == startup orderby l.Number select l).ToList().ConvertAll(l => (l.Act["incubateur.".Length..], Flat(l.Before), Flat(l.After), Flat(l.Reason))));

    static string? Flat(string? text) => text is null ? null : Visitor.Flat(text);
}
