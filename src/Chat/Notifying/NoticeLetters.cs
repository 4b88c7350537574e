using Beffroi.Chat.Rules.Notices;
using Beffroi.Kit;

namespace Beffroi.Chat.Notifying;

/// <summary>A letter says why, and where to read it: never what was shared, nor the name of a room or a case. A mailbox keeps no marking.</summary>
static class NoticeLetters
{
    public static Letter Of(Seat seat, string address, Lang l, IReadOnlyList<NoticeReason> reasons, bool digest, string key, DateTimeOffset until, SiteIdentity site) => new()
    {
        Kind = digest ? "discussion-resume" : "discussion-avis",
        To = address,
        AccountId = seat.Login,
        Key = key,
        NotAfter = until,
        Subject = reasons is [var one] && !digest ? Capital(one.Because().In(l)) : l.Count(reasons.Count, ("avertissement de la discussion", "avertissements de la discussion"), ("notice of the chat", "notices of the chat")),
        Body = string.Join("\n\n", [
            l.Say($"Bonjour {Letter.Quoted(seat.Name)},", $"Hello {Letter.Quoted(seat.Name)},"),
            l.Say("Vous recevez ceci parce que\u00A0:\n", "You receive this because:\n") + string.Join('\n', reasons.GroupBy(r => r).Select(g => $"- {Times(g.Key.Because().In(l), g.Count())}")),
            l.Say("Pour le lire\u00A0:\n", "To read it:\n") + "{site}" + Addresses.Notices(l),
            l.Say("Pour choisir ce que vous recevez, et quand\u00A0:\n", "To choose what you receive, and when:\n") + "{site}" + Addresses.Settings(l),
            l.Say($"L’équipe {site.Name}", $"The {site.Name} team")]),
    };

    static string Times(string reason, int count) => count == 1 ? reason : $"{reason} ({count}×)";

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
