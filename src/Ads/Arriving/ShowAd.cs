using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Arriving;

/// <summary>A person arrives, reads one ad, and answers the first question in one tap.</summary>
public static class ShowAd
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Home(l), Show).ForEveryone().RequireRateLimiting(AnswerLimits.Arriving).CountsStep(AdsFunnel.Key, "accueil").WhileRecorded(AdsAssessment.Template);
            app.MapPost(Addresses.Answer(l), Answer).Does("annonces.repondre").ForEveryone().RequireRateLimiting(AnswerLimits.Answering).CountsStep(AdsFunnel.Key, "reponse").WhileRecorded(AdsAssessment.Template);
            app.MapPost(Addresses.Another(l), Another).Does("annonces.passer").ForEveryone().RequireRateLimiting(AnswerLimits.Answering).WhileRecorded(AdsAssessment.Template);
        }
    }

    static async Task<IResult> Show(HttpContext http, AdsDb db, Pseudonyms pseudonyms, NextAd next, Tickets tickets, Progress progress, Publication publication, AnsweringSettings settings, CancellationToken ct)
    {
        var l = Langs.Of(http.Request);
        if (AnswerLimits.IsProgram(http.Request))
        {
            var any = db.Groups.Where(g => g.Country == settings.Country && g.State == GroupState.Open).OrderBy(g => g.Rank).ThenBy(g => g.Answers).Select(g => g.ShownAdId);
            return Html.View<ShowAdPage, ShowAdModel>(new(l, await db.Ads.Public().Where(a => a.Id == any.FirstOrDefault()).Select(AdView.FromAd).SingleOrDefaultAsync(ct), 0, await progress.Of(db, publication, ct)));
        }

        var back = await pseudonyms.Known(http, ct);
        var voter = back ?? await pseudonyms.Voter(http, ct);
        var ad = await next.For(voter, await pseudonyms.Network(http, ct), keeps: back is not null && !AnswerLimits.ReadsAhead(http.Request), ct) is { } shown ? await db.Ads.AsNoTracking().Where(a => a.Id == shown).Select(AdView.FromAd).SingleAsync(ct) : null;
        if (ad is not null)
        {
            http.CountStep(AdsFunnel.Key, "annonce");
        }

        return Html.View<ShowAdPage, ShowAdModel>(new(l, ad, await db.Answers.CountAsync(a => a.Voter == voter, ct), await progress.Of(db, publication, ct)) { Ticket = ad is null ? null : tickets.Of(voter, ad.Id) });
    }

    static async Task<IResult> Answer([FromForm] AnswerForm? form, HttpContext http, AdsDb db, Actor actor, Pseudonyms pseudonyms, Tickets tickets, TakeAnswer answers, CancellationToken ct)
    {
        // Whoever is signed in answers like anybody: no trace ties an account to an answer.
        actor.Who = "anonyme";
        var l = Langs.Of(http.Request);
        if (http.Request.Form[AnswerLimits.Trap].ToString().Length > 0)
        {
            return Html.View<NotCountedPage, NotCountedModel>(new(l, NotCounted.FilledIn), StatusCodes.Status400BadRequest);
        }

        if (form?.Ad is not { } ad || !Choice.Is<PoliticalAnswer>(form.Political, out var political))
        {
            return TypedResults.BadRequest();
        }

        if (await pseudonyms.Known(http, ct) is not { } voter || tickets.Read(form.Ticket, voter) != ad)
        {
            return Html.View<NotCountedPage, NotCountedModel>(new(l, NotCounted.NotShown), StatusCodes.Status409Conflict);
        }

        var (taking, answer) = await answers.Take(ad, political, l, voter, await pseudonyms.Network(http, ct), ct);
        if (taking == Taking.Taken && await db.Answers.CountAsync(a => a.Voter == voter, ct) == AdsFunnel.Many)
        {
            http.CountStep(AdsFunnel.Key, "dix");
        }

        return taking switch
        {
            Taking.Taken => TypedResults.LocalRedirect(Addresses.More(l, answer)),
            Taking.Already => Html.View<NotCountedPage, NotCountedModel>(new(l, NotCounted.Already, answer), StatusCodes.Status409Conflict),
            Taking.TooLate => Html.View<NotCountedPage, NotCountedModel>(new(l, NotCounted.TooLate)),
            Taking.EnoughNearby => Html.View<NotCountedPage, NotCountedModel>(new(l, NotCounted.EnoughNearby)),
            Taking.NoSuchAd => TypedResults.NotFound(),
        };
    }

    static async Task<IResult> Another([FromForm] AnotherForm? form, HttpContext http, AdsDb db, Pseudonyms pseudonyms, Tickets tickets, TimeProvider clock, CancellationToken ct)
    {
        if (await pseudonyms.Known(http, ct) is { } voter)
        {
            await db.Pass(voter, ct);
            if (tickets.Read(form?.Ticket, voter) is { } shown)
            {
                await db.Pass(voter, shown, clock.GetUtcNow(), ct);
            }
        }

        return TypedResults.LocalRedirect(Addresses.Home(Langs.Of(http.Request)));
    }
}

public sealed record AnswerForm
{
    public Guid? Ad { get; init; }
    public string? Political { get; init; }

    /// <summary>What says that this ad was shown to this browser (<see cref="Tickets"/>).</summary>
    public string? Ticket { get; init; }
}

public sealed record AnotherForm
{
    public string? Ticket { get; init; }
}

/// <param name="Ad">Null when this browser has seen everything.</param>
/// <param name="Given">Answers of this browser.</param>
public sealed record ShowAdModel(Lang L, AdView? Ad, int Given, Totals? Totals)
{
    /// <summary>Null for a program: it does not answer.</summary>
    public string? Ticket { get; init; }
}

/// <summary>Why an answer is not counted.</summary>
public enum NotCounted
{
    Already,
    TooLate,

    /// <summary>Other people of the same network answered.</summary>
    EnoughNearby,

    /// <summary>No cookie came back, or the ad was not shown to this browser.</summary>
    NotShown,

    /// <summary>Something filled in the field that nobody sees.</summary>
    FilledIn,
}

/// <param name="Answer">What this browser had answered, if it had.</param>
public sealed record NotCountedModel(Lang L, NotCounted Why, Guid? Answer = null);
