using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Structures;

/// <summary>One structure: what it is, where it stands in the tree, what it heads.</summary>
public static class ShowStructure
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/structures/{id:guid}", Show).For(Role.Superadmin, Role.ChargeDeMissionRegionale, Role.Admin);

    static async Task<IResult> Show(Guid id, int? page, AccountsDb db, IStructureActivity activity, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var seen = db.Structures.AsNoTracking().SeenBy(visitor.SignedIn);
        if (await seen.SingleOrDefaultAsync(s => s.Id == id, ct) is not { } structure)
        {
            return TypedResults.NotFound();
        }

        var path = structure.Path;
        var use = (await activity.Of([id], ct)).GetValueOrDefault(id, Activity.None);
        return Html.View<ShowStructurePage, ShowStructureModel>(new()
        {
            Structure = structure,
            Above = await seen.Where(s => path.StartsWith(s.Path) && s.Id != id).OrderBy(s => s.Path).Select(s => new StructureLink(s.Id, s.Name)).ToListAsync(ct),
            Below = await seen.Where(s => s.ParentId == id).OrderBy(s => s.Name).ThenBy(s => s.Id).Select(s => new StructureLink(s.Id, s.Name)).ToPage(page, ct),
            People = await db.Users.CountAsync(a => a.StructureId == id, ct),
            Use = use,
            Category = structure.Kind == StructureKind.Locale ? ActivityCategories.Of(use, clock.GetUtcNow()) : null,
            Edits = visitor.SignedIn.Role == Role.Superadmin,
            Invites = visitor.SignedIn.Role is Role.Superadmin or Role.Admin,
        });
    }
}

public sealed record StructureLink(Guid Id, string Name);

public sealed record ShowStructureModel
{
    public required Structure Structure { get; init; }
    public required IReadOnlyList<StructureLink> Above { get; init; }
    public required PageOf<StructureLink> Below { get; init; }
    public required int People { get; init; }
    public required Activity Use { get; init; }

    /// <summary>Of local structures only.</summary>
    public required ActivityCategory? Category { get; init; }

    public required bool Edits { get; init; }
    public required bool Invites { get; init; }
}
