using Beffroi.Chat.HookIntake;
using Beffroi.Chat.Rules.Scale;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.Answering;

/// <summary>The media scale for programs, as the first one was asked: <c>?region=fr&amp;shares=12000</c>.</summary>
public static class AskScale
{
    public const string Address = "/api/chat/scale/around";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Address, (string? region, string? shares, ScaleShelf scale) => Said(scale.Around(region, shares), scale)).ForEveryone().RequireRateLimiting(HookLimit.Policy).ExcludeFromDescription();

    static IResult Said(ScaleAnswer answer, ScaleShelf scale) => answer switch
    {
        _ when scale.Broken is { } broken => TypedResults.Json(new { error = broken.English }, statusCode: StatusCodes.Status503ServiceUnavailable),
        ScaleFound found => TypedResults.Ok(new { notice = scale.Notice?.English, articles = found.Articles }),
        ScaleBad bad => TypedResults.BadRequest(new { errors = bad.Messages.Select(m => m.English) }),
        ScaleNoRegion => TypedResults.NotFound(new { error = "region not found" }),
        _ => throw new InvalidOperationException("The scale answers in one of three ways."),
    };
}
