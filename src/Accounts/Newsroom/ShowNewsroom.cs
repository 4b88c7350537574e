using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Newsroom;

/// <summary>What the superadmins tell: news, sources of help, the banner.</summary>
public static class ShowNewsroom
{
    public const string Path = "/admin/actualites";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Path, Show).For(Role.Superadmin);

    static async Task<IResult> Show(AccountsDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return Html.View<ShowNewsroomPage, ShowNewsroomModel>(new(
            await db.News.AsNoTracking().OrderByDescending(n => n.Day).ThenByDescending(n => n.Id).ToListAsync(ct),
            await db.HelpSources.AsNoTracking().OrderBy(h => h.Title).ThenBy(h => h.Id).ToListAsync(ct),
            await db.Banners.AsNoTracking().Where(b => b.Until > now).OrderBy(b => b.From).ToListAsync(ct),
            now));
    }
}

public sealed record ShowNewsroomModel(IReadOnlyList<NewsItem> News, IReadOnlyList<HelpSource> Help, IReadOnlyList<Banner> Banners, DateTimeOffset Now);
