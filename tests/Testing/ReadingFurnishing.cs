using Beffroi.Encyclopedia;
using Beffroi.Kit;

namespace Beffroi.Testing;

/// <summary>Entries with something in each of their parts.</summary>
public static class ReadingFurnishing
{
    public const string Practice = "exemple-pratique";
    public const string Tool = "exemple-outil";
    public const string Untranslated = "exemple-sans-traduction";

    /// <summary>Not saved yet.</summary>
    public static void Fill(EncyclopediaDb db, DateTimeOffset now)
    {
        var by = new Authorship { AuthorName = "Essai", Comment = "Première version" };
        var practice = Publishing.Open(Practice, APractice, by, new(2024, 1, 15), db, now);
        Publishing.Open(Tool, ATool, by, new(2026, 10, 1), db, now);
        Publishing.Open(Untranslated, ADefinition, by, new(2026, 10, 1), db, now);
        db.Add(new PracticeUse { Id = Guid.CreateVersion7(now), EntryId = practice.Id, Version = 1, StartedAt = now.AddDays(-3), EndedAt = now.AddDays(-2), Outcome = UseOutcome.Worked, PublicNote = "Prévenir plus tôt." });
    }

    static EntryContent APractice => new()
    {
        Type = EntryType.Practice,
        Phases = [Phase.Qualification, Phase.Reaction],
        Criteria = [new() { Criterion = Criterion.Artificial, Why = new() { Fr = "La copie garde les traces d’un relais coordonné.", En = "The copy keeps the traces of coordinated relays." } }],
        Texts = new()
        {
            Fr = Text("Exemple de pratique", "Une pratique inventée pour les essais.", ("what", "Garder une copie **datée**, avec [[exemple-outil]] ou [[exemple-absent|autre chose]]. Un faux nez trahit souvent la campagne."), ("whatFor", "- montrer ;\n- prouver."), ("how", "### Avant\n\nChoisir.\n\n### Après\n\n> Relire.\n\nVoir <https://guide.example/>.")),
            En = Text("Example of a practice", "An invented practice, for tests.", ("what", "Keep a **dated** copy, with [[exemple-outil]]."), ("whatFor", "- to show;\n- to prove."), ("how", "With care.")),
        },
        Sources = [new() { Title = "Un guide inventé", Url = "https://guide.example/", Publisher = "Éditeur inventé", Published = "2024-06", ReadOn = new(2026, 11, 1), Archive = "https://archive.example/guide" }, new() { Title = "Un livre inventé" }],
        Links = [new(Tool, Relation.Uses), new(Untranslated)],
        Reliability = [new() { On = new(2025, 3, 4), By = "Équipe inventée", Grade = Grade.Good, Method = new() { Fr = "Essai", En = "Trial" }, Limits = new() { Fr = "Petit nombre", En = "Small number" }, Results = new() { Fr = "Bons", En = "Good" }, Url = "https://essai.example/" }],
        Steps =
        [
            new() { Id = "copy", Act = new() { Fr = "Copier", En = "Copy" }, Expected = new() { Fr = "Une copie", En = "A copy" }, Role = ProcessRole.Watcher, DueHours = 4, Blocking = true, Tools = [Tool] },
            new() { Id = "seal", Act = new() { Fr = "Sceller", En = "Seal" }, Expected = new() { Fr = "Un sceau", En = "A seal" }, Role = ProcessRole.Decider, DueHours = 72 },
        ],
    };

    static EntryContent ATool => new()
    {
        Type = EntryType.Tool,
        Phases = [Phase.Qualification],
        Texts = new()
        {
            Fr = Text("Exemple d’outil", "Un outil inventé pour les essais.", ("byWhom", "Personne."), ("what", "Rien."), ("whatFor", "Essayer."), ("forWhom", "Les essais.")),
            En = Text("Example of a tool", "An invented tool, for tests.", ("byWhom", "Nobody."), ("what", "Nothing."), ("whatFor", "Trying."), ("forWhom", "Tests.")),
        },
        Sources = [new() { Title = "Un guide inventé", Url = "https://guide.example/" }],
        Website = "https://outil.example/",
        Availability = new() { State = ToolState.Closed, CheckedOn = new(2026, 10, 1) },
        Origin = new() { Name = "Corpus inventé", Licence = "CC BY-SA 4.0", Url = "https://corpus.example/", Id = "X1" },
    };

    static EntryContent ADefinition => new()
    {
        Type = EntryType.Definition,
        Phases = [Phase.Qualification],
        Texts = new() { Fr = Text("Faux nez", "Une identité d’emprunt.", ("text", "Compte qui cache qui parle.")) with { Synonyms = ["faux-nez"] } },
        Sources = [new() { Title = "Un guide inventé" }],
    };

    static EntryText Text(string title, string summary, params (string Field, string Text)[] fields) =>
        new() { Title = title, Summary = summary, Fields = fields.ToDictionary(f => f.Field, f => f.Text, StringComparer.Ordinal) };
}
