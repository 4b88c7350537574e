using Beffroi.Kit;

namespace Beffroi.Bots;

/// <summary>What may be wrong with a source or an exploration, as kept in <see cref="Source.LastError"/>.</summary>
public enum SourceError
{
    /// <summary>The operator lets nothing go outside.</summary>
    OutsideOff,
    NoKey,
    NoInbox,
    NoTerms,
    TooManyTerms,
    Unreachable,
    RefusedAddress,
    Unauthorized,
    TooManyRequests,
    ServerError,
    Closed,
    Silent,
    BadAnswer,

    /// <summary>The network no longer had all that came since the source stopped: some of it is missing.</summary>
    Gap,
    BadFile,
    Unexpected,
}

public static class SourceErrors
{
    /// <summary>What a page says of a kept error; null where there is none.</summary>
    public static string? Say(string? kept, Lang l)
    {
        if (string.IsNullOrEmpty(kept))
        {
            return null;
        }

        var (name, detail) = kept.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (kept[..colon], kept[(colon + 1)..]) : (kept, "");
        return Enum.TryParse<SourceError>(name, out var error) && Enum.IsDefined(error) ? Say(error, l) + (detail.Length > 0 ? $" ({detail})" : "") : kept;
    }

    internal static string Write(SourceError error, string? detail = null) => detail is null ? error.ToString() : $"{error}:{(detail.Length > 300 ? detail[..300] : detail)}";

    public static string Say(SourceError error, Lang l) => error switch
    {
        SourceError.OutsideOff => l.Say("Ce site n’a pas le droit de sortir sur le réseau : demandez-le à son exploitant.", "This site may not go out on the network: ask its operator."),
        SourceError.NoKey => l.Say("L’exploitant n’a pas donné de clé pour ce réseau.", "The operator has given no key for this network."),
        SourceError.NoInbox => l.Say("Ce dossier n’existe pas dans la boîte de dépôt de l’exploitant.", "This folder does not exist in the operator’s inbox."),
        SourceError.NoTerms => l.Say("La veille n’a aucun terme que ce réseau sache chercher.", "The watch has no term that this network can look for."),
        SourceError.TooManyTerms => l.Say("La veille a plus de termes que ce réseau n’en accepte.", "The watch has more terms than this network takes."),
        SourceError.Unreachable => l.Say("Le réseau est injoignable.", "The network cannot be reached."),
        SourceError.RefusedAddress => l.Say("L’adresse de ce réseau mène à un endroit interdit.", "The address of this network leads to a place that is not allowed."),
        SourceError.Unauthorized => l.Say("Le réseau refuse la clé de l’exploitant.", "The network refuses the operator’s key."),
        SourceError.TooManyRequests => l.Say("Le réseau demande d’attendre.", "The network asks to wait."),
        SourceError.ServerError => l.Say("Le réseau répond par une erreur.", "The network answers with an error."),
        SourceError.Closed => l.Say("Le réseau a fermé la connexion.", "The network closed the connection."),
        SourceError.Silent => l.Say("Le réseau ne dit plus rien.", "The network no longer says anything."),
        SourceError.BadAnswer => l.Say("La réponse du réseau ne se lit pas.", "The answer of the network cannot be read."),
        SourceError.Gap => l.Say("Le réseau n’avait plus tout ce qui a paru pendant l’arrêt : il manque des messages.", "The network no longer had all that came out during the stop: posts are missing."),
        SourceError.BadFile => l.Say("Un fichier ne se lit pas.", "A file cannot be read."),
        SourceError.Unexpected => l.Say("Une erreur imprévue : elle est dans le journal du site.", "An unexpected error: it is in the log of the site."),
    };
}
