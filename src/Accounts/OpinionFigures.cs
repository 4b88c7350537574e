using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts;

/// <summary>What is told everybody of the opinions received: for the whole site, then for each service.</summary>
sealed class OpinionFigures(AccountsDb db) : IPublicFigures
{
    public string Subject => "Avis des personnes";

    public int Order => 90;

    public async Task<IReadOnlyList<PublicFigure>> Read(CancellationToken ct)
    {
        var all = await db.Opinions.AsNoTracking().Include(o => o.Helps).ToListAsync(ct);
        return
        [
            new PublicFigure { Name = "avis_recus", Label = "Avis reçus", Unit = "avis" }.Counting(all.Count),
            new PublicFigure { Name = "avis_part_bien", Label = "Part des avis « Bien »", Unit = "part" }.Sharing(all.Count(o => o.Rating == OpinionRating.Good), all.Count),
            .. Marks("avis", "Tous les services", all),
            .. SiteParts.All.SelectMany(part => Marks("avis_" + part.Word(), part.Label(), [.. all.Where(o => About(o) == part)])),
        ];
    }

    // Before it was asked, an opinion was about the games or about the site.
    static SitePart About(Opinion opinion) => opinion.Part ?? (opinion.AfterPlaying ? SitePart.Eva : SitePart.Site);

    static IEnumerable<PublicFigure> Marks(string name, string of, IReadOnlyList<Opinion> opinions) =>
    [
        Mark(name + "_satisfaction", $"{of} : satisfaction, sur 10", OpinionMark.Satisfaction(opinions)),
        Mark(name + "_clarte", $"{of} : clarté, sur 10", OpinionMark.Clarity(opinions)),
        Mark(name + "_aide", $"{of} : qualité de l’aide, sur 10", OpinionMark.Help(opinions)),
        Mark(name + "_aide_jointe", $"{of} : aide jointe, sur 10", OpinionMark.Reach(opinions)),
        Mark(name + "_autonomie", $"{of} : autonomie, sur 10", OpinionMark.Autonomy(opinions)),
    ];

    static PublicFigure Mark(string name, string label, OpinionMark mark) => new PublicFigure { Name = name, Label = label, Unit = "note sur 10" }.Measuring(mark.N, mark.Value ?? 0);
}
