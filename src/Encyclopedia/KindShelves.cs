using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>The kinds as the grid and the shelves call them.</summary>
static class KindShelves
{
    /// <summary>The columns of the grid; rules and definitions stand beside it.</summary>
    public static readonly IReadOnlyList<EntryType> Columns = [EntryType.Case, EntryType.Practice, EntryType.Tool, EntryType.Actor];

    public static readonly IReadOnlyList<EntryType> Beside = [EntryType.Rule, EntryType.Definition];

    /// <summary>"1 outil", "2 outils"; "1 tool".</summary>
    public static string Counted(this EntryType type, int count, Lang l) => type switch
    {
        EntryType.Case => l.Count(count, ("cas", "cas"), ("case", "cases")),
        EntryType.Practice => l.Count(count, ("pratique", "pratiques"), ("practice", "practices")),
        EntryType.Tool => l.Count(count, ("outil", "outils"), ("tool", "tools")),
        EntryType.Actor => l.Count(count, ("acteur", "acteurs"), ("actor", "actors")),
        EntryType.Rule => l.Count(count, ("règle de droit", "règles de droit"), ("legal rule", "legal rules")),
        EntryType.Definition => l.Count(count, ("définition", "définitions"), ("definition", "definitions")),
    };

    /// <summary>What is done in a phase, in a sentence.</summary>
    public static string Work(this Phase phase, Lang l) => phase switch
    {
        Phase.Detection => l.Say("Voir qu’une manipulation a peut-être lieu.", "Seeing that a manipulation may be under way."),
        Phase.Qualification => l.Say("Vérifier, critère par critère, que c’en est une.", "Checking, criterion by criterion, that it is one."),
        Phase.Reaction => l.Say("Répondre, ou choisir de ne pas répondre.", "Answering, or choosing not to."),
        Phase.Attribution => l.Say("Établir qui agit, sans hâte.", "Establishing who acts, without haste."),
        Phase.Research => l.Say("Comprendre les campagnes, leurs moyens et leurs effets.", "Understanding campaigns, their means and their effects."),
        Phase.Prevention => l.Say("Rendre les personnes et les services plus difficiles à tromper.", "Making people and services harder to deceive."),
    };
}
