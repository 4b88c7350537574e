using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Opinions;

/// <summary>What people said, for superadmins.</summary>
public static class ListOpinions
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/admin/avis", Show).For(Role.Superadmin);

    static async Task<IResult> Show(int? page, AccountsDb db, CancellationToken ct)
    {
        var counts = await db.Opinions.GroupBy(o => o.Rating).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return Html.View<ListOpinionsPage, ListOpinionsModel>(new(counts, await db.Opinions.AsNoTracking().OrderByDescending(o => o.Day).ThenBy(o => o.Id).ToPage(page, ct)));
    }
}

public sealed record ListOpinionsModel(IReadOnlyDictionary<OpinionRating, int> Counts, PageOf<Opinion> List);
