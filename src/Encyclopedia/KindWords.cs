using System.Text.Json;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>How the kinds are called: for people in both languages, and by name in addresses, as in the JSON.</summary>
public static class KindWords
{
    public static string Say(this EntryType type, Lang l) => type switch
    {
        EntryType.Case => l.Say("Cas", "Case"),
        EntryType.Practice => l.Say("Pratique", "Practice"),
        EntryType.Tool => l.Say("Outil", "Tool"),
        EntryType.Actor => l.Say("Acteur", "Actor"),
        EntryType.Rule => l.Say("Règle de droit", "Legal rule"),
        EntryType.Definition => l.Say("Définition", "Definition"),
    };

    public static string Plural(this EntryType type, Lang language) => type switch
    {
        EntryType.Case => language.Say("Cas", "Cases"),
        EntryType.Practice => language.Say("Pratiques", "Practices"),
        EntryType.Tool => language.Say("Outils", "Tools"),
        EntryType.Actor => language.Say("Acteurs", "Actors"),
        EntryType.Rule => language.Say("Règles de droit", "Legal rules"),
        EntryType.Definition => language.Say("Définitions", "Definitions"),
    };

    public static string Say(this Phase phase, Lang l) => phase switch
    {
        Phase.Detection => l.Say("Détection", "Detection"),
        Phase.Qualification => l.Say("Qualification", "Qualification"),
        Phase.Reaction => l.Say("Réaction", "Reaction"),
        Phase.Attribution => l.Say("Attribution", "Attribution"),
        Phase.Research => l.Say("Recherche", "Research"),
        Phase.Prevention => l.Say("Prévention", "Prevention"),
    };

    public static string Say(this Criterion criterion, Lang l) => criterion switch
    {
        Criterion.Massive => l.Say("Diffusion massive", "Massive diffusion"),
        Criterion.Artificial => l.Say("Diffusion artificielle", "Artificial propagation"),
        Criterion.Misleading => l.Say("Contenu faux ou trompeur", "False or misleading"),
        Criterion.Foreign => l.Say("Origine étrangère", "Foreign origin"),
        Criterion.Harmful => l.Say("Intention de nuire", "Intent to harm"),
    };

    public static string Say(this Stand stand, Lang l) => stand switch
    {
        Stand.Yes => l.Say("Oui", "Yes"),
        Stand.No => l.Say("Non", "No"),
        Stand.Unknown => l.Say("On ne sait pas", "Not known"),
    };

    public static string Say(this Relation relation, Lang l) => relation switch
    {
        Relation.See => l.Say("Voir aussi", "See also"),
        Relation.Uses => l.Say("Utilise", "Uses"),
        Relation.MadeBy => l.Say("Fait par", "Made by"),
        Relation.PartOf => l.Say("Fait partie de", "Part of"),
        Relation.Counters => l.Say("Répond à", "Counters"),
        Relation.Shows => l.Say("Illustre", "Shows"),
        Relation.RestsOn => l.Say("S’appuie sur", "Rests on"),
    };

    public static string Say(this ProcessRole role, Lang l) => role switch
    {
        ProcessRole.Watcher => l.Say("Veille", "Watcher"),
        ProcessRole.Analyst => l.Say("Analyse", "Analyst"),
        ProcessRole.Coordinator => l.Say("Coordination", "Coordinator"),
        ProcessRole.Lawyer => l.Say("Droit", "Lawyer"),
        ProcessRole.Communicator => l.Say("Communication", "Communicator"),
        ProcessRole.Decider => l.Say("Décision", "Decider"),
    };

    public static string Say(this Grade grade, Lang l) => grade switch
    {
        Grade.Refuted => l.Say("Réfutée", "Refuted"),
        Grade.Weak => l.Say("Faible", "Weak"),
        Grade.Fair => l.Say("Moyenne", "Fair"),
        Grade.Good => l.Say("Bonne", "Good"),
        Grade.Strong => l.Say("Très bonne", "Strong"),
    };

    public static string Say(this ToolState state, Lang l) => state switch
    {
        ToolState.Open => l.Say("Ouvert à tous", "Open to all"),
        ToolState.OnRequest => l.Say("Sur demande", "On request"),
        ToolState.Paid => l.Say("Payant", "Paid"),
        ToolState.Closed => l.Say("Fermé", "Closed"),
    };

    public static string Say(this ProposalVerdict verdict, Lang l) => verdict switch
    {
        ProposalVerdict.Accepted => l.Say("Acceptée", "Accepted"),
        ProposalVerdict.PartlyAccepted => l.Say("Acceptée en partie", "Accepted in part"),
        ProposalVerdict.Refused => l.Say("Refusée", "Refused"),
        ProposalVerdict.Withdrawn => l.Say("Retirée", "Withdrawn"),
    };

    /// <summary>When an entry was reviewed: <c>Relue le 3 mars 2026</c>.</summary>
    public static string Reviewed(this Lang l, DateOnly reviewedOn) =>
        Entry.Review(reviewedOn) is { } day ? l.Say($"Relue le {l.Day(day)}", $"Reviewed on {l.Day(day)}") : l.Say("Reprise d’ailleurs, pas encore relue ici", "Taken from elsewhere, not yet reviewed here");

    /// <summary>The language itself, in the language of the page.</summary>
    public static string Named(this Lang named, Lang l) => named switch
    {
        Lang.French => l.Say("français", "French"),
        Lang.English => l.Say("anglais", "English"),
    };

    /// <summary>The same as the first word of a line.</summary>
    public static string Label(this Lang written, Lang language) => written switch
    {
        Lang.French => language.Say("Français", "French"),
        Lang.English => language.Say("Anglais", "English"),
    };

    /// <summary>As in addresses and in the JSON: <c>onRequest</c>.</summary>
    public static string Name<T>(this T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Null for a name that none has.</summary>
    public static T? Named<T>(string? name) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.Name(), name, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }
}
