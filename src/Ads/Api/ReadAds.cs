using System.ComponentModel;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Api;

/// <summary>Ads and what people answer, for programs, without an account; browsers of other sites may ask too. The same rules of publication as pages.</summary>
public static class ReadAds
{
    const int MostAtOnce = 100;
    const int MostSkipped = 1_000_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        var ads = app.MapGroup("/api/ads").ForEveryone().RequireRateLimiting(AskingLimit.Policy).WithTags("Annonces").AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
            return await next(context);
        });
        ads.MapGet("", List).Produces<ApiAds>().ProducesProblem(StatusCodes.Status400BadRequest)
            .WithSummary("Lister et filtrer les annonces").WithDescription("Les dernières lues d’abord. Les filtres se combinent. Ce n’est pas un sondage. Pendant un vote, ce que les gens répondent n’est pas donné (« frozen »).");
        ads.MapGet("/{id:guid}", One).Produces<DataLine>().Produces(StatusCodes.Status404NotFound)
            .WithSummary("Une annonce").WithDescription("Où la lire, ce que les gens répondent, les décisions publiées de personnes nommées.");
        ads.MapGet("/results", Results).Produces<ApiResults>()
            .WithSummary("Les réponses réunies").WithDescription("Par réponse et par semaine. Rien sur moins de cinq personnes. Pendant un vote, « results » est vide.");
    }

    static async Task<IResult> List(
        AdsDb db, Publication publication,
        [Description("Open, Settled, Disputed ou Withdrawn.")] string? state,
        [Description("Yes, No ou CannotSay : la réponse assez sûre.")] string? political,
        [Description("Engagement, Commercial, HardToSay, PartyOrCandidate, Revelation ou Poll.")] string? purpose,
        [Description("MetaLibrary, DsaRepository, EuRepository, OwnFormat ou Submission.")] string? source,
        [Description("true : seulement celles qui ne sont plus dans leur bibliothèque.")] bool? vanished,
        [Description("Combien passer.")] int? skip,
        [Description("Combien rendre : 1 à 100, 20 sans ce choix.")] int? limit,
        CancellationToken ct)
    {
        if (skip is < 0 or > MostSkipped || limit is < 1 or > MostAtOnce || !Named<GroupState>(state, out var asked) || asked == GroupState.Gold
            || !Named<PoliticalAnswer>(political, out var said) || !Named<Purpose>(purpose, out var served) || !Named<AdSource>(source, out var from))
        {
            return TypedResults.Problem("Un paramètre n’a pas une des valeurs possibles : voir /api/openapi.json", statusCode: StatusCodes.Status400BadRequest);
        }

        var ads = db.Ads.AsNoTracking().Public();
        ads = asked is { } stands ? ads.In(stands, db, publication) : ads;
        ads = said is { } answer ? ads.Said(Question.Political, answer.ToString(), db, publication) : ads;
        ads = served is { } use ? ads.Said(Question.Purpose, use.ToString(), db, publication) : ads;
        ads = from is { } where ? ads.Where(a => a.Source == where) : ads;
        ads = vanished == true ? ads.Where(a => a.VanishedAt != null) : ads;
        return Json(new ApiAds
        {
            Total = await ads.CountAsync(ct),
            Notice = DataFiles.Notice,
            Frozen = Frozen(publication),
            Ads = await DataLine.Of(ads, q => q.LastFirst().Skip(skip ?? 0).Take(limit ?? 20), db, publication, ct),
        });
    }

    static async Task<IResult> One(Guid id, AdsDb db, Publication publication, CancellationToken ct) =>
        await DataLine.Of(db.Ads.AsNoTracking().Public().Where(a => a.Id == id), q => q, db, publication, ct) is [var line] ? Json(line) : TypedResults.NotFound();

    static async Task<IResult> Results(AdsDb db, KeptResults kept, Publication publication, CancellationToken ct) =>
        Json(new ApiResults { Notice = DataFiles.Notice, Frozen = Frozen(publication), Results = publication.Frozen.Count > 0 ? null : ApiFigures.Of(await kept.Of(db, ct)) });

    static IReadOnlyList<FreezeJson> Frozen(Publication publication) => [.. publication.Frozen.Select(c => FreezeJson.Of(c, publication.Freeze(c)!))];

    /// <summary>False where it is no name.</summary>
    static bool Named<T>(string? text, out T? value) where T : struct, Enum
    {
        value = text is not null && Enum.GetNames<T>().Contains(text, StringComparer.Ordinal) ? Enum.Parse<T>(text) : null;
        return text is null || value is not null;
    }

    static IResult Json<T>(T value) => TypedResults.Json(value, DataFiles.Json);
}
