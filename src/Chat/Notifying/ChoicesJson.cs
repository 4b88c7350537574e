using System.Text.Json;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Rules.Notices;

namespace Beffroi.Chat.Notifying;

/// <summary>What a member chose, as it is kept in their row.</summary>
static class ChoicesJson
{
    public static NoticeChoices Read(string? kept)
    {
        if (kept is null)
        {
            return NoticeChoices.Default;
        }

        var row = CaseJson.Read<Kept>(kept);
        return new()
        {
            Quiet = row is { From: { } from, To: { } to } ? new(from, to, row.Zone) { QuietDays = row.Days.ToHashSet() } : null,
            AlertsPassQuiet = row.AlertsPass,
            Chosen = row.Chosen,
            MutedCases = row.Muted.ToHashSet(),
        };
    }

    public static string Write(NoticeChoices choices) => CaseJson.Write(new Kept
    {
        From = choices.Quiet?.From,
        To = choices.Quiet?.To,
        Zone = choices.Quiet?.Zone ?? "Europe/Paris",
        Days = [.. choices.Quiet?.QuietDays.Order() ?? Enumerable.Empty<DayOfWeek>()],
        AlertsPass = choices.AlertsPassQuiet,
        Chosen = new(choices.Chosen.OrderBy(c => c.Key)),
        Muted = [.. choices.MutedCases.Order()],
    });

    sealed record Kept
    {
        public TimeOnly? From { get; init; }
        public TimeOnly? To { get; init; }
        public string Zone { get; init; } = "Europe/Paris";
        public List<DayOfWeek> Days { get; init; } = [];
        public bool AlertsPass { get; init; } = true;
        public Dictionary<NoticeReason, Delivery> Chosen { get; init; } = [];
        public List<Guid> Muted { get; init; } = [];
    }
}
