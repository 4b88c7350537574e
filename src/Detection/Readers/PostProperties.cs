using System.Text.Json;

namespace Beffroi.Detection;

/// <summary>The properties of a post in JSON.</summary>
static class PostProperties
{
    public static void Read(ref Utf8JsonReader reader, PostName name, PostDraft draft)
    {
        switch (name)
        {
            case PostName.Id: draft.Id ??= JsonValue.Id(ref reader, draft, "id"); break;
            case PostName.IdText: draft.Id = JsonValue.Id(ref reader, draft, "id_str") ?? draft.Id; break;
            // Mastodon's own address of a post stands beside its number; Bluesky has the address only.
            case PostName.Uri: draft.Id ??= JsonValue.Id(ref reader, draft, "uri"); break;
            case PostName.Did: draft.Did = JsonValue.Id(ref reader, draft, "did"); break;
            case PostName.Author: draft.AccountId = Inner(ref reader, draft, "id_str", "did", "id") ?? draft.AccountId; break;
            case PostName.AuthorId: draft.AccountId = JsonValue.Id(ref reader, draft, "author_id"); break;
            case PostName.CreatedAt: draft.CreatedAt = JsonValue.Instant(ref reader, draft, "created_at"); break;
            case PostName.SeenMicros or PostName.SeenAt: draft.SeenAt = JsonValue.Instant(ref reader, draft, "time"); break;
            case PostName.Text: draft.Text = Longest(draft.Text, JsonValue.Text(ref reader, draft, "text")); break;
            case PostName.Content: Content(ref reader, draft); break;
            case PostName.Language: draft.Language = JsonValue.Text(ref reader, draft, "lang"); break;
            case PostName.Languages: draft.Language = First(ref reader) ?? draft.Language; break;
            case PostName.Source: draft.Source = JsonValue.Text(ref reader, draft, "source") is { } source ? MarkedText.Plain(source) : null; break;
            case PostName.Application: draft.Source = Inner(ref reader, draft, "name") ?? draft.Source; break;
            case PostName.Repost: draft.RepostOf = Inner(ref reader, draft, "id_str", "id"); break;
            case PostName.Subject: draft.RepostOf = Inner(ref reader, draft, "uri"); break;
            case PostName.ReplyTo: draft.ReplyTo = JsonValue.Id(ref reader, draft, "in_reply_to"); break;
            case PostName.Reply: draft.ReplyTo = Parent(ref reader, draft); break;
            case PostName.QuoteId: draft.QuoteOf = JsonValue.Id(ref reader, draft, "quoted_status_id_str"); break;
            case PostName.References: References(ref reader, draft); break;
            case PostName.Entities or PostName.Facets: Addresses(ref reader, draft); break;
            case PostName.Embed: Embed(ref reader, draft); break;
            case PostName.Collection: draft.Collection = JsonValue.Text(ref reader, draft, "collection"); break;
            case PostName.Key: draft.Key = JsonValue.Text(ref reader, draft, "rkey"); break;
            case PostName.Operation: draft.Operation = JsonValue.Text(ref reader, draft, "operation"); break;
            default: reader.Skip(); break;
        }
    }

    /// <summary>A post cut at 140 characters stands beside its whole text.</summary>
    static string? Longest(string? one, string? other) => (one?.Length ?? -1) > (other?.Length ?? -1) ? one : other;

    static void Content(ref Utf8JsonReader reader, PostDraft draft)
    {
        if (JsonValue.Text(ref reader, draft, "content") is { } html)
        {
            draft.Text = MarkedText.Plain(html);
            draft.Urls = [.. MarkedText.Links(html)];
        }
    }

    /// <summary>One property of an object, the first of <paramref name="names"/> that it has; null for anything else than an object.</summary>
    static string? Inner(ref Utf8JsonReader reader, PostDraft draft, params ReadOnlySpan<string> names)
    {
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        var (best, found) = (names.Length, (string?)null);
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var rank = 0;
            while (rank < names.Length && !reader.ValueTextEquals(names[rank]))
            {
                rank++;
            }

            reader.Read();
            if (rank < best && JsonValue.Id(ref reader, draft, names[rank]) is { } id)
            {
                (best, found) = (rank, id);
            }
            else
            {
                reader.Skip();
            }
        }

