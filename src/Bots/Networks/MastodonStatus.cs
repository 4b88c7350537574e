using System.Text.Json;
using Beffroi.Bots.Keeping;
using Beffroi.Detection;

namespace Beffroi.Bots.Networks;

/// <summary>A status of Mastodon as a post that means the same on every instance: named by its address, its author by name and host.</summary>
/// <param name="LocalId">Its number on the instance that was asked.</param>
/// <param name="Post">Null where the instance sent no public post.</param>
sealed record MastodonStatus(string? LocalId, IncomingPost? Post)
{
    /// <param name="host">The instance that was asked.</param>
    public static MastodonStatus? Read(ReadOnlyMemory<byte> json, string host, MessageReader reader)
    {
        using var document = PostFacts.Parse(json);
        if (document is null || reader.Posts(json.Span).Select(s => s.Value).FirstOrDefault(p => p is not null) is not { } post)
        {
            return null;
        }

        var status = document.RootElement;
        var author = reader.Accounts(json.Span).Select(s => s.Value?.Account).LastOrDefault(a => string.Equals(a?.Id, post.AccountId, StringComparison.Ordinal));
        if (author?.Handle is not { Length: > 0 } handle || PostFacts.Text(status, "visibility") is not (null or "public" or "unlisted"))
        {
            return new(post.Id, null);
        }

        var address = Full(handle, host);
        author = author with { Id = address, Handle = address };
        return new(post.Id, new()
        {
            Network = Network.Mastodon,
            LocalName = LocalName.Of(host, post.Id),
            Post = post with
            {
                Id = PostFacts.Text(status, "uri") ?? $"https://{host}/statuses/{post.Id}",
                AccountId = address,
                ReplyTo = post.ReplyTo is { } parent ? $"https://{host}/statuses/{parent}" : null,
                QuoteOf = status.TryGetProperty("quote", out var quote) && quote.ValueKind is JsonValueKind.Object && quote.TryGetProperty("quoted_status", out var quoted) ? PostFacts.Text(quoted, "uri") : post.QuoteOf,
                RepostOf = status.TryGetProperty("reblog", out var reblog) ? PostFacts.Text(reblog, "uri") : null,
            },
            Author = author,
            Counts = PostFacts.Counts(status),
            Hashtags = PostFacts.Tags(status),
        });
    }

    /// <summary>Name and host, in lower case: people of the instance itself are given without it.</summary>
    public static string Full(string handle, string host) => (handle.Contains('@', StringComparison.Ordinal) ? handle : $"{handle}@{host}").ToLowerInvariant();
}
