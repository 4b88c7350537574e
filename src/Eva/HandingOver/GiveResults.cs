using Beffroi.Eva.Playing;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.HandingOver;

/// <summary>A person who played alone makes a code for an adviser, cancels it, makes another.</summary>
public static class GiveResults
{
    const string Address = "/eva/seul/donner";

    public static void Map(IEndpointRouteBuilder eva)
    {
        eva.MapGet("/seul/donner", Show).ForEveryone();
        eva.MapPost("/seul/donner", Make).Does("seul.donner").ForEveryone().RequireRateLimiting(EvaModule.CodeLimit);
        eva.MapPost("/seul/donner/annuler", Cancel).RequireAntiforgery().Does("seul.reprendre_code").ForEveryone();
    }

    static async Task<IResult> Show(EvaluationAccess access, EvaDb db, TimeProvider clock, CancellationToken ct) =>
        await Mine(access, ct) is not { } evaluation
            ? TypedResults.LocalRedirect("~/eva/suite")
            : View(null, (await Code(db, evaluation.Id, clock, ct))?.ExpiresAt);

    static async Task<IResult> Make([FromForm] GiveForm? form, EvaluationAccess access, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await Mine(access, ct) is not { } evaluation)
        {
            return TypedResults.LocalRedirect("~/eva/suite");
        }

        var asked = form?.Once is { Length: Evaluation.TokenLength } once ? once : Evaluation.NewToken();
        var (code, hash) = await Free(db, evaluation.Id, access.Secret!, asked, ct);
        var kept = await db.HandOverCodes.SingleOrDefaultAsync(c => c.EvaluationId == evaluation.Id, ct);
        if (kept is null)
        {
            kept = new() { EvaluationId = evaluation.Id, Hash = hash, MadeAt = clock.GetUtcNow(), ExpiresAt = clock.GetUtcNow().AddDays(HandOverCode.Days) };
            db.Add(kept);
        }
        else if (!kept.Hash.AsSpan().SequenceEqual(hash))
        {
            kept.Remake(hash, clock.GetUtcNow());
        }

        evaluation.Alone!.Touch(clock.GetUtcNow());
        var expires = kept.ExpiresAt;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // The same form sent twice makes the same code: the other one has kept it. Anything else is another try.
            db.ChangeTracker.Clear();
            if (await Code(db, evaluation.Id, clock, ct) is not { } other || !other.Hash.AsSpan().SequenceEqual(hash))
            {
                return TypedResults.LocalRedirect("~" + Address);
            }
        }

        return View(code, expires);
    }

    static async Task<IResult> Cancel(EvaluationAccess access, EvaDb db, CancellationToken ct)
    {
        if (await Mine(access, ct) is not { } evaluation)
        {
            return TypedResults.LocalRedirect("~/eva/suite");
        }

        if (await db.HandOverCodes.SingleOrDefaultAsync(c => c.EvaluationId == evaluation.Id, ct) is { } code)
        {
            db.Remove(code);
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Cancelled, or used, a moment ago: the page says which.
                db.ChangeTracker.Clear();
            }
        }

        return TypedResults.LocalRedirect("~" + Address);
    }

    /// <summary>Finished, alone and not given yet: there is nothing to hand over otherwise.</summary>
    static async Task<Evaluation?> Mine(EvaluationAccess access, CancellationToken ct) =>
        await access.Open(ct) is { Alone: not null, CampaignId: null, FinishedAt: not null } evaluation ? evaluation : null;

    static Task<HandOverCode?> Code(EvaDb db, Guid evaluation, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.HandOverCodes.AsNoTracking().SingleOrDefaultAsync(c => c.EvaluationId == evaluation && c.ExpiresAt > now, ct);
    }

    // Two people's codes are the same once in millions; the second then gets the next one.
    static async Task<(string Code, byte[] Hash)> Free(EvaDb db, Guid evaluation, string secret, string form, CancellationToken ct)
    {
        for (var turn = 0; ; turn++)
        {
            var code = HandOverCode.CodeOf(secret, $"{form} {turn}");
            var hash = SpokenCode.Hash(code);
            if (!await db.HandOverCodes.AnyAsync(c => c.Hash == hash && c.EvaluationId != evaluation, ct))
            {
                return (code, hash);
            }
        }
    }

    static IResult View(string? code, DateTimeOffset? expires) => Html.View<GiveResultsPage, GiveResultsModel>(new(Evaluation.NewToken(), code, expires));
}

public sealed record GiveForm
{
    /// <summary>Drawn when the form is shown: sent twice, it makes one code.</summary>
    public string? Once { get; init; }
}

/// <param name="Code">Right after it was made, and never again.</param>
/// <param name="Expires">Of the code that is good now; null when there is none.</param>
public sealed record GiveResultsModel(string Once, string? Code, DateTimeOffset? Expires);
