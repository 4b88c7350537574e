using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts;

/// <summary>What is told everybody of the opinions received.</summary>
sealed class OpinionFigures(AccountsDb db) : IPublicFigures
{
    public string Subject => "Avis des personnes";

    public int Order => 90;

    public async Task<IReadOnlyList<PublicFigure>> Read(CancellationToken ct)
    {
        var all = await db.Opinions.CountAsync(ct);
        var good = await db.Opinions.CountAsync(o => o.Rating == OpinionRating.Good, ct);
        return
        [
            new PublicFigure { Name = "avis_recus", Label = "Avis reçus", Unit = "avis" }.Counting(all),
            new PublicFigure { Name = "avis_part_bien", Label = "Part des avis « Bien »", Unit = "part" }.Sharing(good, all),
        ];
    }
}
