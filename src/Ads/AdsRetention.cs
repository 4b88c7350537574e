using Beffroi.Ads.Intake;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads;

/// <summary>What the round of this module would take tonight, by its own rules.</summary>
public sealed class AdsRetention(AdsDb db, AnsweringSettings settings, TimeProvider clock) : IRetention
{
    public string Service => "Annonces politiques";

    public async Task<IReadOnlyList<DueToGo>> Due(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (lastDay, network, hold) = (DateOnly.FromDateTime(now.UtcDateTime).AddDays(-settings.KeyDays), now - AnswerRound.NetworkKept, now - AnswerRound.HoldKept);
        return
        [
            new("Clés d’un jour, sans lesquelles deux réponses ne se relient plus", $"{French.Number(settings.KeyDays)} jours", await db.DayKeys.CountAsync(k => k.Day <= lastDay, ct)),
            new("Réseaux gardés avec une réponse ou un signalement", "23 heures", await db.Answers.CountAsync(a => a.Network != null && a.At < network, ct) + await db.Submissions.CountAsync(s => s.Network != null && s.At < network, ct)),
            new("Places réservées et rendues", "1 jour", await db.Holds.CountAsync(h => !h.Open && h.Until < hold, ct)),
            new("Signalements refusés", $"{French.Number(RefusedSendings.KeptDays)} jours", await db.RefusedBefore(now).CountAsync(ct)),
        ];
    }
}
