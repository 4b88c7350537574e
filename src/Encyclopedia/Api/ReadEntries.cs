using System.ComponentModel;
using System.Globalization;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace Beffroi.Encyclopedia.Api;

/// <summary>The entries for programs, without an account; browsers of other sites may ask too.</summary>
public static class ReadEntries
{
    const int MostAtOnce = 100;
    const int LongestWords = 200;
    const int LongestName = 20;
    const int PagesKept = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        var entries = app.MapGroup("/api/encyclopedia/entries").ForEveryone().RequireRateLimiting(AskingLimit.Policy).WithTags("Encyclopédie").AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
            return context.HttpContext.GetRouteValue("key") is string key && !EntryChecks.IsKey(key) ? TypedResults.NotFound() : await next(context);
        });
        entries.MapGet("", List).KeptUntilPublished(Which).Produces<ApiPage>().ProducesProblem(StatusCodes.Status400BadRequest)
            .WithSummary("Chercher et filtrer les fiches").WithDescription("Les plus proches d’abord quand « q » est donné, sinon par titre. Les valeurs d’un même filtre s’ajoutent ; les filtres se combinent.");
        entries.MapGet("/{key}", One).KeptUntilPublished().Produces<ApiEntry>().Produces(StatusCodes.Status404NotFound)
            .WithSummary("Une fiche entière").WithDescription("La dernière version, dans les deux langues quand elle est traduite.");
        entries.MapGet("/{key}/versions", Versions).KeptUntilPublished().Produces<IReadOnlyList<ApiVersion>>().Produces(StatusCodes.Status404NotFound)
            .WithSummary("L’histoire d’une fiche").WithDescription("Toutes ses versions, de la première à la dernière : jour, auteur quand il a donné un nom, commentaire.");
        entries.MapGet("/{key}/versions/{number:int}", Version).KeptUntilPublished().Produces<ApiEntry>().Produces(StatusCodes.Status404NotFound)
            .WithSummary("Une version d’une fiche").WithDescription("La fiche telle qu’elle était. Une version retirée de la lecture n’est pas rendue.");
    }

    // The pages that a program turns to read all, or all of one filter: no words, nothing that it can make up.
    static string? Which(IQueryCollection query)
    {
        string[] names = ["language", "phase", "type", "criterion", "skip", "limit"];
        var given = names.Select(name => (Name: name, Values: query[name])).Where(p => p.Values.Count > 0).ToList();
        var limit = Number(query["limit"], 20);
        var skip = Number(query["skip"], 0);
        return query["q"].Count == 0 && given.TrueForAll(p => p.Values.Count == 1 && p.Values.ToString().Length <= LongestName) && given.Count(p => p.Name is "phase" or "type" or "criterion") <= 1
            && limit is 20 or MostAtOnce && skip % limit == 0 && skip / limit < PagesKept
            ? string.Join('&', given.Select(p => p.Name + "=" + p.Values)) : null;
    }

    static int Number(StringValues given, int otherwise) => given.Count == 0 ? otherwise : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    static async Task<IResult> List(
        IEntrySearch search,
        [Description("Mots cherchés ; sans eux, toutes les fiches.")] string? q,
        [Description("Langue des mots : fr ou en.")] string? language,
        [Description("detection, qualification, reaction, attribution, research, prevention.")] string[]? phase,
        [Description("case, practice, tool, actor, rule, definition.")] string[]? type,
        [Description("massive, artificial, misleading, foreign, harmful.")] string[]? criterion,
        [Description("Combien passer.")] int? skip,
        [Description("Combien rendre : 1 à 100, 20 sans ce choix.")] int? limit,
        CancellationToken ct)
    {
        if (skip is < 0 or > 1_000_000 || limit is < 1 or > MostAtOnce || q?.Length > LongestWords
            || Names.All<Lang>(language is null ? [] : [language]) is not { } languages || Names.All<Phase>(phase) is not { } phases || Names.All<EntryType>(type) is not { } types || Names.All<Criterion>(criterion) is not { } criteria)
        {
            return TypedResults.Problem("Un paramètre n’a pas une des valeurs possibles : voir /api/openapi.json", statusCode: StatusCodes.Status400BadRequest);
        }

        var answer = await search.Find(new()
        {
            Text = q ?? "",
            Language = languages is [var asked] ? asked : Lang.French,
            Phases = phases,
            Types = types,
            Criteria = criteria,
            Skip = skip ?? 0,
            Take = limit ?? 20,
        }, ct);
        return Json(new ApiPage { Total = answer.Total, Entries = [.. answer.Found.Select(ApiHead.Of)] });
    }

    static async Task<IResult> One(string key, EncyclopediaDb db, CancellationToken ct)
    {
        var number = await db.Entries.Where(e => e.Key == key).Select(e => (int?)e.Version).SingleOrDefaultAsync(ct);
        return number is null ? TypedResults.NotFound() : await Version(key, number.Value, db, ct);
    }

    static async Task<IResult> Versions(string key, EncyclopediaDb db, CancellationToken ct)
    {
        var versions = await db.Entries.Where(e => e.Key == key).Join(db.Versions, e => e.Id, v => v.EntryId, (e, v) => v).OrderBy(v => v.Number)
            .Select(v => new ApiVersion(v.Number, v.At, v.AuthorName, v.Comment, db.Withheld.Where(w => w.EntryId == v.EntryId && w.Number == v.Number).Select(w => new ApiWithheld(w.At, w.Reason)).FirstOrDefault())).ToListAsync(ct);
        return versions.Count == 0 ? TypedResults.NotFound() : Json(versions);
    }

    static async Task<IResult> Version(string key, int number, EncyclopediaDb db, CancellationToken ct)
    {
        var found = await db.Entries.Where(e => e.Key == key).Join(db.Versions.Shown(db).Where(v => v.Number == number), e => e.Id, v => v.EntryId, (e, v) => new { e.ReviewedOn, v.At, v.Content }).SingleOrDefaultAsync(ct);
        return found is null ? TypedResults.NotFound() : Json(new ApiEntry { Key = key, Version = number, ChangedAt = found.At, ReviewedOn = Entry.Review(found.ReviewedOn), Content = EntryJson.Read(found.Content) });
    }

    static IResult Json<T>(T value) => TypedResults.Json(value, EntryJson.Options);
}
