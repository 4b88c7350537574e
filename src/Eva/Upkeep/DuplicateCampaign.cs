using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Upkeep;

/// <summary>Opens a new campaign like another one: same parcours and options, its own code, no evaluations.</summary>
public static class DuplicateCampaign
{
    public static void Map(IEndpointRouteBuilder campaigns) =>
        campaigns.MapPost("/{id:guid}/dupliquer", Duplicate).RequireAntiforgery().Does("campagne.dupliquer").For().WhileRecorded(EvaAssessment.Template);

    static async Task<IResult> Duplicate(Guid id, Visitor visitor, EvaDb db, IStructures structures, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Campaigns.AsNoTracking().ChangeableBy(visitor.SignedIn).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } original
            || !(await structures.Find([original.StructureId], ct)).TryGetValue(original.StructureId, out var structure))
        {
            return TypedResults.NotFound();
        }

        var taken = await db.Campaigns.Where(c => c.StructureId == original.StructureId).Select(c => c.Label).ToListAsync(ct);
        // Its own list, not today's: the copy plays what the original played.
        var wish = new CampaignWish(FreeLabel(original.Label, taken), original.Parcours, original.Options, original.IsPrivate) { Situations = original.Situations, Route = original.Route };
        var copy = await Campaign.Open(wish, visitor.SignedIn.Id, structure, db, clock, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect($"~/eva/campagnes/{copy.Id}");
    }

    static string FreeLabel(string label, List<string> taken)
    {
        for (var number = 2; ; number++)
        {
            var suffix = $" ({number})";
            var candidate = label[..Math.Min(label.Length, Campaign.LabelMaxLength - suffix.Length)] + suffix;
            if (!taken.Contains(candidate, StringComparer.Ordinal))
            {
                return candidate;
            }
        }
    }
}