        return found;
    }

    static string? Parent(ref Utf8JsonReader reader, PostDraft draft)
    {
        string? parent = null;
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var isParent = reader.ValueTextEquals("parent"u8);
            reader.Read();
            if (isParent)
            {
                parent = Inner(ref reader, draft, "uri");
            }
            else
            {
                reader.Skip();
            }
        }

        return parent;
    }

    static string? First(ref Utf8JsonReader reader)
    {
        string? first = null;
        if (reader.TokenType is JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            {
                first ??= reader.TokenType is JsonTokenType.String && JsonValue.TryText(ref reader, out var text) ? text : null;
                reader.Skip();
            }
        }

        reader.Skip();
        return first;
    }

    /// <summary>X API v2: what a post repeats, answers or quotes.</summary>
    static void References(ref Utf8JsonReader reader, PostDraft draft)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            if (reader.TokenType is not JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            string? type = null, id = null;
            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                var (isType, isId) = (reader.ValueTextEquals("type"u8), reader.ValueTextEquals("id"u8));
                reader.Read();
                if (isType)
                {
                    type = JsonValue.Text(ref reader, draft, "type");
                }
                else if (isId)
                {
                    id = JsonValue.Id(ref reader, draft, "id");
                }
                else
                {
                    reader.Skip();
                }
            }

            (draft.RepostOf, draft.ReplyTo, draft.QuoteOf) = type switch
            {
                "retweeted" => (id, draft.ReplyTo, draft.QuoteOf),
                "replied_to" => (draft.RepostOf, id, draft.QuoteOf),
                "quoted" => (draft.RepostOf, draft.ReplyTo, id),
                _ => (draft.RepostOf, draft.ReplyTo, draft.QuoteOf),
            };
        }
    }

    /// <summary>The links of a post: of <c>entities.urls</c> the longest form of each, of Bluesky's facets every <c>uri</c> on the web.</summary>
    static void Addresses(ref Utf8JsonReader reader, PostDraft draft)
    {
        draft.Urls ??= [];
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            reader.Skip();
            return;
        }

        // Expanded, then unwound: the second replaces the first of the same link.
        var (depth, mark, expanded) = (reader.CurrentDepth, 0, -1);
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType is JsonTokenType.StartObject)
            {
                expanded = -1;
            }
            else if (reader.TokenType is JsonTokenType.PropertyName)
            {
                mark = reader.ValueTextEquals("expanded_url"u8) || reader.ValueTextEquals("uri"u8) ? 1 : reader.ValueTextEquals("unwound_url"u8) ? 2 : reader.ValueTextEquals("media"u8) ? 3 : 0;
            }
            else if (mark is 1 or 2 && reader.TokenType is JsonTokenType.String && JsonValue.TryText(ref reader, out var url) && url.StartsWith("http", StringComparison.Ordinal))
            {
                if (expanded < 0)
                {
                    draft.Urls.Add(url);
                    expanded = draft.Urls.Count - 1;
                }
                else if (mark == 2)
                {
                    draft.Urls[expanded] = url;
                }
            }
            else if (mark == 3)
            {
                reader.Skip();
            }
        }

        if (draft.Urls.Count > 1)
        {
            draft.Urls = [.. draft.Urls.Distinct(StringComparer.Ordinal)];
        }
    }

    /// <summary>Bluesky: what a post carries, a quoted post or a link.</summary>
    static void Embed(ref Utf8JsonReader reader, PostDraft draft)
    {
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        var (depth, isUri) = (reader.CurrentDepth, false);
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (isUri && reader.TokenType is JsonTokenType.String && JsonValue.TryText(ref reader, out var uri))
            {
                if (uri.StartsWith("at://", StringComparison.Ordinal))
                {
                    draft.QuoteOf ??= uri;
                }
                else if (uri.StartsWith("http", StringComparison.Ordinal))
                {
                    (draft.Urls ??= []).Add(uri);
                }
            }

            isUri = reader.TokenType is JsonTokenType.PropertyName && reader.ValueTextEquals("uri"u8);
        }
    }
}
