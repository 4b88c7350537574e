using System.Text.Json;
using Beffroi.Bots.Keeping;

namespace Beffroi.Bots.Networks;

/// <summary>What stands in the JSON of a post besides what every network has: totals, hashtags, its lasting address.</summary>
static class PostFacts
{
    /// <summary>Totals of Mastodon or of X; those that are not given are null.</summary>
    public static PostCounts Counts(JsonElement post)
    {
        var from = post.TryGetProperty("public_metrics", out var metrics) && metrics.ValueKind is JsonValueKind.Object ? metrics : post;
        return new(Count(from, "favourites_count", "like_count"), Count(from, "reblogs_count", "retweet_count"), Count(from, "quotes_count", "quote_count"), Count(from, "replies_count", "reply_count"));
    }

    /// <summary>Hashtags that Mastodon lists; null where it lists none of the sort.</summary>
    public static IReadOnlyList<string>? Tags(JsonElement status) =>
        status.TryGetProperty("tags", out var tags) && tags.ValueKind is JsonValueKind.Array ? [.. tags.EnumerateArray().Take(100).Select(t => Text(t, "name")).OfType<string>()] : null;

    public static string? Text(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? Safe(value) : null;

    static long? Count(JsonElement of, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (of.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var count) && count >= 0)
            {
                return count;
            }
        }

        return null;
    }

    // Bytes or escapes that are no text.
    static string? Safe(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Null for what is no JSON object.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
