using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads;

/// <summary>What ads tell everybody on /stats; nothing of the answers while a country votes.</summary>
public sealed class AdsFigures(AdsDb db, Publication publication) : IPublicFigures
{
    const int Days = 30;

    public string Subject => "Annonces et élections";

    public int Order => 30;

    public string Kept => string.Join(',', publication.Frozen);

    public async Task<IReadOnlyList<PublicFigure>> Read(CancellationToken ct)
    {
        var ads = new PublicFigure { Name = "annonces_lues", Label = "Annonces lues", Unit = "annonces" }.Counting(await db.Ads.Public().CountAsync(ct));
        if (publication.Frozen.Count > 0)
        {
            return [ads];
        }

        var since = publication.Now.AddDays(-Days);
        var counted = db.Answers.Where(a => a.RemovalId == null && !a.OnGold);
        var enough = await db.Groups.CountAsync(g => g.State == GroupState.Settled || g.State == GroupState.Disputed, ct);
        var settled = await db.Groups.CountAsync(g => g.State == GroupState.Settled, ct);
        return
        [
            ads,
            new PublicFigure { Name = "annonces_reponses", Label = "Réponses depuis le début (ce n’est pas un sondage)", Unit = "réponses" }.Counting(await counted.CountAsync(ct)),
            new PublicFigure { Name = "annonces_navigateurs_30_jours", Label = "Navigateurs qui ont répondu sur les 30 derniers jours", Unit = "navigateurs" }.Counting(await counted.Where(a => a.At >= since).Select(a => a.Voter).Distinct().CountAsync(ct)),
            new PublicFigure { Name = "annonces_part_accord", Label = "Part des annonces assez vues où les réponses s’accordent", Unit = "part" }.Sharing(settled, enough),
            new PublicFigure { Name = "annonces_decisions", Label = "Décisions de relecture publiées", Unit = "décisions" }.Counting(await publication.Shown.CountAsync(ct)),
        ];
    }
}
