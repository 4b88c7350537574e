using Beffroi.Incubator;
using Beffroi.Incubator.Securing;
using Beffroi.Incubator.Steering;

namespace Beffroi.Cli.World;

/// <summary>
/// Invented: the people who accept the manifesto, the workshops, their risks, the homologations. The tests that the risks name are those of this program.
/// </summary>
public static class WorldSecurity
{
    public static readonly Guid Workshop = new("0e000000-0000-7000-8000-000000000430");
    public static readonly Guid Risk = new("0e000000-0000-7000-8000-000000000431");

    static readonly DateOnly Held = new(2026, 9, 15);

    public static IEnumerable<object> Of(Startup eva, Convention evaConvention, Startup disinfo, Convention disinfoConvention, Guid by)
    {
        var eve = new Drawn(Workshop, by, At(Held));
        return
        [
            .. Engagements(evaConvention, 7, "Solène Garnier", "Déléguée générale adjointe", by),
            .. Engagements(disinfoConvention, 5, "Yann Costa", "Directeur du numérique", by),
            new Workshop
            {
                Id = Workshop, StartupId = eva.Id, HeldOn = Held, Facilitation = Facilitation.Coach, Scope = "Passer une évaluation avec un code, et lire ses résultats.", OutOfScope = "Le courrier électronique et la machine de l’hébergeur.", Figure = "eva_evaluations_commencees", Ceiling = 5000, By = by, At = At(Held),
            },
            .. Canvas(eve), .. Risks(eve),
            new Homologation
            {
                Id = new("0e000000-0000-7000-8000-000000000432"), StartupId = eva.Id, Kind = HomologationKind.Provisional, Authority = "Direction du service, autorité d’homologation (exemple)", From = new(2026, 10, 1), Until = new(2027, 9, 30),
                Criteria = "Moins de 1 000 évaluations\nAucun risque fort sans mesure", Figure = "eva_evaluations_commencees", Ceiling = 1000, By = by, At = At(new(2026, 10, 1)),
            },
            new FigureReading { StartupId = eva.Id, Figure = "eva_evaluations_commencees", On = new(2026, 10, 1), Value = null },
            .. WorldSecurityDisinfo.Of(disinfo, by),
        ];
    }

    static IEnumerable<Engagement> Engagements(Convention convention, int accepted, string name, string position, Guid by) =>
        Enumerable.Range(1, accepted).Select(n => new Engagement { Id = Guid.CreateVersion7(At(convention.SignedOn!.Value)), ConventionId = convention.Id, Version = convention.ManifestoVersion, Number = n, Name = name, Position = position, AcceptedOn = convention.SignedOn.Value, By = by, At = At(convention.SignedOn.Value) });

    static IEnumerable<Note> Canvas(Drawn d) =>
    [
        d.Story("Une personne passe une évaluation avec un code", availability: 1, integrity: 2, confidentiality: 2, proof: 0),
        d.Story("Un conseiller lit les résultats", availability: 1, integrity: 2, confidentiality: 2, proof: 1),
        d.Source(1, "Une personne curieuse", "elle essaie d’autres adresses", 3),
        d.Source(2, "Un robot", "il envoie beaucoup de demandes", 2),
        d.Source(3, "Un conseiller d’une autre structure", "il garde une adresse reçue", 1),
        d.Component(4, "L’adresse d’une évaluation"),
        d.Component(5, "Le formulaire d’entrée"),
        d.Event(6, "Lire les résultats d’une autre personne", "Perdre la confiance des personnes", 3),
        d.Event(7, "Remplir la base de fausses évaluations", "Fausser les chiffres publiés", 2),
        d.Measure(8, "Chaque lecture vérifie la structure", null),
        d.Measure(9, "Le jeton ouvre une seule évaluation", null),
        d.Measure(10, "Une limite de demandes par minute", null),
        d.Measure(11, "Prévenir quand les demandes montent", new(2027, 3, 31)),
    ];

    static IEnumerable<object> Risks(Drawn d) =>
    [
        d.Risk(Risk, 1, 4, 6, 3, [8, 9], "No_address_made_of_the_identifiers_of_another_structure_opens", "Row_60_a_token_opens_its_evaluation_and_no_other"),
        d.Risk(d.Id(20), 3, 4, 6, 1, [8], "No_address_made_of_the_identifiers_of_another_structure_opens"),
        d.Risk(d.Id(21), 2, 5, 7, 2, [10], "Row_60_beyond_the_limit_of_a_minute_an_address_waits_and_another_does_not"),
        new Acceptance { Id = d.Id(22), RiskId = d.Id(21), ToTake = "Prévenir quand les demandes montent", DueOn = new(2027, 3, 31), By = d.By, At = d.At },
    ];

    internal static DateTimeOffset At(DateOnly day) => new(day, new(9, 0), TimeSpan.Zero);
}
