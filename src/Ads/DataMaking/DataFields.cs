using System.Globalization;

namespace Beffroi.Ads;

/// <summary>One column of the table: its name, its type (Frictionless Table Schema), what it means, how it is read from a line.</summary>
/// <param name="Values">The only ones that it may hold; null: any.</param>
public sealed record DataField(string Name, string Type, string Title, Func<DataLine, string?> Read, IReadOnlyList<string>? Values = null, bool Required = false);

/// <summary>The columns, in order: the CSV, its description and the page about it are all made from this list.</summary>
public static class DataFields
{
    public static readonly IReadOnlyList<DataField> All =
    [
        new("id", "string", "Identifier of the ad on this site", l => l.Id.ToString(), Required: true),
        new("source", "string", "Where the ad was read", l => l.Source.ToString(), Enum.GetNames<AdSource>(), Required: true),
        new("source_id", "string", "Identifier in that source", l => l.SourceId, Required: true),
        new("link", "string", "Where anybody reads it at its source", l => l.Link),
        new("country", "string", "Where it was shown (ISO 3166-1 alpha-2)", l => l.Country, Required: true),
        new("language", "string", "Of its text (BCP 47)", l => l.Language),
        new("first_shown", "date", "First day of display, as the source says", l => Day(l.FirstShown)),
        new("last_shown", "date", "Last day of display, as the source says", l => Day(l.LastShown)),
        new("seen_on", "date", "Day when a citizen saw it; nobody says since when", l => Day(l.SeenOn)),
        new("vanished_on", "date", "First day when it was no longer in its library; it says nothing of why", l => Day(l.VanishedOn)),
        new("group", "string", "Ads of the same group have almost the same text and share their answers", l => l.Group.ToString(), Required: true),
        new("quotation", "string", $"Beginning of the text, {Publication.Quoted} signs at most", l => l.Quotation, Required: false),
        new("frozen", "boolean", "The country votes: nothing of the answers is published", l => Bool(l.Frozen), Required: true),
        new("answers", "integer", "People who answered; it is not a survey", l => Int(l.Answers?.Answers)),
        new("state", "string", "Where the answers stand", l => l.Answers?.State.ToString(), [.. Enum.GetNames<GroupState>().Where(s => !string.Equals(s, nameof(GroupState.Gold), StringComparison.Ordinal))]),
        .. Enum.GetValues<Question>().SelectMany(Of),
        new("expert_political", "string", "Where answers differ (state Disputed), what a named reviewer answered instead", l => l.Expert?.Political.ToString(), [nameof(PoliticalAnswer.Yes), nameof(PoliticalAnswer.No)]),
        new("expert_on", "date", "Day of that answer", l => Day(l.Expert?.AnsweredOn)),
        new("rules", "string", "Decisions of named reviewers that may be published: rule, day of the text (a hyphen where it was not read), outcome, day of the decision, separated by spaces; decisions separated by semicolons", l => l.Rules.Count == 0 ? null : string.Join(';', l.Rules.Select(Written))),
    ];

    static IEnumerable<DataField> Of(Question question)
    {
        var (prefix, offered) = (Snake(question.ToString()), ShownQuestion.Offered(question));
        yield return new(prefix + "_answers", "integer", $"Answers to this question ({prefix}), from {Publication.LeastAnswers} on", l => Int(l.Answers?[question]?.Answers));
        foreach (var answer in offered)
        {
            yield return new($"{prefix}_{Snake(answer)}_count", "integer", $"How many answered {answer}", l => Int(Count(l, question, answer)?.Count));
            yield return new($"{prefix}_{Snake(answer)}_share", "number", $"Share of {answer}, in [0, 1]", l => Number(Count(l, question, answer)?.Share));
            yield return new($"{prefix}_{Snake(answer)}_posterior", "number", $"Probability of {answer} once people's skills are weighed (Dawid and Skene, 1979), in [0, 1]", l => Number(Count(l, question, answer)?.Probability));
        }

        yield return new(prefix + "_verdict", "string", "Answer that leads, once sure enough", l => l.Answers?[question]?.Leading, offered);
        yield return new(prefix + "_certainty", "number", "What the weighing of skills believes of the verdict, in [0, 1]: not held against known answers", l => l.Answers?[question] is { Leading: not null } q ? Number(q.Certainty) : null);
        yield return new(prefix + "_majority", "string", "Answer that most people gave; empty on a tie", l => l.Answers?[question]?.Majority, offered);
        yield return new(prefix + "_majority_share", "number", "Share of that answer, in [0, 1]", l => l.Answers?[question] is { Majority: not null } q ? Number(q.MajorityShare) : null);
    }

    static ShownCount? Count(DataLine line, Question question, string answer) => line.Answers?[question]?.Counts.FirstOrDefault(c => string.Equals(c.Answer, answer, StringComparison.Ordinal));

    static string Written(DataRule rule) => string.Join(' ', rule.Rule, Day(rule.TextFrom) ?? "-", rule.Outcome, Day(rule.DecidedOn));

    static string Snake(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));

    static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string? Int(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    static string? Number(double? value) => value is { } number ? Math.Round(number, 4).ToString("0.####", CultureInfo.InvariantCulture) : null;

    static string Bool(bool value) => value ? "true" : "false";
}
