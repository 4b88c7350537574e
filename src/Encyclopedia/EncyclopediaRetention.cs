using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>What the round of this module would take tonight, by its own rules.</summary>
public sealed class EncyclopediaRetention(ContributionRound round) : IRetention
{
    public string Service => "Encyclopédie";

    public async Task<IReadOnlyList<DueToGo>> Due(CancellationToken ct) => [new("Propositions refusées ou retirées", $"{French.Number(ContributionRound.KeptMonths)} mois", await round.CountDue(ct))];
}
