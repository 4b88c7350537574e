using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Closing;

/// <summary>Ask that one's account be closed, or change one's mind before the day.</summary>
public static class CloseAccount
{
    public const string Path = "/compte/fermer";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (string? fait, [AsParameters] CloseAccountNeeds needs, CancellationToken ct) => View(needs, new(), fait, ct)).ForAnySignedIn();
        app.MapPost(Path, Ask).Does("compte.fermer").ForAnySignedIn().RequireRateLimiting(TriesLimit.Policy);
        app.MapPost(Path + "/annuler", Cancel).Does("compte.garder").ForAnySignedIn();
    }

    static async Task<IResult> Ask([FromForm] ProofForm? form, [AsParameters] CloseAccountNeeds needs, CancellationToken ct)
    {
        var errors = new Errors();
        var account = await needs.Db.Users.SingleAsync(a => a.Id == needs.Visitor.SignedIn.Id, ct);
        if (await needs.Db.Closures.AnyAsync(c => c.AccountId == account.Id && c.CancelledAt == null && c.DoneAt == null, ct))
        {
            return TypedResults.LocalRedirect(Path);
        }

        if (await needs.Db.ObstacleTo(account.Id, ct) is { } obstacle)
        {
            errors.Add("", obstacle.Label().TrimEnd('.'));
            return await View(needs, errors, null, ct);
        }

        if (!await Proves(account, form ?? new(), needs.Proof, errors, ct))
        {
            return await View(needs, errors, null, ct);
        }

        var closure = Closure.Ask(account.Id, needs.Clock.GetUtcNow(), Closure.Grace);
        needs.Db.Add(closure);
        needs.Outbox.Write(ClosingLetters.Asking(account, closure, needs.Site));
        await needs.Db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Path + "?fait=demande");
    }

    // Who has neither a password nor a code shows it by having just come in.
    static async Task<bool> Proves(Account account, ProofForm form, FreshProof proof, Errors errors, CancellationToken ct) =>
        (account is { PasswordHash: null, TwoFactorEnabled: false } && proof.IsFresh(account.Id)) || await proof.Takes(account, form, errors, ct);

    // The form has no field of its own; it is read so that its antiforgery token is checked.
    static async Task<IResult> Cancel([FromForm] IFormCollection form, [AsParameters] CloseAccountNeeds needs, CancellationToken ct)
    {
        var account = await needs.Db.Users.AsNoTracking().SingleAsync(a => a.Id == needs.Visitor.SignedIn.Id, ct);
        var open = await needs.Db.Closures.Where(c => c.AccountId == account.Id && c.CancelledAt == null && c.StartedAt == null).ToListAsync(ct);
        if (open.Count == 0)
        {
            return TypedResults.LocalRedirect(Path);
        }

        foreach (var closure in open)
        {
            closure.Cancel(needs.Clock.GetUtcNow());
        }

        needs.Outbox.Write(ClosingLetters.Cancelling(account, needs.Site));
        try
        {
            await needs.Db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The round has just begun: the page says so.
            return TypedResults.LocalRedirect(Path);
        }

        return TypedResults.LocalRedirect("/compte?fait=garde");
    }

    static async Task<IResult> View(CloseAccountNeeds needs, Errors errors, string? done, CancellationToken ct)
    {
        var id = needs.Visitor.SignedIn.Id;
        var account = await needs.Db.Users.AsNoTracking().SingleAsync(a => a.Id == id, ct);
        var closure = await needs.Db.Closures.AsNoTracking().Where(c => c.AccountId == id && c.CancelledAt == null && c.DoneAt == null).OrderBy(c => c.AskedAt).FirstOrDefaultAsync(ct);
        return Html.Form<CloseAccountPage, CloseAccountModel>(new()
        {
            Closure = closure,
            Obstacle = closure is null ? await needs.Db.ObstacleTo(id, ct) : closure.Obstacle,
            Email = account.Email!,
            Fields = ProofFieldsModel.Of(account, errors),
            IsProved = account is { PasswordHash: null, TwoFactorEnabled: false } && needs.Proof.IsFresh(id),
            Stays = Reasons(needs.Registers),
            JustAsked = string.Equals(done, "demande", StringComparison.Ordinal),
        }, errors);
    }

    // As each module declares it: the page promises no more than what is done.
    static IReadOnlyList<(string Treatment, IReadOnlyList<string> Reasons)> Reasons(IEnumerable<IRegister> registers) =>
        [.. registers.SelectMany(r => r.Treatments).GroupBy(t => t.Key, StringComparer.Ordinal).Select(g => g.First())
            .Select(t => (t.Name, (IReadOnlyList<string>)[.. t.Tables.Select(table => table.Because).OfType<string>().Distinct(StringComparer.Ordinal)]))
            .Where(t => t.Item2.Count > 0).OrderBy(t => t.Name, StringComparer.Ordinal)];
}

sealed record CloseAccountNeeds
{
    public required AccountsDb Db { get; init; }
    public required Visitor Visitor { get; init; }
    public required FreshProof Proof { get; init; }
    public required IEnumerable<IRegister> Registers { get; init; }
    public required Outbox Outbox { get; init; }
    public required SiteIdentity Site { get; init; }
    public required TimeProvider Clock { get; init; }
}

public sealed record CloseAccountModel
{
    /// <summary>The one that is asked; null when none is.</summary>
    public required Closure? Closure { get; init; }
    public required Obstacle? Obstacle { get; init; }
    public required string Email { get; init; }
    public required ProofFieldsModel Fields { get; init; }

    /// <summary>Whether nothing is to be typed.</summary>
    public required bool IsProved { get; init; }

    /// <summary>What stays, by treatment, with its reasons.</summary>
    public required IReadOnlyList<(string Treatment, IReadOnlyList<string> Reasons)> Stays { get; init; }
    public required bool JustAsked { get; init; }
}
