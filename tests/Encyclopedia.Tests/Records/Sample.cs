using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Tests.Records;

/// <summary>Contents that can be published, to break in one place at a time.</summary>
static class Sample
{
    public static Wording Both(string french, string english) => new() { Fr = french, En = english };

    public static EntryContent Of(EntryType type) => new()
    {
        Type = type,
        Phases = [Phase.Detection, Phase.Reaction],
        Criteria = [.. Enum.GetValues<Criterion>().Select(c => new CriterionNote { Criterion = c, Stand = Stand.Unknown, Why = Both("Rien ne l’établit.", "Nothing establishes it.") })],
        Texts = new() { Fr = Text(type, Lang.French), En = Text(type, Lang.English) },
        Sources = [new() { Title = "Rapport annuel", Publisher = "Institut inventé", Url = "https://example.org/rapport", Published = "2024-06", ReadOn = new(2026, 11, 2), Archive = "https://web.example.org/1" }],
        Links = [new("autre-fiche"), new("un-outil", Relation.Uses)],
        Reliability = [new() { On = new(2026, 3, 4), By = "Institut inventé", Grade = Grade.Fair, Method = Both("Essai", "Trial"), Limits = Both("Peu de cas", "Few cases"), Results = Both("Mitigés", "Mixed"), Url = "https://example.org/essai" }],
        Steps = type is EntryType.Practice ? [Step("relever"), Step("decider") with { DueHours = 4, Blocking = true, Tools = ["un-outil"] }] : [],
        Website = type is EntryType.Tool or EntryType.Actor ? "https://example.org/" : null,
        Availability = type is EntryType.Tool ? new() { State = ToolState.Open, CheckedOn = new(2026, 10, 1), Launch = "https://example.org/q/{value}" } : null,
    };

    public static EntryFile File(string key, EntryType type = EntryType.Definition) => new() { Key = key, ReviewedOn = new(2026, 11, 2), Content = Of(type) };

    static Step Step(string id) => new() { Id = id, Act = Both("Relever les comptes", "List the accounts"), Expected = Both("Une liste", "A list"), Role = ProcessRole.Analyst };

    static EntryText Text(EntryType type, Lang language) => new()
    {
        Title = language.Say("Une fiche d’essai", "A trial entry"),
        Summary = language.Say("Elle ne sert qu’aux essais.", "It serves trials only."),
        Fields = Template.Of(type).ToDictionary(f => f.Name, f => language.Say($"Réponse à {f.French}, voir [[autre-fiche|ailleurs]].", $"Answer to {f.English}, see [[autre-fiche]]."), StringComparer.Ordinal),
        Synonyms = [language.Say("essai", "trial")],
        Renders = language.Say((int?)null, 1),
    };
}
