using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Tests.Contributing;

/// <summary>Invented entries, as full as an entry can be.</summary>
static class Samples
{
    public const string Words = "Relever l’adresse de la page.\nGarder une copie datée.\nNoter qui l’a vue.\n";

    public static EntryContent Practice { get; } = new()
    {
        Type = EntryType.Practice,
        Phases = [Phase.Detection, Phase.Qualification],
        Criteria = [new() { Criterion = Criterion.Massive, Why = new() { Fr = "Elle mesure le nombre de comptes qui relaient.", En = "It measures how many accounts relay." } }],
        Texts = new()
        {
            Fr = new()
            {
                Title = "Garder une preuve", Summary = "Garder ce qui a été vu avant que cela ne disparaisse.", Synonyms = ["Capture", "Archivage"],
                Fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["what"] = Words, ["whatFor"] = "Pouvoir montrer plus tard ce qui a été vu.", ["how"] = "Avec deux outils au moins." },
            },
            En = new()
            {
                Title = "Keep evidence", Summary = "Keep what was seen before it goes.", Renders = 1,
                Fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["what"] = "Write the address down.\nKeep a dated copy.\n", ["whatFor"] = "To show it later.", ["how"] = "With two tools at least." },
            },
        },
        Sources = [new() { Title = "Guide des preuves", Url = "https://guide.example/preuves", Publisher = "Agence d’exemple", Published = "2024-06", ReadOn = new(2026, 11, 2) }, new() { Title = "Sur papier" }],
        Links = [new("outil-de-capture", Relation.Uses), new("preuve")],
        Reliability = [new() { On = new(2026, 3, 4), By = "Laboratoire d’exemple", Grade = Grade.Good, Method = new() { Fr = "Cent pages" }, Limits = new() { Fr = "Pas de vidéo" }, Results = new() { Fr = "97 copies justes" } }],
        Steps =
        [
            new() { Id = "address", Act = new() { Fr = "Relever l’adresse", En = "Note the address" }, Expected = new() { Fr = "L’adresse entière" }, Role = ProcessRole.Watcher, DueHours = 1, Blocking = true },
            new() { Id = "copy", Act = new() { Fr = "Copier la page" }, Expected = new() { Fr = "Une copie datée" }, Role = ProcessRole.Analyst, Tools = ["outil-de-capture"] },
        ],
    };

    public static EntryContent Tool { get; } = Practice with
    {
        Type = EntryType.Tool, Steps = [], Website = "https://outil.example/",
        Availability = new() { State = ToolState.Open, CheckedOn = new(2026, 11, 1), Launch = "https://outil.example/?q={value}" },
        Origin = new() { Name = "Exemple", Licence = "CC BY 4.0", Id = "T1" },
    };

    public static EntryContent With(this EntryContent content, Lang language, string field, string words)
    {
        var text = content.Texts[language]!;
        var fields = new Dictionary<string, string>(text.Fields, StringComparer.Ordinal) { [field] = words };
        return content with { Texts = content.Texts.With(language, text with { Fields = fields }) };
    }

    public static string Json(this EntryContent content) => EntryJson.Write(content);
}
