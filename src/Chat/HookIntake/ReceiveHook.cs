using System.Text.Json;
using Beffroi.Chat.Rules.Webhooks;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.HookIntake;

/// <summary>An outside program posts into the room of its webhook, as programs written for Mattermost and Slack do, and is answered as they answer.</summary>
public static class ReceiveHook
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Addresses.Hook, Receive).Does("discussion.webhook.recevoir").ForEveryone().RequireRateLimiting(HookLimit.Policy).ExcludeFromDescription();

    static async Task<IResult> Receive(string secret, HttpRequest request, ChatDb db, Scopes scopes, Seats seats, Posting posting, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var hash = HookSecret.Hash(secret);
        // Unknown and stopped are the same answer, and so it is where whoever made it has left, or no longer enters the room.
        if (secret.Length > 200 || await db.IncomingHooks.SingleOrDefaultAsync(h => h.SecretHash == hash && h.StoppedAt == null && db.Rooms.Any(r => r.Id == h.RoomId && r.ClosedAt == null), ct) is not { } hook
            || await seats.Of(hook.AddedBy, ct) is not { } maker || !await scopes.RoomsOf(maker.Reader).AnyAsync(r => r.Id == hook.RoomId, ct))
        {
            return Unknown();
        }

        var body = await Read(request, ct);
        var reading = IncomingHook.Read(request.ContentType, body);
        if (reading is not HookReading.Read read)
        {
            return reading is HookReading.Refused { } refused ? Refused(refused.Status, refused.Why.English) : throw new InvalidOperationException("A reading is one of two kinds.");
        }

        actor.Who = $"webhook:{hook.Id}";
        var now = clock.GetUtcNow();
        hook.UsedAt = now;
        var posted = await posting.Post(
            new NewMessage
            {
                Id = Guid.CreateVersion7(now),
                RoomId = hook.RoomId,
                Origin = MessageOrigin.Hook,
                Source = Named(hook, read.Message),
                Text = CleanText.Cleaned(read.Message.Text.Length > 0 ? read.Message.Text : Fallback(read.Message)),
                Card = read.Message.Attachments.Count > 0 ? new MessageCard { Attachments = [.. read.Message.Attachments.Select(Cleaned)] }.Write() : null,
            },
            ct);
        return posted is null ? Unknown() : TypedResults.Text("ok", "text/plain; charset=utf-8");
    }

    static IResult Unknown() => Refused(StatusCodes.Status401Unauthorized, "The token of this webhook is not known here.");

    static HookAttachment Cleaned(HookAttachment a) => a with
    {
        Fallback = Cleaned(a.Fallback),
        Before = Cleaned(a.Before),
        Author = Cleaned(a.Author),
        Title = Cleaned(a.Title),
        Text = Cleaned(a.Text),
        Footer = Cleaned(a.Footer),
        Fields = [.. a.Fields.Select(f => f with { Title = CleanText.Cleaned(f.Title), Value = CleanText.Cleaned(f.Value) })],
    };

    static string? Cleaned(string? text) => text is null ? null : CleanText.Cleaned(text);

    // The name that the program gives itself stands beside that of the webhook, never instead.
    static string Named(RoomHook hook, HookMessage message)
    {
        var name = message.UserName is { } own && !string.Equals(own, hook.Name, StringComparison.Ordinal) ? $"{hook.Name} ({own})" : hook.Name;
        name = CleanText.Cleaned(name);
        return name.Length <= Message.SourceMaxLength ? name : name[..(Message.SourceMaxLength - 1)] + "…";
    }

    // For search and letters, which read the text alone.
    static string Fallback(HookMessage message) => message.Attachments[0] is var first ? first.Fallback ?? first.Title ?? first.Before ?? "" : "";

    // A byte more than the limit is enough to know.
    static async Task<ReadOnlyMemory<byte>> Read(HttpRequest request, CancellationToken ct)
    {
        var bytes = new byte[HookLimits.Body + 1];
        var read = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return bytes.AsMemory(0, read);
    }

    /// <summary>As Mattermost says what is wrong; programs for Slack look at the status.</summary>
    static IResult Refused(int status, string why) =>
        TypedResults.Text(JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal) { ["message"] = why, ["status_code"] = status }), "application/json; charset=utf-8", statusCode: status);
}
