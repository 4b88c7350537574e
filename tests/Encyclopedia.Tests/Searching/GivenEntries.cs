using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Tests.Searching;

/// <summary>A few invented entries, published as the product does.</summary>
static class GivenEntries
{
    public static readonly DateOnly Reviewed = new(2026, 11, 1);

    public static EntryContent Content(string title, string summary, string body = "", EntryType type = EntryType.Practice, Lang original = Lang.French) => new()
    {
        Type = type,
        Original = original,
        Phases = [Phase.Detection],
        Texts = new EntryTexts().With(original, Text(title, summary, body, type)),
    };

    public static EntryText Text(string title, string summary, string body = "", EntryType type = EntryType.Practice) => new()
    {
        Title = title,
        Summary = summary,
        Fields = new Dictionary<string, string>(StringComparer.Ordinal) { [Template.Of(type)[0].Name] = body },
    };

    public static EntryContent In(this EntryContent content, Lang language, string title, string summary, string body = "") =>
        content with { Texts = content.Texts.With(language, Text(title, summary, body, content.Type)) };

    public static Task Publish(this SiteUnderTest site, params (string Key, EntryContent Content)[] entries) =>
        site.Write<EncyclopediaDb>(db =>
        {
            foreach (var (key, content) in entries)
            {
                Publishing.Open(key, content, new() { Comment = "Première version" }, Reviewed, db, site.Clock.GetUtcNow());
            }
        });

    /// <summary>Ten entries that differ by what the tests ask for.</summary>
    public static Task PublishTen(this SiteUnderTest site) => site.Publish(
        ("manipulation", Content("Manipulation de l’information", "Diffuser massivement de fausses informations.", "Voir [[desinformation|la désinformation]].", EntryType.Definition).In(Lang.English, "Information manipulation", "Spreading false information on purpose.")),
        ("desinformation", Content("Désinformation", "Une information fausse, diffusée pour tromper.", "Les **campagnes** manipulent l’opinion.", EntryType.Definition).In(Lang.English, "Disinformation", "False information spread to deceive.", "Campaigns manipulate opinion.")),
        ("loi-2018", Content("Loi du 22 décembre 2018", "La loi contre la manipulation de l’information en période électorale.", "Le juge des référés statue en 48 heures.", EntryType.Rule) with { Phases = [Phase.Reaction, Phase.Prevention] }),
        ("detecter", Content("Détecter une propagation artificielle", "Repérer des comptes automatisés.", "Comparer les rythmes de publication.") with { Criteria = [new() { Criterion = Criterion.Artificial, Why = new() { Fr = "Des comptes coordonnés." } }] }),
        ("outil", Content("Outils de vérification des images", "Retrouver la première publication d’une image.", "", EntryType.Tool).In(Lang.English, "Image verification tools", "Find where a picture was first published.")),
        ("etranger", Content("Ingérence étrangère", "Une opération menée par un État étranger.", "Les réseaux nationaux et internationaux.", EntryType.Case) with { Phases = [Phase.Attribution], Criteria = [new() { Criterion = Criterion.Foreign, Why = new() { Fr = "Un État." } }, new() { Criterion = Criterion.Massive, Stand = Stand.No, Why = new() { Fr = "Peu d’audience." } }] }),
        ("coeur", Content("Cœur du réseau", "Le cœur d’un réseau de comptes.", "", EntryType.Definition) with { Phases = [Phase.Research] }),
        ("prebunking", Content("Inoculation", "Warning people before they meet a manipulation.", "Prebunking games were tested.", EntryType.Practice, Lang.English) with { Phases = [Phase.Prevention] }),
        ("observatoire", Content("Observatoire des médias", "Il publie des études nationales.", "", EntryType.Actor) with { Phases = [Phase.Research, Phase.Prevention] }),
        ("signaler", Content("Signaler un contenu", "Demander à une plateforme de retirer un contenu illicite.", "") with { Phases = [Phase.Reaction] }));
}
