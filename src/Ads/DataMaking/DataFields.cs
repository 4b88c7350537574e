using System.Globalization;

namespace Beffroi.Ads;

/// <summary>One column of the table: its name, its type (Frictionless Table Schema), what it means in both languages (the files are described in English), how it is read from a line.</summary>
/// <param name="Values">The only ones that it may hold; null: any.</param>
public sealed record DataField(string Name, string Type, string French, string Title, Func<DataLine, string?> Read, IReadOnlyList<string>? Values = null, bool Required = false);

/// <summary>The columns, in order: the CSV, its description and the page about it are all made from this list.</summary>
public static class DataFields
{
    public static readonly IReadOnlyList<DataField> All =
    [
        new("id", "string", "Identifiant de l’annonce sur ce site", "Identifier of the ad on this site", l => l.Id.ToString(), Required: true),
        new("source", "string", "Où l’annonce a été lue", "Where the ad was read", l => l.Source.ToString(), Enum.GetNames<AdSource>(), Required: true),
        new("source_id", "string", "Identifiant dans cette source", "Identifier in that source", l => l.SourceId, Required: true),
        new("link", "string", "Où chacun peut la lire à sa source", "Where anybody reads it at its source", l => l.Link),
        new("country", "string", "Pays où elle a été montrée (ISO 3166-1 alpha-2)", "Where it was shown (ISO 3166-1 alpha-2)", l => l.Country, Required: true),
        new("language", "string", "Langue de son texte (BCP 47)", "Of its text (BCP 47)", l => l.Language),
        new("first_shown", "date", "Premier jour de diffusion, selon la source", "First day of display, as the source says", l => Day(l.FirstShown)),
        new("last_shown", "date", "Dernier jour de diffusion, selon la source", "Last day of display, as the source says", l => Day(l.LastShown)),
        new("seen_on", "date", "Jour où quelqu’un l’a vue ; personne ne dit depuis quand", "Day when a citizen saw it; nobody says since when", l => Day(l.SeenOn)),
        new("vanished_on", "date", "Premier jour où elle n’était plus dans sa bibliothèque ; cela ne dit pas pourquoi", "First day when it was no longer in its library; it says nothing of why", l => Day(l.VanishedOn)),
        new("group", "string", "Les annonces d’un même groupe ont presque le même texte et partagent leurs réponses", "Ads of the same group have almost the same text and share their answers", l => l.Group.ToString(), Required: true),
        new("quotation", "string", $"Début du texte, {Publication.Quoted} signes au plus", $"Beginning of the text, {Publication.Quoted} signs at most", l => l.Quotation, Required: false),
        new("frozen", "boolean", "Le pays vote : rien des réponses n’est publié", "The country votes: nothing of the answers is published", l => Bool(l.Frozen), Required: true),
        new("answers", "integer", "Personnes qui ont répondu ; ce n’est pas un sondage", "People who answered; it is not a survey", l => Int(l.Answers?.Answers)),
        new("state", "string", "Où en sont les réponses", "Where the answers stand", l => l.Answers?.State.ToString(), [.. Enum.GetNames<GroupState>().Where(s => !string.Equals(s, nameof(GroupState.Gold), StringComparison.Ordinal))]),
        .. Enum.GetValues<Question>().SelectMany(Of),
        new("expert_political", "string", "Quand les réponses sont partagées (état Disputed), ce qu’une personne nommée a répondu à la place", "Where answers differ (state Disputed), what a named reviewer answered instead", l => l.Expert?.Political.ToString(), [nameof(PoliticalAnswer.Yes), nameof(PoliticalAnswer.No)]),
        new("expert_on", "date", "Jour de cette réponse", "Day of that answer", l => Day(l.Expert?.AnsweredOn)),
        new("rules", "string", "Décisions de personnes nommées qui peuvent être publiées : règle, jour du texte (un tiret s’il n’a pas été lu), décision, jour de la décision, séparés par des espaces ; un point-virgule entre deux décisions", "Decisions of named reviewers that may be published: rule, day of the text (a hyphen where it was not read), outcome, day of the decision, separated by spaces; decisions separated by semicolons", l => l.Rules.Count == 0 ? null : string.Join(';', l.Rules.Select(Written))),
    ];

    static IEnumerable<DataField> Of(Question question)
    {
        var (prefix, offered) = (Snake(question.ToString()), ShownQuestion.Offered(question));
        yield return new(prefix + "_answers", "integer", $"Réponses à cette question ({prefix}), à partir de {Publication.LeastAnswers}", $"Answers to this question ({prefix}), from {Publication.LeastAnswers} on", l => Int(l.Answers?[question]?.Answers));
        foreach (var answer in offered)
        {
            yield return new($"{prefix}_{Snake(answer)}_count", "integer", $"Combien ont répondu {answer}", $"How many answered {answer}", l => Int(Count(l, question, answer)?.Count));
            yield return new($"{prefix}_{Snake(answer)}_share", "number", $"Part de {answer}, entre 0 et 1", $"Share of {answer}, in [0, 1]", l => Number(Count(l, question, answer)?.Share));
            yield return new($"{prefix}_{Snake(answer)}_posterior", "number", $"Probabilité de {answer} une fois pesée la compétence de chacun (Dawid et Skene, 1979), entre 0 et 1", $"Probability of {answer} once people's skills are weighed (Dawid and Skene, 1979), in [0, 1]", l => Number(Count(l, question, answer)?.Probability));
        }

        yield return new(prefix + "_verdict", "string", "Réponse qui l’emporte, quand c’est assez sûr", "Answer that leads, once sure enough", l => l.Answers?[question]?.Leading, offered);
        yield return new(prefix + "_certainty", "number", "Ce que la pesée des compétences croit du verdict, entre 0 et 1 : non comparé à des réponses connues", "What the weighing of skills believes of the verdict, in [0, 1]: not held against known answers", l => l.Answers?[question] is { Leading: not null } q ? Number(q.Certainty) : null);
        yield return new(prefix + "_majority", "string", "Réponse la plus donnée ; vide en cas d’égalité", "Answer that most people gave; empty on a tie", l => l.Answers?[question]?.Majority, offered);
        yield return new(prefix + "_majority_share", "number", "Part de cette réponse, entre 0 et 1", "Share of that answer, in [0, 1]", l => l.Answers?[question] is { Majority: not null } q ? Number(q.MajorityShare) : null);
    }

    static ShownCount? Count(DataLine line, Question question, string answer) => line.Answers?[question]?.Counts.FirstOrDefault(c => string.Equals(c.Answer, answer, StringComparison.Ordinal));

    static string Written(DataRule rule) => string.Join(' ', rule.Rule, Day(rule.TextFrom) ?? "-", rule.Outcome, Day(rule.DecidedOn));

    static string Snake(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));

    static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string? Int(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    static string? Number(double? value) => value is { } number ? Math.Round(number, 4).ToString("0.####", CultureInfo.InvariantCulture) : null;

    static string Bool(bool value) => value ? "true" : "false";
}
