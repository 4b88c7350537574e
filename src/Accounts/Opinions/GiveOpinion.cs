using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Accounts.Opinions;

/// <summary>« Je donne mon avis »: how it went, how clear it was, what help was sought, and words if one wants. Nothing says whose they are.</summary>
public static class GiveOpinion
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Contact.Opinion(l), (string? depuis, string? service, SiteIdentity site) => site.OpinionUrl is { } elsewhere ? TypedResults.Redirect(elsewhere) : View(l, new() { From = depuis, Part = SiteParts.Read(service)?.Word() }, new())).ForEveryone();
            app.MapPost(Contact.Opinion(l), Submit).Does("avis.donner").ForEveryone().RequireRateLimiting(TriesLimit.Policy);
            app.MapGet(Contact.Opinion(l) + Contact.Thanks(l), () => Html.View<OpinionThanksPage, OpinionThanksModel>(new(l))).ForEveryone();
        }
    }

    static async Task<IResult> Submit([FromForm] OpinionForm? form, HttpRequest asked, AccountsDb db, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var (l, errors) = (Langs.Of(asked), new Errors());
        if (form.Read(French.Today(clock.GetUtcNow()), l, errors) is not { } opinion)
        {
            return View(l, form, errors);
        }

        // The log would otherwise say which account it was.
        actor.Who = "anonyme";
        db.Add(opinion);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Contact.Opinion(l) + Contact.Thanks(l));
    }

    static IResult View(Lang l, OpinionForm form, Errors errors) => Html.Form<GiveOpinionPage, GiveOpinionModel>(new(l, form, errors), errors);
}

public sealed record GiveOpinionModel(Lang L, OpinionForm Form, Errors Errors);

public sealed record OpinionThanksModel(Lang L);
