using Beffroi.Kit;

namespace Beffroi.Ads;

/// <summary>What letters are called, and where each stands.</summary>
public static class LetterWords
{
    public static string Say(this NoticeKind kind, Lang l) => kind switch
    {
        NoticeKind.PublisherNotice => l.Say("Notification à l’éditeur de la publicité", "Notice to the publisher of the ad"),
        NoticeKind.RegulatorReport => l.Say("Signalement à l’autorité", "Report to the authority"),
        NoticeKind.CourtFile => l.Say("Pièces pour le juge", "File for the court"),
    };

    public static string State(this Notice letter, Lang l) => letter switch
    {
        { AnsweredAt: { } at } => l.Say($"répondu le {l.Day(at)}", $"answered on {l.Day(at)}"),
        { ReceiptAt: { } at } => l.Say($"reçu le {l.Day(at)}, sans réponse", $"received on {l.Day(at)}, not answered"),
        { SentAt: { } at } => l.Say($"envoyé le {l.Day(at)}, ni reçu ni réponse", $"sent on {l.Day(at)}, no receipt, no answer"),
        _ => l.Say("brouillon, pas envoyé", "draft, not sent"),
    };

    /// <summary>Sent, awaited, and its day is over.</summary>
    public static bool IsLate(this Notice letter, DateOnly today) => letter is { SentAt: not null, AnsweredAt: null, DueOn: { } due } && due < today;
}
