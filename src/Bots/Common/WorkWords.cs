using Beffroi.Detection;
using Beffroi.Dsfr;
using Beffroi.Kit;

namespace Beffroi.Bots;

/// <summary>How what people choose or read is said, in both languages.</summary>
static class WorkWords
{
    public static string Say(this LegalBasis basis, Lang l) => basis switch
    {
        LegalBasis.PublicInterestTask => l.Say("Mission d’intérêt public (RGPD, article 6, 1, e)", "Task in the public interest (GDPR art. 6(1)(e))"),
        LegalBasis.LegitimateInterest => l.Say("Intérêt légitime (RGPD, article 6, 1, f)", "Legitimate interest (GDPR art. 6(1)(f))"),
        LegalBasis.Research => l.Say("Recherche (RGPD, article 89 ; loi du 6 janvier 1978, article 78)", "Research (GDPR art. 89; French law of 6 January 1978, art. 78)"),
    };

    public static string Say(this TermKind kind, Lang l) => kind switch
    {
        TermKind.Account => l.Say("Compte", "Account"),
        TermKind.Hashtag => l.Say("Mot-dièse", "Hashtag"),
        TermKind.Words => l.Say("Mots qui se suivent", "Words in a row"),
        TermKind.Link => l.Say("Adresse ou domaine", "Address or domain"),
    };

    public static string Say(this SourceKind kind, Lang l) => kind switch
    {
        SourceKind.Jetstream => l.Say("Bluesky, en continu", "Bluesky, as it comes"),
        SourceKind.Mastodon => l.Say("Mastodon, en continu", "Mastodon, as it comes"),
        SourceKind.X => l.Say("X, par son interface payante", "X, by its paid interface"),
        SourceKind.Inbox => l.Say("Dossier de dépôt", "Inbox folder"),
        SourceKind.Upload => l.Say("Fichier envoyé", "File sent"),
    };

    public static string Say(this SourceState state, Lang l) => state switch
    {
        SourceState.Stopped => l.Say("Arrêtée", "Stopped"),
        SourceState.Running => l.Say("En marche", "Running"),
        SourceState.Retrying => l.Say("Nouvel essai prévu", "Will try again"),
        SourceState.OutOfBudget => l.Say("Budget épuisé", "Out of budget"),
        SourceState.Expired => l.Say("Cadre échu", "Mandate over"),
        SourceState.Failed => l.Say("En panne", "Failed"),
        SourceState.Done => l.Say("Terminée", "Done"),
    };

    public static BadgeKind Badge(this SourceState state) => state switch
    {
        SourceState.Stopped or SourceState.Expired => BadgeKind.Neutral,
        SourceState.Running or SourceState.Done => BadgeKind.Success,
        SourceState.Retrying or SourceState.OutOfBudget => BadgeKind.Warning,
        SourceState.Failed => BadgeKind.Error,
    };

    public static string Say(this ReviewLabel label, Lang l) => label switch
    {
        ReviewLabel.Automated => l.Say("Automatisé", "Automated"),
        ReviewLabel.Human => l.Say("Humain", "Human"),
        ReviewLabel.CannotTell => l.Say("Je ne peux pas le dire", "I cannot tell"),
    };

    public static string Say(this ContestKind kind, Lang l) => kind switch
    {
        ContestKind.Objection => l.Say("Contester ou s’opposer", "Contest or object"),
        ContestKind.Access => l.Say("Recevoir une copie de mes données", "Receive a copy of my data"),
        ContestKind.Erasure => l.Say("Faire effacer mes données", "Have my data erased"),
    };

    public static string Say(this ContestState state, Lang l) => state switch
    {
        ContestState.Received => l.Say("À traiter", "To be answered"),
        ContestState.Upheld => l.Say("Acceptée", "Upheld"),
        ContestState.Dismissed => l.Say("Refusée", "Dismissed"),
    };

    public static string Say(this BatchState state, Lang l) => state switch
    {
        BatchState.Waiting => l.Say("En attente", "Waiting"),
        BatchState.Running => l.Say("En cours", "Running"),
        BatchState.Done => l.Say("Terminée", "Done"),
        BatchState.Failed => l.Say("Échouée", "Failed"),
    };

    /// <summary>Signs, never what an account is.</summary>
    public static string Signs(this AutomationClass found, Lang l) => found switch
    {
        AutomationClass.Bot => l.Say("Signes d’automatisation", "Signs of automation"),
        AutomationClass.Human => l.Say("Pas de signe d’automatisation", "No sign of automation"),
        AutomationClass.Undetermined => l.Say("Indéterminé", "Undetermined"),
    };

    public static string NameOf(Network network) => network switch
    {
        Network.Twitter => "X (Twitter)",
        Network.Bluesky => "Bluesky",
        Network.Mastodon => "Mastodon",
        Network.Other => "Autre",
    };

    public static Tongue Tongue(this Lang l) => l.Say(Beffroi.Detection.Tongue.French, Beffroi.Detection.Tongue.English);

    public static PaginationWords WorkPages(this Lang l) => l.Say(
        new PaginationWords("Première page", "Page précédente", "Page suivante", "Dernière page"),
        new PaginationWords("First page", "Previous page", "Next page", "Last page"));

    public static IReadOnlyList<Option> Choices<T>(Func<T, string> say) where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Option(v.ToString(), say(v)))];
}
