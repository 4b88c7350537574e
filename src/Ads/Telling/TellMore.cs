using Beffroi.Ads.Law;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Telling;

/// <summary>After the first answer: what the ad is for, then short questions that may be left out. Only the browser that answered comes here.</summary>
public static class TellMore
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Answer(l) + "/{id:guid}", Show).ForEveryone();
            app.MapPost(Addresses.Answer(l) + "/{id:guid}", Tell).Does("annonces.preciser").ForEveryone().RequireRateLimiting(AnswerLimits.Answering).CountsStep(AdsFunnel.Key, "precision").WhileRecorded(AdsAssessment.Template);
        }
    }

    static async Task<IResult> Show(Guid id, HttpContext http, AdsDb db, Pseudonyms pseudonyms, Progress progress, Publication publication, LawBook book, TimeProvider clock, CancellationToken ct)
    {
        var voter = await pseudonyms.Known(http, ct);
        return await db.Answers.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Voter == voter, ct) is { } answer
            ? Html.View<TellMorePage, TellMoreModel>(await Model(answer, Langs.Of(http.Request), http.Request.Query.ContainsKey(Done), db, progress, publication, book, clock, ct))
            : TypedResults.NotFound();
    }

    /// <summary>In the address of the page once nothing more is asked.</summary>
    internal const string Done = "merci";

    static async Task<IResult> Tell(Guid id, [FromForm] TellForm? form, HttpContext http, AdsDb db, Actor actor, Pseudonyms pseudonyms, GroupVerdicts verdicts, LawBook book, CancellationToken ct)
    {
        // Whoever is signed in answers like anybody: no trace ties an account to an answer.
        actor.Who = "anonyme";
        var voter = await pseudonyms.Known(http, ct);
        if (await db.Answers.SingleOrDefaultAsync(a => a.Id == id && a.Voter == voter, ct) is not { } answer)
        {
            return TypedResults.NotFound();
        }

        if (form is null || !form.Into(answer, book, out var saysPurpose))
        {
            return TypedResults.BadRequest();
        }

        await verdicts.Ready(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        if (saysPurpose && !answer.OnGold && answer.RemovalId is null)
        {
            await verdicts.Settle(answer.GroupId, purposeAwaited: false, ct);
        }

        await transaction.CommitAsync(ct);
        return TypedResults.LocalRedirect(Addresses.More(Langs.Of(http.Request), id) + (saysPurpose ? "" : "?" + Done));
    }

    static async Task<TellMoreModel> Model(Answer answer, Lang l, bool done, AdsDb db, Progress progress, Publication publication, LawBook book, TimeProvider clock, CancellationToken ct)
    {
        var ad = await db.Ads.AsNoTracking().Where(a => a.Id == answer.AdId).Select(AdView.FromAd).SingleAsync(ct);
        var isShown = await db.Ads.Public().AnyAsync(a => a.Id == answer.AdId, ct);
        var country = await db.Groups.Where(g => g.Id == answer.GroupId).Select(g => g.Country).SingleAsync(ct);
        var day = ad.SeenOn ?? DateOnly.FromDateTime((ad.LastShownAt ?? ad.FirstShownAt ?? clock.GetUtcNow()).UtcDateTime);
        return new()
        {
            L = l, Answer = answer, Ad = isShown ? ad : null, Done = done, Given = await db.Answers.CountAsync(a => a.Voter == answer.Voter, ct), Totals = await progress.Of(db, publication, ct),
            Elections = [.. book.ElectionsNear(country, day).Select(e => (e.Id, e.Name.In(l)))],
        };
    }
}

public sealed record TellForm
{
    public string? Purpose { get; init; }
    public string? NamesSomebody { get; init; }
    public string? Election { get; init; }
    public string? Payer { get; init; }
    public string? Labelled { get; init; }

    /// <summary>False when something is not among what is offered: nothing is then changed.</summary>
    public bool Into(Answer answer, LawBook book, out bool saysPurpose)
    {
        saysPurpose = false;
        if (!Choice.IsOrEmpty<Purpose>(Purpose, out var purpose) || !Choice.IsOrEmpty<YesNo>(NamesSomebody, out var names) || !Choice.IsOrEmpty<PayerAnswer>(Payer, out var payer) || !Choice.IsOrEmpty<YesNo>(Labelled, out var labelled)
            || !(string.IsNullOrEmpty(Election) || Election is Law.Election.NoneOfThem or Law.Election.Another || book.Election(Election) is not null))
        {
            return false;
        }

        saysPurpose = purpose is not null;
        (answer.Purpose, answer.NamesSomebody, answer.Payer, answer.Labelled) = (purpose ?? answer.Purpose, names ?? answer.NamesSomebody, payer ?? answer.Payer, labelled ?? answer.Labelled);
        answer.Election = string.IsNullOrEmpty(Election) ? answer.Election : Election;
        return true;
    }
}

public sealed record TellMoreModel
{
    public required Lang L { get; init; }
    public required Answer Answer { get; init; }

    /// <summary>Null: it was hidden since.</summary>
    public required AdView? Ad { get; init; }

    /// <summary>Nothing more is asked.</summary>
    public required bool Done { get; init; }

    public required int Given { get; init; }
    public required Totals? Totals { get; init; }

    /// <summary>Identity and name of those that may be concerned.</summary>
    public required IReadOnlyList<(string Id, string Name)> Elections { get; init; }

    public bool AsksPurpose => Answer.Purpose is null && !Done;
    public bool AsksMore => Answer.Purpose is not null && !Done;
}
