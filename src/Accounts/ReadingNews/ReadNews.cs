using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.ReadingNews;

/// <summary>The news, the newest first, for those who work on the site.</summary>
public static class ReadNews
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/actualites", Show).For();

    static async Task<IResult> Show(int? page, AccountsDb db, CancellationToken ct) =>
        Html.View<ReadNewsPage, ReadNewsModel>(new(await db.News.AsNoTracking().Where(n => n.PublishedAt != null).OrderByDescending(n => n.Day).ThenByDescending(n => n.PublishedAt).ToPage(page, ct)));
}

public sealed record ReadNewsModel(PageOf<NewsItem> List);
