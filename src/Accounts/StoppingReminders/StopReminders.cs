using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.StoppingReminders;

/// <summary>Receive no more reminders: by the link of one, without signing in, by the mail program itself, or from one's account; and receive them again.</summary>
public static class StopReminders
{
    const string Path = "/rappels/{token}";

    public static void Map(IEndpointRouteBuilder app)
    {
        // Reading a link changes nothing: mail programs open links by themselves.
        app.MapGet(Path, (string token, Outbox outbox) => outbox.WhoStops(token) is null ? OpenLinks.Gone() : View(token, done: false)).ForEveryone().RequireRateLimiting(TriesLimit.Policy);
        app.MapPost(Path, Press).Does("rappels.arreter").ForEveryone().RequireRateLimiting(TriesLimit.Policy);

        // RFC 8058: pressed by a mail program, which has no form of ours. The token says who; nothing else can be done with it.
        app.MapPost("/api" + Path, (string token, AccountsDb db, Outbox outbox, TimeProvider clock, CancellationToken ct) => Stop(token, db, outbox, clock, () => TypedResults.Ok(), () => TypedResults.NotFound(), ct))
            .Does("rappels.arreter").ForEveryone().RequireRateLimiting(TriesLimit.Policy).ExcludeFromDescription();
        app.MapPost("/compte/rappels", Change).Does("rappels.choisir").ForAnySignedIn();
    }

    static Task<IResult> Press(string token, [FromForm] IFormCollection form, AccountsDb db, Outbox outbox, TimeProvider clock, CancellationToken ct) =>
        Stop(token, db, outbox, clock, () => View(token, done: true), OpenLinks.Gone, ct);

    static async Task<IResult> Stop(string token, AccountsDb db, Outbox outbox, TimeProvider clock, Func<IResult> done, Func<IResult> gone, CancellationToken ct)
    {
        if (outbox.WhoStops(token) is not { } id || !await db.Users.AnyAsync(a => a.Id == id, ct))
        {
            return gone();
        }

        await Refuse(id, db, clock, ct);
        return done();
    }

    static async Task<IResult> Change([FromForm] RemindersForm? form, AccountsDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var id = visitor.SignedIn.Id;
        if (string.Equals(form?.Wanted, "non", StringComparison.Ordinal))
        {
            await Refuse(id, db, clock, ct);
        }
        else if (await db.ReminderRefusals.SingleOrDefaultAsync(r => r.AccountId == id, ct) is { } refusal)
        {
            db.Remove(refusal);
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.LocalRedirect("/compte?fait=rappels");
    }

    static async Task Refuse(Guid id, AccountsDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.ReminderRefusals.AnyAsync(r => r.AccountId == id, ct))
        {
            return;
        }

        db.Add(new ReminderRefusal { AccountId = id, At = clock.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Pressed twice at once: there is one row, as wanted.
        }
    }

    static IResult View(string token, bool done) => Html.View<StopRemindersPage, StopRemindersModel>(new(token, done));
}

public sealed record RemindersForm
{
    public string? Wanted { get; init; }
}

public sealed record StopRemindersModel(string Token, bool Done);
