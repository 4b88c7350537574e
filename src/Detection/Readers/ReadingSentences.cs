namespace Beffroi.Detection;

static class ReadingSentences
{
    public static string Of(ReadingProblem problem, Tongue tongue)
    {
        var (french, english) = Words(problem.Code);
        return (tongue, problem.Field) switch
        {
            (Tongue.French, null) => FormattableString.Invariant($"ligne {problem.Line} : {french}"),
            (Tongue.French, { } field) => FormattableString.Invariant($"ligne {problem.Line}, champ {field} : {french}"),
            (Tongue.English, null) => FormattableString.Invariant($"line {problem.Line}: {english}"),
            (Tongue.English, { } field) => FormattableString.Invariant($"line {problem.Line}, field {field}: {english}"),
            _ => throw new ArgumentOutOfRangeException(nameof(tongue)),
        };
    }

    static (string French, string English) Words(ReadingCode code) => code switch
    {
        ReadingCode.BrokenJson => ("ce n’est pas du JSON lisible ; ligne passée.", "not readable JSON; line skipped."),
        ReadingCode.TooLong => ("ligne plus longue que la limite ; passée.", "longer than the limit; skipped."),
        ReadingCode.Truncated => ("le fichier s’arrête au milieu d’une valeur.", "the file ends in the middle of a value."),
        ReadingCode.WrongColumns => ("le nombre de champs n’est pas celui de l’en-tête ; ligne passée.", "not as many fields as the header; line skipped."),
        ReadingCode.UnclosedQuote => ("guillemet jamais refermé ; ligne passée.", "a quote is never closed; line skipped."),
        ReadingCode.UnknownObject => ("objet d’une forme inconnue ; passé.", "an object of unknown form; skipped."),
        ReadingCode.ControlMessage => ("message de la source sur son propre fonctionnement ; passé.", "a message of the source about its own work; skipped."),
        ReadingCode.Incomplete => ("message sans auteur, sans identifiant ou sans date ; passé.", "a post without author, identifier or date; skipped."),
        ReadingCode.WrongType => ("la valeur n’est pas du type attendu ; champ lu comme absent.", "the value is of another type than expected; read as missing."),
        ReadingCode.NegativeCount => ("nombre négatif ; champ lu comme absent.", "a count below zero; read as missing."),
        ReadingCode.UnreadableDate => ("date illisible ; champ lu comme absent.", "unreadable date; read as missing."),
        ReadingCode.AmbiguousDate => ("jour et mois ne se distinguent pas ; champ lu comme absent.", "day and month cannot be told apart; read as missing."),
        ReadingCode.FutureDate => ("date dans le futur ; champ lu comme absent.", "a date in the future; read as missing."),
        ReadingCode.ImplausibleDate => ("date d’avant l’existence du réseau ; champ lu comme absent.", "a date before the network existed; read as missing."),
        ReadingCode.RoundedId => ("identifiant arrondi, ses derniers chiffres sont perdus ; champ lu comme absent.", "a rounded identifier, its last digits are lost; read as missing."),
        ReadingCode.UnknownLabel => ("étiquette inconnue ; lue comme absente.", "unknown label; read as missing."),
        ReadingCode.UnknownNetwork => ("réseau inconnu.", "unknown network."),
        ReadingCode.Repeated => ("compte déjà lu plus haut ; passé.", "an account already read above; skipped."),
        ReadingCode.Bomb => ("le fichier compressé grossit au-delà de toute mesure ; lecture arrêtée.", "the compressed file grows beyond all measure; reading stopped."),
        ReadingCode.BadGzip => ("fichier compressé abîmé ; lecture arrêtée.", "damaged compressed file; reading stopped."),
        ReadingCode.UnknownFormat => ("format de fichier inconnu ; lecture arrêtée.", "unknown file format; reading stopped."),
    };
}
