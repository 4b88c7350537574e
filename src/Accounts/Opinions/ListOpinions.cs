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

    static async Task<IResult> Show(string? service, int? page, AccountsDb db, CancellationToken ct)
    {
        var part = SiteParts.Read(service);
        var kept = part is null ? db.Opinions : db.Opinions.Where(o => o.Part == part);
        var counts = await kept.GroupBy(o => o.Rating).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return Html.View<ListOpinionsPage, ListOpinionsModel>(new(counts, await kept.AsNoTracking().Include(o => o.Helps).OrderByDescending(o => o.Day).ThenBy(o => o.Id).ToPage(page, ct), part));
    }
}

/// <param name="Part">Null: opinions on every service, and those given before it was asked.</param>
public sealed record ListOpinionsModel(IReadOnlyDictionary<OpinionRating, int> Counts, PageOf<Opinion> List, SitePart? Part);
