using System.Text.Json.Serialization;

namespace Beffroi.Eva.Orientation;

/// <summary>Which courses fit somebody whose basic skills seem fragile, by where she went to school and by the language of her childhood.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PublicCategory>))]
public enum PublicCategory
{
    /// <summary>Schooled in France, and not at ease with what is written.</summary>
    [JsonStringEnumMemberName("illettrisme")] Illettrisme,

    /// <summary>Never went to school: reading and writing are learnt for the first time.</summary>
    [JsonStringEnumMemberName("alphabetisation")] Alphabetisation,

    /// <summary>Reads and writes another language: French is learnt as a foreign one.</summary>
    [JsonStringEnumMemberName("fle")] Fle,

    /// <summary>What was answered does not say.</summary>
    [JsonStringEnumMemberName("a_preciser")] APreciser,
}

/// <summary>A proposal, never a decision: a professional confirms it with the person.</summary>
/// <param name="Reason">The answers it rests on, in a sentence for an adviser.</param>
/// <param name="Question">What to ask in the interview; null when the answers say enough to propose.</param>
public sealed record PublicProposal(PublicCategory Category, string Reason, string? Question = null)
{
    const string Literate = "A-t-elle appris à lire et à écrire dans une autre langue ?";

    /// <summary>The rule of docs/eva-restitution.md: schooling first, then the language of childhood and the last level of school.</summary>
    public static PublicProposal Of(Background? background) => background switch
    {
        null or { SchoolingPlace: null or Background.Unsaid } => new(PublicCategory.APreciser, "La personne n’a pas dit où elle allait à l’école.", "Où allait-elle à l’école, et jusqu’à quel âge ?"),
        { SchoolingPlace: "france" } => InFrance(background),
        { SchoolingPlace: "non_scolarise" } => Never(background),
        { SchoolingPlace: "etranger" } => Abroad(background),
        _ => new(PublicCategory.APreciser, "La réponse sur l’école n’est pas connue de ce service.", "Où allait-elle à l’école, et jusqu’à quel âge ?"),
    };

    static PublicProposal InFrance(Background background) => background switch
    {
        { LastLevel: "pas_etudie" } => new(PublicCategory.APreciser, "La personne dit que son école était en France, et aussi qu’elle n’a pas eu d’école.", "Est-elle allée à l’école, et combien de temps ?"),
        { FrenchMotherTongue: "non" } => new(PublicCategory.Illettrisme, "La personne est allée à l’école en France. On parlait une autre langue chez elle.", "À quel âge est-elle arrivée à l’école en France ?"),
        _ => new(PublicCategory.Illettrisme, "La personne est allée à l’école en France."),
    };

    static PublicProposal Never(Background background) => HasLevel(background)
        ? new(PublicCategory.APreciser, "La personne dit qu’elle n’a pas eu d’école, et donne aussi un niveau d’école.", "Est-elle allée à l’école, où, et combien de temps ?")
        : new(PublicCategory.Alphabetisation, "La personne dit qu’elle n’a pas eu d’école.");

    // The rule asks for « literate elsewhere », which is not asked: only a certificate from school says it for her, and it is to be checked all the same.
    static PublicProposal Abroad(Background background) => background switch
    {
        { FrenchMotherTongue: "oui" } => new(PublicCategory.APreciser, "On parlait français chez elle, et son école était dans un autre pays.", "Dans quelle langue a-t-elle appris à lire et à écrire ?"),
        { FrenchMotherTongue: "non" } when HasCertificate(background) => new(PublicCategory.Fle, "Son école était dans un autre pays, on parlait une autre langue chez elle, et elle dit avoir un diplôme ou un niveau d’études.", Literate),
        { FrenchMotherTongue: "non" } => new(PublicCategory.APreciser, "Son école était dans un autre pays, et on parlait une autre langue chez elle.", Literate),
        _ => new(PublicCategory.APreciser, "Son école était dans un autre pays. Elle n’a pas dit quelle langue on parlait chez elle.", Literate),
    };

    static bool HasLevel(Background background) => background.LastLevel is "college" || HasCertificate(background);

    static bool HasCertificate(Background background) => background.LastLevel is "cfg_dnb" or "cap_bep" or "bac" or "bac_plus2" or "superieur";
}

public static class PublicCategoryWords
{
    /// <summary>For an adviser: always followed by « à confirmer » until a professional has decided.</summary>
    public static string Label(this PublicCategory category) => category switch
    {
        PublicCategory.Illettrisme => "Réapprentissage de la lecture, de l’écriture et du calcul",
        PublicCategory.Alphabetisation => "Alphabétisation",
        PublicCategory.Fle => "Français langue étrangère (FLE)",
        PublicCategory.APreciser => "À préciser en entretien",
    };
}
