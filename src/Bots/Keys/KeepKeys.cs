using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Keys;

/// <summary>Keys of the API of an organisation: referents make and revoke them. A key is shown once, in the answer that makes it; its hash alone is kept.</summary>
public static class KeepKeys
{
    public const int Most = 20;
    const int MostDaily = 100_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Keys(l), (HttpRequest request, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct) => View(Langs.Of(request), new(), new(), null, db, at, clock, ct)).ForAnalysts();
            app.MapPost(Addresses.Keys(l), Make).Does("robots.creer-cle").ForAnalysts();
            app.MapPost(Addresses.Keys(l) + "/{id:guid}", Revoke).Does("robots.revoquer-cle").ForAnalysts().RequireAntiforgery();
        }
    }

    static async Task<IResult> Make([FromForm] KeyForm? form, HttpContext http, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct)
    {
        var (l, errors, now, today) = (Langs.Of(http.Request), new Errors(), clock.GetUtcNow(), clock.Today());
        if (!at.Analyst.IsReferent)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        form ??= new();
        var typed = new Typed(l, errors);
        var name = typed.Line(nameof(KeyForm.Name), form.Name, 3, ApiKey.NameMaxLength);
        var daily = typed.Whole(nameof(KeyForm.DailyAccounts), form.DailyAccounts, 1, MostDaily);
        var until = typed.Day(nameof(KeyForm.ExpiresOn), form.ExpiresOn, today, today.AddYears(1));
        if (await db.Keys.CountAsync(k => k.OrganisationId == at.Organisation && k.RevokedAt == null && k.ExpiresOn >= today, ct) >= Most)
        {
            errors.Add("", l.Say($"{Most} clés en vigueur au plus : révoquez-en une", $"At most {Most} keys in force: revoke one"));
        }

        if (errors.Any)
        {
            return await View(l, form, errors, null, db, at, clock, ct);
        }

        var secret = KeySecret.New();
        db.Add(new ApiKey { Id = Guid.CreateVersion7(now), OrganisationId = at.Organisation, Name = name, Start = KeySecret.StartOf(secret), Hash = KeySecret.HashOf(secret), DailyAccounts = daily, CreatedAt = now, CreatedBy = at.Analyst.AccountId, ExpiresOn = until });
        await db.SaveChangesAsync(ct);
        http.Response.Headers.CacheControl = "no-store";
        return await View(l, new(), new(), secret, db, at, clock, ct);
    }

    static async Task<IResult> Revoke(Guid id, HttpRequest request, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct)
    {
        if (!at.Analyst.IsReferent)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await db.Keys.SingleOrDefaultAsync(k => k.Id == id && k.OrganisationId == at.Organisation, ct) is not { } key)
        {
            return TypedResults.NotFound();
        }

        key.RevokedAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Keys(Langs.Of(request)));
    }

    static async Task<IResult> View(Lang l, KeyForm form, Errors errors, string? secret, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct)
    {
        var today = clock.Today();
        var rows = await db.Keys.AsNoTracking().Where(k => k.OrganisationId == at.Organisation).OrderBy(k => k.RevokedAt != null).ThenByDescending(k => k.CreatedAt).Take(100)
            .Select(k => new KeyRow(k.Id, k.Name, k.Start, k.DailyAccounts, k.ExpiresOn, k.RevokedAt, db.Reuses.Where(r => r.KeyId == k.Id && r.Day == today).Sum(r => r.Accounts))).ToListAsync(ct);
        return Html.Form<KeysPage, KeysModel>(new(l, rows, form, errors, secret, at.Analyst.IsReferent, today), errors);
    }
}

public sealed record KeyForm
{
    public string? Name { get; init; }
    public string? DailyAccounts { get; init; } = "5000";
    public string? ExpiresOn { get; init; }
}

public sealed record KeyRow(Guid Id, string Name, string Start, int DailyAccounts, DateOnly ExpiresOn, DateTimeOffset? RevokedAt, int Today);

/// <param name="Secret">Just made: shown this once.</param>
public sealed record KeysModel(Lang L, IReadOnlyList<KeyRow> Rows, KeyForm Form, Errors Errors, string? Secret, bool IsReferent, DateOnly Today);
