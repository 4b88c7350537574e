using Beffroi.Encyclopedia;
using Beffroi.Encyclopedia.Importing;
using Beffroi.Encyclopedia.Importing.Writing;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Testing;

/// <summary>The entries of the test world, all invented: one of each type, a practice with steps, one that is not translated, one that nobody looked at for a year, one whose translation is behind.</summary>
public static class TestEntries
{
    /// <summary>A practice of two steps, in both languages.</summary>
    public const string Practice = "relire-une-image";

    /// <summary>A tool that opens on an observable, and an assessment of it.</summary>
    public const string Tool = "loupe-d-essai";

    /// <summary>An actor, in French only.</summary>
    public const string Actor = "observatoire-d-essai";

    /// <summary>A case of two versions, whose English renders the first.</summary>
    public const string Case = "port-imaginaire";

    public const string Rule = "regle-d-essai";

    /// <summary>A definition, last reviewed in January 2025; its synonym is « bruit qui court ».</summary>
    public const string Definition = "rumeur-d-essai";

    static readonly DateTimeOffset Written = SiteUnderTest.Start.AddDays(-20);

    public static async Task Plant(IServiceProvider services, CancellationToken ct)
    {
        var landing = new Landing(services.GetRequiredService<EncyclopediaDb>(), services.GetRequiredService<Kit.Actor>(), services.GetRequiredService<TimeProvider>());
        var report = await landing.Import(new([Of(Practice, APractice), Of(Tool, ATool), Of(Actor, AnActor), Of(Rule, ARule), Of(Definition, ADefinition) with { ReviewedOn = new(2025, 1, 15) }, TwoVersions()], []), ct);
        if (report.Faults.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', report.Faults));
        }
    }

    static IncomingEntry Of(string key, EntryContent content) => new(key, new(2026, 11, 2), [new(content, Written, "Beffroi", "Fiche d’essai")]);

    static IncomingEntry TwoVersions() => new(Case, new(2026, 11, 10),
    [
        new(ACase, Written, "Beffroi", "Fiche d’essai"),
        new(ACase with { Texts = ACase.Texts with { Fr = With(ACase.Texts.Fr!, "channels", "Trois réseaux sociaux et un site copié.\n\nLe site copié a été fermé le 3 octobre 2026.") } }, Written.AddDays(8), "Beffroi", "Le site copié est fermé"),
    ]);

    static Wording Both(string french, string english) => new() { Fr = french, En = english };

    static EntryText With(EntryText text, string field, string value) => text with { Fields = new Dictionary<string, string>(text.Fields, StringComparer.Ordinal) { [field] = value } };

    static EntryText Text(EntryType type, Lang language, string title, string summary, params string[] answers) => new()
    {
        Title = title,
        Summary = summary,
        Fields = Template.Of(type).Where(f => f.Required).Zip(answers).ToDictionary(p => p.First.Name, p => p.Second, StringComparer.Ordinal),
        Renders = language is Lang.English ? 1 : null,
    };

    static readonly Source Report = new() { Title = "Rapport inventé sur le port", Publisher = "Observatoire d’essai", Url = "https://observatoire.example/rapport", Published = "2026-09", ReadOn = new(2026, 11, 2) };

    static readonly EntryContent APractice = new()
    {
        Type = EntryType.Practice,
        Phases = [Phase.Detection, Phase.Qualification],
        Criteria = [new() { Criterion = Criterion.Misleading, Why = Both("Une image sortie de son contexte trompe.", "An image out of its context misleads.") }],
        Texts = new()
        {
            Fr = Text(EntryType.Practice, Lang.French, "Relire une image", "Retrouver où et quand une image est parue pour la première fois.", "Chercher les copies d’une image.", "Savoir si elle montre ce que l’on dit. Voir [[port-imaginaire|le port]].", "Découper, chercher, comparer les dates."),
            En = Text(EntryType.Practice, Lang.English, "Read an image again", "Find where and when an image first appeared.", "Look for copies of an image.", "Know whether it shows what is said. See [[port-imaginaire|the harbour]].", "Crop, search, compare dates."),
        },
        Sources = [Report],
        Links = [new(Tool, Relation.Uses)],
        Steps =
        [
            new() { Id = "chercher", Act = Both("Chercher les copies de l’image", "Look for copies of the image"), Expected = Both("Une liste datée de copies", "A dated list of copies"), Role = ProcessRole.Analyst, DueHours = 2, Tools = [Tool] },
            new() { Id = "conclure", Act = Both("Dire ce que l’image montre", "Say what the image shows"), Expected = Both("Une phrase et son niveau de confiance", "A sentence and how sure it is"), Role = ProcessRole.Coordinator, DueHours = 4, Blocking = true },
        ],
    };

