using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Structures;

/// <summary>The structures one may see, in the order of the tree.</summary>
public static class ListStructures
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/structures", Show).For(Role.Superadmin, Role.ChargeDeMissionRegionale, Role.Admin);

    static async Task<IResult> Show(string? q, int? page, AccountsDb db, Visitor visitor, CancellationToken ct)
    {
        var words = Plain.Of(q);
        var rows = await db.Structures.AsNoTracking().SeenBy(visitor.SignedIn)
            .Where(s => words == "" || s.SearchText.Contains(words))
            .OrderBy(s => s.Path)
            .Select(s => new StructureLine
            {
                Id = s.Id,
                Name = s.Name,
                Kind = s.Kind,
                Type = s.Type,
                PostCode = s.PostCode,
                Parent = db.Structures.Where(p => p.Id == s.ParentId).Select(p => p.Name).FirstOrDefault(),
                People = db.Users.Count(a => a.StructureId == s.Id),
            })
            .ToPage(page, ct);
        return Html.View<ListStructuresPage, ListStructuresModel>(new(rows, q?.Trim() ?? "", visitor.SignedIn.Role == Role.Superadmin));
    }
}

public sealed record StructureLine
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required StructureKind Kind { get; init; }
    public required LocalType? Type { get; init; }
    public required string PostCode { get; init; }
    public required string? Parent { get; init; }
    public required int People { get; init; }
}

public sealed record ListStructuresModel(PageOf<StructureLine> List, string Query, bool Creates);
