using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Joining;

/// <summary>First step of a registration: is the structure already there?</summary>
public static class FindStructure
{
    const int Shown = 20;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/inscription", Show).ForEveryone();

    static async Task<IResult> Show(string? q, AccountsDb db, CancellationToken ct)
    {
        var words = Plain.Of(q);
        var found = words.Length < 2 ? [] : await db.Structures.AsNoTracking()
            .Where(s => s.Kind == StructureKind.Locale && s.SearchText.Contains(words))
            .OrderBy(s => s.Name).ThenBy(s => s.Id)
            .Take(Shown + 1)
            .Select(s => new FoundStructure(s.Id, s.Name, s.Type, s.PostCode))
            .ToListAsync(ct);
        return Html.View<FindStructurePage, FindStructureModel>(new(q, words.Length >= 2, [.. found.Take(Shown)], found.Count > Shown));
    }
}

public sealed record FoundStructure(Guid Id, string Name, LocalType? Type, string PostCode);

public sealed record FindStructureModel(string? Query, bool Searched, IReadOnlyList<FoundStructure> Found, bool More);
