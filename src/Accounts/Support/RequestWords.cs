using Beffroi.Dsfr;
using Beffroi.Kit;

namespace Beffroi.Accounts.Support;

static class RequestWords
{
    /// <summary>RGAA 4.1.2, read on 29 April 2026: a complaint about accessibility is answered within a week.</summary>
    const int AccessibilityDays = 7;

    /// <summary>GDPR, article 12, 3: within one month of receipt.</summary>
    const int PersonalDataMonths = 1;

    /// <summary>When an answer is due; null where no text sets a time.</summary>
    public static DateTimeOffset? Due(this RequestKind kind, DateTimeOffset received) => kind switch
    {
        RequestKind.Accessibility => received.AddDays(AccessibilityDays),
        RequestKind.PersonalData => received.AddMonths(PersonalDataMonths),
        RequestKind.Bug or RequestKind.Help or RequestKind.Other => null,
    };

    public static IReadOnlyList<Option> Kinds(Lang l) => [.. Enum.GetValues<RequestKind>().Select(k => new Option(k.ToString(), l.Say(k.Label(), k.EnglishLabel())))];

    public static IReadOnlyList<Option> Parts(Lang l) => [.. SiteParts.All.Select(p => new Option(p.Word(), l.Say(p.Label(), p.EnglishLabel())))];

    /// <summary>As the person who writes says it.</summary>
    public static string Label(this RequestKind kind) => kind switch
    {
        RequestKind.Bug => "Quelque chose ne marche pas",
        RequestKind.Help => "J’ai besoin d’aide",
        RequestKind.Accessibility => "Une page est difficile à lire ou à utiliser",
        RequestKind.PersonalData => "Mes données personnelles",
        RequestKind.Other => "Autre chose",
    };

    static string EnglishLabel(this RequestKind kind) => kind switch
    {
        RequestKind.Bug => "Something does not work",
        RequestKind.Help => "I need help",
        RequestKind.Accessibility => "A page is hard to read or to use",
        RequestKind.PersonalData => "My personal data",
        RequestKind.Other => "Something else",
    };

    /// <summary>As the team sorts it.</summary>
    public static string Short(this RequestKind kind) => kind switch
    {
        RequestKind.Bug => "Panne",
        RequestKind.Help => "Aide",
        RequestKind.Accessibility => "Accessibilité",
        RequestKind.PersonalData => "Données personnelles",
        RequestKind.Other => "Autre",
    };

    public static string Label(this RequestState state) => state switch
    {
        RequestState.New => "Nouvelle",
        RequestState.Taken => "Prise en charge",
        RequestState.Answered => "Répondue",
        RequestState.Closed => "Close",
        RequestState.Unwanted => "Indésirable",
    };

    public static string Label(this RequestAct act) => act switch
    {
        RequestAct.Take => "Prise en charge",
        RequestAct.Answer => "Réponse envoyée",
        RequestAct.Note => "Note de l’équipe",
        RequestAct.Sort => "Classée",
        RequestAct.Close => "Close",
        RequestAct.Reopen => "Rouverte",
        RequestAct.PutAside => "Marquée indésirable",
    };

    public static RequestKind? Read(string? word) => Enum.GetValues<RequestKind>().Where(k => string.Equals(k.ToString(), word, StringComparison.Ordinal)).Select(k => (RequestKind?)k).FirstOrDefault();

    public static RequestState? ReadState(string? word) => Enum.GetValues<RequestState>().Where(k => string.Equals(k.ToString(), word, StringComparison.Ordinal)).Select(k => (RequestState?)k).FirstOrDefault();
}
