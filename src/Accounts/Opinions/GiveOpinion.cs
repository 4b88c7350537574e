using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Accounts.Opinions;

/// <summary>« Je donne mon avis »: how it went, how clear it was, what help was sought, and words if one wants. Nothing says whose they are.</summary>
public static class GiveOpinion
{
    const string Path = "/avis";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (string? depuis, string? service, SiteIdentity site) => site.OpinionUrl is { } elsewhere ? TypedResults.Redirect(elsewhere) : View(new() { From = depuis, Part = SiteParts.Read(service)?.Word() }, new())).ForEveryone();
        app.MapPost(Path, Submit).Does("avis.donner").ForEveryone().RequireRateLimiting(TriesLimit.Policy);
        app.MapGet(Path + "/merci", () => Html.View<OpinionThanksPage, OpinionThanksModel>(new())).ForEveryone();
    }

    static async Task<IResult> Submit([FromForm] OpinionForm? form, AccountsDb db, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var errors = new Errors();
        if (form.Read(French.Today(clock.GetUtcNow()), errors) is not { } opinion)
        {
            return View(form, errors);
        }

        // The log would otherwise say which account it was.
        actor.Who = "anonyme";
        db.Add(opinion);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect("/avis/merci");
    }

    static IResult View(OpinionForm form, Errors errors) => Html.Form<GiveOpinionPage, GiveOpinionModel>(new(form, errors), errors);
}

public sealed record GiveOpinionModel(OpinionForm Form, Errors Errors);

public sealed record OpinionThanksModel;
