using Beffroi.Incubator;
using Beffroi.Incubator.Cards;
using Beffroi.Incubator.Securing;

namespace Beffroi.Cli.World;

/// <summary>The service that keeps conventions is a service too: its card, and its risk workshop. It has no convention. The day and the people of the workshop are invented; the measures and tests that it names are those of this program.</summary>
public static class WorldOwnCard
{
    public const string Slug = "incubateur";
    public static readonly Guid Workshop = new("0e000000-0000-7000-8000-000000000450");

    static readonly Guid Own = new("0e000000-0000-7000-8000-000000000412");
    static readonly DateOnly Held = new(2026, 10, 6);

    public static IEnumerable<object> Of(Guid by)
    {
        var d = new Drawn(Workshop, by, WorldSecurity.At(Held));
        return
        [
            new Startup { Id = Own, Slug = Slug, Title = "Incubateur", Mission = "Suivre les conventions des services, leur budget, leurs comités et leurs effets, et les montrer à tous.", Contact = "contact@beffroi.example", Incubator = "DINUM", Sponsors = "DINUM", Link = null },
            new Phase { Id = d.Id(30), StartupId = Own, Name = PhaseName.Investigation, Start = new(2026, 9, 1), End = null, CommitteeId = null, Lessons = null, Comment = "Exemple pour la démonstration" },
            new Workshop { Id = Workshop, StartupId = Own, HeldOn = Held, Facilitation = Facilitation.Team, Scope = "Commander, constater, payer, rendre compte, publier.", OutOfScope = "Chorus, et la machine de l’hébergeur.", Figure = null, Ceiling = null, By = by, At = d.At },
            d.Story("Un gestionnaire commande dans la limite des crédits", availability: 1, integrity: 2, confidentiality: 0, proof: 2),
            d.Story("Chacun lit le budget", availability: 1, integrity: 2, confidentiality: 0, proof: 1),
            d.Source(1, "Une personne qui tient plusieurs rôles", "elle commande, constate et paie seule", 2),
            d.Source(2, "Une personne qui atteint la base", "elle change une écriture passée", 1),
            d.Source(3, "Deux personnes pressées", "elles commandent au même moment", 3),
            d.Component(4, "Le journal des écritures"),
            d.Component(5, "Le formulaire de commande"),
            d.Component(6, "Les fichiers pour tableur"),
            d.Event(7, "Payer ce qui n’a pas été fait", "Perdre de l’argent public", 3),
            d.Event(8, "Engager plus que les crédits", "Ne pas pouvoir payer", 3),
            d.Event(9, "Faire agir le tableur de qui lit un fichier", "Perdre la confiance des lecteurs", 2),
            d.Measure(10, "Trois personnes pour commander, constater, payer", null),
            d.Measure(11, "Chaque écriture porte l’empreinte de celle d’avant", null),
            d.Measure(12, "Une seule commande à la fois par convention", null),
            d.Measure(13, "Rien de ce qui est écrit dans un fichier n’est une formule", null),
            d.Risk(d.Id(20), 1, 4, 7, 2, [10], "Nobody_orders_certifies_and_pays"),
            d.Risk(d.Id(21), 2, 4, 7, 1, [11], "What_is_changed_behind_its_back_is_seen"),
            d.Risk(d.Id(22), 3, 5, 8, 3, [12], "A_hundred_commitments_at_once_never_exceed_the_cap"),
            d.Risk(d.Id(23), 1, 6, 9, 1, [13], "F6_What_somebody_typed_runs_nothing_in_a_spreadsheet_and_amounts_stay_numbers"),
        ];
    }
}
