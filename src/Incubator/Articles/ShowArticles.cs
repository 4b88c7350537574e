using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Articles;

/// <summary>A convention article by article: what it asks, and where it stands today.</summary>
public static class ShowArticles
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/incubateur/conventions/{slug}/articles", Show).For();

    static async Task<IResult> Show(string slug, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct) =>
        await db.Conventions.AsNoTracking().Include(c => c.Avenants).ReadBy(db, visitor.SignedIn).SingleOrDefaultAsync(c => c.Slug == slug, ct) is { } convention
            ? Html.View<ShowArticlesPage, ShowArticlesModel>(new(convention, clock.Today(), EightArticles.Of(await Lived.Read(db, convention, clock.Today(), ct))))
            : TypedResults.NotFound();
}

public sealed record ShowArticlesModel(Convention Convention, DateOnly Today, IReadOnlyList<Article> Articles);
