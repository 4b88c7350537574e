using Beffroi.Incubator.Compliance;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator;

/// <summary>What the night would take of this module, by its own rule: nothing of the ledger goes by itself.</summary>
public sealed class IncubatorRetention(IncubatorDb db, BoardSettings settings, TimeProvider clock) : IRetention
{
    public string Service => "Incubateur";

    public async Task<IReadOnlyList<DueToGo>> Due(CancellationToken ct) =>
        [new("Contrôles de conformité", $"{French.Number(settings.KeptDays)} jours, les deux derniers toujours", await BoardWatch.Old(db, clock.GetUtcNow().AddDays(-settings.KeptDays)).CountAsync(ct))];
}
