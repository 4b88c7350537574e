using Beffroi.Chat.Notifying;
using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>What the round of this module would take tonight, by its own rules.</summary>
public sealed class ChatRetention(Forgetting forgetting) : IRetention
{
    public string Service => "Discussion";

    public async Task<IReadOnlyList<DueToGo>> Due(CancellationToken ct)
    {
        var (notices, readings, revocations, blobs, guests) = await forgetting.CountDue(ct);
        return
        [
            new("Avis", $"{French.Number(Forgetting.NoticesKept)} jours", notices),
            new("Lectures notées", $"{French.Number(Forgetting.ReadingsKept)} mois", readings),
            new("Droits retirés, à faire savoir aux serveurs", "1 jour", revocations),
            new("Fichiers qui ne sont plus dans aucun message", "1 jour", blobs),
            new("Noms d’invités", $"{French.Number(Forgetting.GuestsKept)} mois après la fin de l’invitation", guests),
        ];
    }
}
