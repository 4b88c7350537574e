using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Eva;

/// <summary>In which language a person read what she agreed to and the instructions of her games. Nothing is kept apart for it: the version of the
/// text she agreed to names its language, and each run tells its own (<see cref="EventNames.LanguageChosen"/>).</summary>
public static class ReadIn
{
    /// <summary>The version of a text as it was read: in French its own name, in another language that name and the language.</summary>
    public static string VersionOf(string version, Language language) => language == Language.French ? version : $"{version}/{language.Code}";

    /// <summary>The language of the text that was agreed to.</summary>
    public static Language Agreement(Evaluation evaluation) => Language.Find(evaluation.ConsentVersion.Split('/', 2)[^1]) ?? Language.French;

    /// <summary>The languages of a run, in their order; empty when French was never left.</summary>
    public static IReadOnlyList<Language> Run(Run run) =>
        [.. run.Events.OrderBy(e => e.Position).Select(Of).OfType<Language>().Distinct() is var said && said.All(l => l == Language.French) ? [] : said];

    /// <summary>Null for an event that chooses no language.</summary>
    public static Language? Of(EventLine line) =>
        string.Equals(line.Name, EventNames.LanguageChosen, StringComparison.Ordinal) ? Language.Find(EventData.Text(line.Data, "langue")) : null;

    /// <summary>Why this language cannot be; null when it is one of ours.</summary>
    public static string? WrongFor(string data) =>
        Language.Find(EventData.Text(data, "langue")) is null ? $"cette langue n’est pas proposée : il y a {string.Join(", ", Language.All.Select(l => l.Code))}" : null;

    /// <summary>« ukrainien », « ukrainien puis français ».</summary>
    public static string Words(IEnumerable<Language> languages) => string.Join(" puis ", languages.Select(l => l.FrenchName));

    /// <summary>What an adviser reads of it; null when everything was read in French.</summary>
    public static string? Sentence(Evaluation evaluation)
    {
        var games = evaluation.Runs.OrderBy(r => r.StartedAt).SelectMany(Run).Where(l => l != Language.French).Distinct().ToList();
        var agreement = Agreement(evaluation);
        return (games.Count > 0, agreement != Language.French) switch
        {
            (true, _) => $"Consignes lues en {string.Join(" et en ", games.Select(l => l.FrenchName))}. Les questions et les documents restent en français.",
            (false, true) => $"Accord lu en {agreement.FrenchName}.{(evaluation.Runs.Exists(r => r.Events.Count > 0) ? " Consignes des jeux lues en français." : "")}",
            (false, false) => null,
        };
    }
}
