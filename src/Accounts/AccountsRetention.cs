using Beffroi.Accounts.Post;
using Beffroi.Accounts.Support;
using Beffroi.Kit;

namespace Beffroi.Accounts;

/// <summary>What the rounds of this module would take tonight, by their own rules.</summary>
sealed class AccountsRetention(Clearing clearing, ClosureRound closures, SupportRound support) : IRetention
{
    public string Service => "Comptes";

    public async Task<IReadOnlyList<DueToGo>> Due(CancellationToken ct)
    {
        var ((letters, links), (accounts, proofs)) = (await clearing.CountDue(ct), await closures.CountDue(ct));
        return
        [
            new("Lettres", "30 jours après leur départ, 90 jours si elles ne partent pas", letters),
            new("Liens de lettres", "30 jours après leur fin", links),
            new("Comptes à fermer", "7 jours après la demande", accounts),
            new("Preuves de fermeture", $"{French.Number(ClosureRound.ProofMonths)} mois", proofs),
            new("Demandes closes", $"{French.Number(SupportRound.KeptMonths)} mois", await support.Run(isDry: true, ct)),
        ];
    }
}
