namespace Beffroi.Encyclopedia;

/// <summary>The fields of each type of entry, in the order they are read.</summary>
/// <param name="Required">A published entry answers it.</param>
public sealed record TemplateField(string Name, string French, string English, bool Required = true);

public static class Template
{
    public static IReadOnlyList<TemplateField> Of(EntryType type) => type switch
    {
        EntryType.Case => Case,
        EntryType.Practice => Practice,
        EntryType.Tool or EntryType.Actor => ToolOrActor,
        EntryType.Rule => Rule,
        EntryType.Definition => Definition,
    };

    static readonly TemplateField More = new("more", "En savoir plus", "Additional information", Required: false);

    // The nine questions of a case: its summary and its sources are the two others.
    static readonly TemplateField[] Case =
    [
        new("when", "Quand", "When"),
        new("actors", "Nature des acteurs soupçonnés", "Nature of the suspected actors"),
        new("manipulation", "Type de manipulation", "Type of manipulation"),
        new("channels", "Canaux utilisés", "Channels used"),
        new("modus", "Mode opératoire", "Modus operandi"),
        new("goals", "Buts supposés", "Supposed goals"),
        new("background", "Contexte", "Background"),
        More,
    ];

    static readonly TemplateField[] Practice =
    [
        new("what", "Quoi", "What"),
        new("whatFor", "Pour quoi", "What for"),
        new("how", "Comment", "How"),
        new("limits", "Limites et précautions", "Limits and precautions", Required: false),
        More,
    ];

    static readonly TemplateField[] ToolOrActor =
    [
        new("byWhom", "Par qui", "By whom"),
        new("what", "Quoi", "What"),
        new("whatFor", "Pour quoi", "What for"),
        new("forWhom", "Pour qui", "For whom"),
        new("how", "Comment", "How", Required: false),
        More,
    ];

    static readonly TemplateField[] Rule =
    [
        new("rule", "La règle en mots simples", "The rule in plain words"),
        new("example", "Exemple", "Worked example"),
        new("article", "Article", "Article"),
        new("penalty", "Peine encourue", "Penalty"),
        new("window", "Quand elle s’applique", "When it applies", Required: false),
        More,
    ];

    static readonly TemplateField[] Definition =
    [
        new("text", "Définition", "Definition"),
        More,
    ];
}
