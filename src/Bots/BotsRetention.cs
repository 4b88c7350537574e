using Beffroi.Bots.Forgetting;
using Beffroi.Kit;

namespace Beffroi.Bots;

/// <summary>What the round of this module would take tonight: the very same statements, taken back.</summary>
public sealed class BotsRetention(ForgetRound round) : IRetention
{
    const string Kept = "Le temps écrit dans chaque cadre";

    public string Service => "Détecteur de robots";

    public async Task<IReadOnlyList<DueToGo>> Due(CancellationToken ct)
    {
        var told = await round.Run(isDry: true, ct);
        return [new("Messages", Kept, told.Posts), new("Comptes", Kept, told.Accounts), new("Comptes vus en explorant", Kept, told.Sightings)];
    }
}