    static readonly EntryContent ATool = new()
    {
        Type = EntryType.Tool,
        Phases = [Phase.Qualification],
        Texts = new()
        {
            Fr = Text(EntryType.Tool, Lang.French, "Loupe d’essai", "Un moteur inventé de recherche par image.", "L’observatoire d’essai.", "Une recherche par image.", "Retrouver des copies.", "Les analystes."),
            En = Text(EntryType.Tool, Lang.English, "Trial magnifier", "An invented search engine for images.", "The trial observatory.", "A search by image.", "Find copies.", "Analysts."),
        },
        Sources = [Report],
        Links = [new(Actor, Relation.MadeBy)],
        Reliability = [new() { On = new(2026, 5, 4), By = "Observatoire d’essai", Grade = Grade.Good, Method = Both("200 images connues", "200 known images"), Limits = Both("Aucune image retournée", "No mirrored image"), Results = Both("183 retrouvées", "183 found") }],
        Website = "https://loupe.example/",
        Availability = new() { State = ToolState.Open, CheckedOn = new(2026, 11, 2), Launch = "https://loupe.example/?q={value}" },
    };

    static readonly EntryContent AnActor = new()
    {
        Type = EntryType.Actor,
        Phases = [Phase.Research],
        Texts = new() { Fr = Text(EntryType.Actor, Lang.French, "Observatoire d’essai", "Une équipe inventée qui publie des rapports.", "Une université inventée.", "Des rapports.", "Comprendre les campagnes.", "Les administrations.") },
        Sources = [Report],
        Website = "https://observatoire.example/",
    };

    static readonly EntryContent ARule = new()
    {
        Type = EntryType.Rule,
        Phases = [Phase.Reaction],
        Texts = new()
        {
            Fr = Text(EntryType.Rule, Lang.French, "Règle d’essai", "Une règle inventée sur les affiches.", "Une affiche dit qui la paie.", "Une affiche inventée sans nom.", "Article inventé 12.", "Aucune peine propre."),
            En = Text(EntryType.Rule, Lang.English, "Trial rule", "An invented rule on posters.", "A poster says who pays for it.", "An invented poster without a name.", "Invented article 12.", "No penalty of its own."),
        },
        Sources = [Report],
    };

    static readonly EntryContent ADefinition = new()
    {
        Type = EntryType.Definition,
        Phases = [Phase.Detection],
        Texts = new()
        {
            Fr = Text(EntryType.Definition, Lang.French, "Rumeur d’essai", "Un propos inventé qui se répète sans source.", "Un propos que chacun répète et que personne ne signe.") with { Synonyms = ["bruit qui court"] },
            En = Text(EntryType.Definition, Lang.English, "Trial rumour", "An invented saying that is repeated without a source.", "A saying that everybody repeats and nobody signs.") with { Synonyms = ["trial hearsay"] },
        },
        Sources = [Report],
    };

    static readonly EntryContent ACase = new()
    {
        Type = EntryType.Case,
        Phases = [Phase.Detection, Phase.Attribution],
        Criteria =
        [
            new() { Criterion = Criterion.Massive, Stand = Stand.Yes, Why = Both("Le rapport compte 40 000 messages.", "The report counts 40,000 messages.") },
            new() { Criterion = Criterion.Artificial, Stand = Stand.Yes, Why = Both("Le rapport montre 300 comptes qui publient à la même seconde.", "The report shows 300 accounts that post in the same second.") },
            new() { Criterion = Criterion.Misleading, Stand = Stand.Yes, Why = Both("L’image montre un autre port.", "The image shows another harbour.") },
            new() { Criterion = Criterion.Foreign, Stand = Stand.Unknown, Why = Both("Aucune source ne l’établit.", "No source establishes it.") },
            new() { Criterion = Criterion.Harmful, Stand = Stand.No, Why = Both("Le rapport n’en trouve pas trace.", "The report finds no trace of it.") },
        ],
        Texts = new()
        {
            Fr = Text(EntryType.Case, Lang.French, "Le port imaginaire", "Un bruit qui court sur un port qui n’existe pas.", "Septembre 2026.", "Inconnus.", "Image sortie de son contexte.", "Trois réseaux sociaux.", "Une image ancienne, publiée à nouveau par des comptes nouveaux.", "Faire croire à une fermeture.", "Aucun port de ce nom n’existe."),
            En = Text(EntryType.Case, Lang.English, "The imaginary harbour", "A tale about a harbour that does not exist.", "September 2026.", "Unknown.", "Image out of its context.", "Three social networks.", "An old image, posted again by new accounts.", "Make people believe in a closure.", "No harbour has this name."),
        },
        Sources = [Report],
        Links = [new(Practice, Relation.Shows), new(Definition)],
    };
}
