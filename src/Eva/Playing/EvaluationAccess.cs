using Beffroi.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Beffroi.Eva.Playing;

/// <summary>Opens one evaluation to the browser, or program, that holds its token.</summary>
public sealed class EvaluationAccess(IHttpContextAccessor accessor, EvaDb db, IHostEnvironment environment, Actor actor, Forgetting forgetting)
{
    /// <summary>How long a browser may come back without typing a code again.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromHours(12);

    HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("An evaluation is opened by a request.");

    // The __Host- prefix needs https, which a developer's machine does without.
    string CookieName => environment.IsDevelopment() ? "eva" : "__Host-eva";

    public void Grant(Guid evaluationId, string token) =>
        Http.Response.Cookies.Append(CookieName, $"{evaluationId:N}.{token}", new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = !environment.IsDevelopment() || Http.Request.IsHttps,
            Path = "/",
            MaxAge = Kept,
            IsEssential = true,
        });

    public void Forget() => Http.Response.Cookies.Delete(CookieName, new() { Path = "/", Secure = !environment.IsDevelopment() || Http.Request.IsHttps });

    /// <summary>The evaluation of this request, with its campaign and person; null when there is none, or when a foreign page could have sent it.</summary>
    public async Task<Evaluation?> Open(CancellationToken ct)
    {
        if (Presented() is not { } presented)
        {
            return null;
        }

        var found = await db.Evaluations.Include(e => e.Campaign).Include(e => e.Beneficiary).Include(e => e.Runs).Include(e => e.Background)
            .AsSplitQuery().SingleOrDefaultAsync(e => e.Id == presented.Id, ct);
        if (found?.Holds(presented.Token) != true || await IsGone(found, ct))
        {
            return null;
        }

        actor.Who = $"evaluation:{found.Id}";
        return found;
    }

    /// <summary>The same, with what the person said to the optional questions of her campaign.</summary>
    public async Task<Evaluation?> OpenToAsk(CancellationToken ct)
    {
        if (await Open(ct) is not { } evaluation)
        {
            return null;
        }

        await db.Entry(evaluation).Collection(e => e.SelfAnswers).LoadAsync(ct);
        await db.Entry(evaluation).Collection(e => e.HealthAnswers).LoadAsync(ct);
        return evaluation;
    }

    /// <summary>The same, for the evaluation that the address names.</summary>
    public async Task<Evaluation?> Open(Guid id, CancellationToken ct) =>
        await Open(ct) is { } evaluation && evaluation.Id == id ? evaluation : null;

    /// <summary>The evaluation that somebody plays, or played, alone under this code; null when there is none any more.</summary>
    public async Task<Evaluation?> FindAlone(string code, CancellationToken ct)
    {
        var hash = SpokenCode.Hash(code);
        return await db.Evaluations.SingleOrDefaultAsync(e => e.Alone!.CodeHash == hash, ct) is { } found && !await IsGone(found, ct) ? found : null;
    }

    /// <summary>What the person types to come back. Alone, only the browser that began can be told it: null on another, which had it typed.</summary>
    public string? PersonalCode(Evaluation evaluation) =>
        evaluation.Alone is not { } alone ? evaluation.Beneficiary?.Code
        : Secret is { } secret && AlonePlay.CodeOf(secret) is var code && SpokenCode.Hash(code).AsSpan().SequenceEqual(alone.CodeHash) ? code : null;

    /// <summary>The token that this request holds.</summary>
    public string? Secret => Presented()?.Token;

    /// <summary>Past its day: the night's work may not have come by yet.</summary>
    async Task<bool> IsGone(Evaluation evaluation, CancellationToken ct)
    {
        if (!forgetting.IsDue(evaluation))
        {
            return false;
        }

        await forgetting.Forget(evaluation.Id, ForgettingReason.Expired, ct);
        return true;
    }

    (Guid Id, string Token)? Presented()
    {
        var header = Http.Request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return Split(header["Bearer ".Length..].Trim());
        }

        // A cookie is sent by the browser whatever page asks: a header that only our own script can add tells the two apart.
        var writes = Http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && !HttpMethods.IsGet(Http.Request.Method);
        return Http.Request.Cookies[CookieName] is { } cookie && (!writes || Http.Request.Headers.ContainsKey("X-Eva")) ? Split(cookie) : null;
    }

    static (Guid, string)? Split(string value) =>
        value.Split('.', 2) is [var id, var token] && Guid.TryParseExact(id, "N", out var guid) ? (guid, token) : null;
}
