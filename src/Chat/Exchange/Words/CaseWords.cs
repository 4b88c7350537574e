using Beffroi.Chat.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat.Exchange;

/// <summary>What the choices of a case are called in files.</summary>
public static class CaseWords
{
    public static string Word(this CasePhase phase, Lang language) => phase switch
    {
        CasePhase.Detection => language.Say("Détection", "Detection"),
        CasePhase.Qualification => language.Say("Qualification", "Qualification"),
        CasePhase.Reaction => language.Say("Réaction", "Reaction"),
    };

    public static string Word(this CaseOutcome outcome, Lang language) => outcome switch
    {
        CaseOutcome.Reacted => language.Say("on a réagi", "acted upon"),
        CaseOutcome.LeftAlone => language.Say("laissé sans réaction", "left alone"),
        CaseOutcome.NotManipulation => language.Say("ce n’est pas une manipulation", "no manipulation"),
        CaseOutcome.Joined => language.Say("joint à un autre dossier", "joined to another case"),
    };

    public static string Word(this Section section, Lang language) => section switch
    {
        Section.Actor => language.Say("Acteur", "Actor"),
        Section.Behaviour => language.Say("Comportement", "Behaviour"),
        Section.Content => language.Say("Contenu", "Content"),
        Section.Degree => language.Say("Ampleur", "Degree"),
        Section.Effect => language.Say("Effet", "Effect"),
    };

    public static string Word(this Stand stand, Lang language) => stand switch
    {
        Stand.Yes => language.Say("oui", "yes"),
        Stand.No => language.Say("non", "no"),
        Stand.Unknown => language.Say("indéterminé", "unknown"),
    };

    public static string Word(this Stance stance, Lang language) => stance switch
    {
        Stance.For => language.Say("Pour", "For"),
        Stance.Against => language.Say("Contre", "Against"),
        Stance.Question => language.Say("Question", "Question"),
    };

    public static string Word(this ObservableKind kind, Lang language) => kind switch
    {
        ObservableKind.Url => language.Say("Adresse", "Address"),
        ObservableKind.Domain => language.Say("Domaine", "Domain"),
        ObservableKind.Account => language.Say("Compte", "Account"),
        ObservableKind.Hashtag => language.Say("Mot-dièse", "Hashtag"),
    };

    public static string Word(this Handling handling, Lang language) => handling switch
    {
        Handling.Seen => language.Say("consultée", "seen"),
        Handling.Exported => language.Say("exportée", "exported"),
        Handling.HandedOver => language.Say("remise", "handed over"),
        Handling.Verified => language.Say("vérifiée", "verified"),
    };

    public static string Word(this ReactionOption option, Lang language) => option switch
    {
        ReactionOption.Denial => language.Say("Démentir", "Deny"),
        ReactionOption.Takedown => language.Say("Demander un retrait", "Ask for removal"),
        ReactionOption.Exposure => language.Say("Exposer la manœuvre", "Expose it"),
        ReactionOption.Elves => language.Say("Faire répondre des volontaires", "Have volunteers answer"),
        ReactionOption.Prebunking => language.Say("Prévenir le public", "Warn the public beforehand"),
        ReactionOption.Legal => language.Say("Saisir la justice ou une autorité", "Go to court or to an authority"),
        ReactionOption.Nothing => language.Say("Ne rien faire", "Do nothing"),
        ReactionOption.Other => language.Say("Autre réaction", "Other reaction"),
    };

    public static string Word(this Verdict verdict, Lang language) => verdict switch
    {
        Verdict.Taken => language.Say("retenue", "taken"),
        Verdict.Refused => language.Say("écartée", "refused"),
        Verdict.Later => language.Say("remise à plus tard", "put off"),
    };

    public static string Word(this Outcome outcome, Lang language) => outcome switch
    {
        Outcome.Worked => language.Say("a réussi", "worked"),
        Outcome.Partly => language.Say("a réussi en partie", "partly worked"),
        Outcome.Failed => language.Say("a échoué", "failed"),
        Outcome.Backfired => language.Say("s’est retournée contre nous", "backfired"),
        Outcome.Abandoned => language.Say("a été abandonnée", "was given up"),
    };

    public static string Word(this StepState state, Lang language) => state switch
    {
        StepState.Todo => language.Say("à faire", "to do"),
        StepState.Doing => language.Say("en cours", "in progress"),
        StepState.Done => language.Say("faite", "done"),
        StepState.Skipped => language.Say("passée", "skipped"),
    };

    public static string Word(this PlatformAnswer answer, Lang language) => answer switch
    {
        PlatformAnswer.Acted => language.Say("a agi", "acted"),
        PlatformAnswer.Partly => language.Say("a agi en partie", "partly acted"),
        PlatformAnswer.Refused => language.Say("a refusé", "refused"),
        PlatformAnswer.AskedForMore => language.Say("demande des précisions", "asks for more"),
    };

    public static string Word(this Sector sector, Lang language) => sector switch
    {
        Sector.State => language.Say("État", "State"),
        Sector.ForeignCounterpart => language.Say("homologue étranger", "foreign counterpart"),
        Sector.CivilSociety => language.Say("société civile", "civil society"),
        Sector.Research => language.Say("recherche", "research"),
    };

    public static string Word(this UseOutcome outcome, Lang language) => outcome switch
    {
        UseOutcome.Worked => language.Say("a servi", "worked"),
        UseOutcome.Partly => language.Say("a servi en partie", "partly worked"),
        UseOutcome.Failed => language.Say("n’a pas servi", "failed"),
        UseOutcome.Abandoned => language.Say("a été abandonnée", "was given up"),
    };

    /// <summary>The five of the convention by name; those of an organisation by their key.</summary>
    public static string Criterion(string key, Lang language) =>
        Convention.Five.Criteria.FirstOrDefault(c => string.Equals(c.Key, key, StringComparison.Ordinal))?.In(language) ?? key;
}
