using Beffroi.Kit;

namespace Beffroi.Bots.Analysing;

/// <summary>A five-criteria sheet as figures fill it in: the analyst reads it again, changes it and sends it.</summary>
public sealed record SheetDraft
{
    public const int MostShownAccounts = 30;
    public const int MostShownLinks = 20;

    public required string Title { get; init; }
    public required string Summary { get; init; }

    /// <summary>Page of this site that it comes from.</summary>
    public required string Href { get; init; }
    public required IReadOnlyList<string> Observables { get; init; }
    public required IReadOnlyDictionary<CampaignCriterion, string> Evidence { get; init; }

    /// <summary>What no figure of the detector tells.</summary>
    public static string NotMeasuredTruth(Lang l) => l.Say(
        "Non mesuré : le détecteur ne sait pas si ce qui est dit est vrai. À établir : l’affirmation exacte, une source qui la contredit, la date de chacune.",
        "Not measured: the detector does not know whether what is said is true. To be established: the exact claim, a source that contradicts it, the date of each.");

    public static string NotMeasuredIntent(Lang l) => l.Say(
        "Non mesuré : aucun chiffre ne dit une intention. À établir par d’autres moyens : qui y gagne, ce que les auteurs en disent, ce qui a été préparé.",
        "Not measured: no figure tells an intent. To be established by other means: who gains, what the authors say of it, what was prepared.");

    /// <summary>Text of others within Markdown: shown as it is, never as a link or a heading.</summary>
    public static string Plain(string text) => string.Concat(text.ReplaceLineEndings(" ").Select(c => c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '!' or '&' ? $"\\{c}" : c.ToString()));
}
