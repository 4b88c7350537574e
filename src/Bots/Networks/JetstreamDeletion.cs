using System.Text.Json;

namespace Beffroi.Bots.Networks;

/// <summary>That somebody deleted a post or a repost of theirs, in a message of Jetstream, both versions.</summary>
static class JetstreamDeletion
{
    /// <summary>The identifier of what was deleted; null: the message says nothing of the sort.</summary>
    public static string? Of(ReadOnlyMemory<byte> message)
    {
        // Nearly no message is one: the others are not read for it.
        if (message.Span.IndexOf("\"delete\""u8) < 0)
        {
            return null;
        }

        using var document = PostFacts.Parse(message);
        if (document is not { RootElement: { ValueKind: JsonValueKind.Object } root })
        {
            return null;
        }

        var said = Inside(root, "payload");
        var commit = Inside(said, "commit");
        // Under the identifier of whoever says it: nobody deletes what is another's.
        return PostFacts.Text(commit, "operation") is "delete" && PostFacts.Text(commit, "collection") is ("app.bsky.feed.post" or "app.bsky.feed.repost") and var collection
            && PostFacts.Text(said, "did") is { } did && PostFacts.Text(commit, "rkey") is { } key ? $"at://{did}/{collection}/{key}" : null;
    }

    static JsonElement Inside(JsonElement of, string name) => of.TryGetProperty(name, out var inner) && inner.ValueKind is JsonValueKind.Object ? inner : of;
}
