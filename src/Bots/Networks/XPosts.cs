using System.Text.Json;
using Beffroi.Bots.Keeping;
using Beffroi.Detection;

namespace Beffroi.Bots.Networks;

/// <summary>The posts of a message or a page of X API v2, with their authors and totals.</summary>
sealed class XPosts(Matching matching)
{
    public const string Fields = "tweet.fields=id,text,author_id,created_at,lang,public_metrics,referenced_tweets,entities,source&expansions=author_id"
        + "&user.fields=id,name,username,created_at,description,location,url,protected,verified,profile_image_url,public_metrics";

    readonly MessageReader _reader = new(new() { Network = Network.Twitter });

    /// <summary>Null: not a post, nor a page of them.</summary>
    /// <param name="asked">Whether X itself found them: they are kept even if its way of finding is not quite ours.</param>
    public Arrival? Read(ReadOnlyMemory<byte> json, bool asked)
    {
        using var document = PostFacts.Parse(json);
        if (document is not { RootElement.ValueKind: JsonValueKind.Object } || !document.RootElement.TryGetProperty("data", out var data))
        {
            return null;
        }

        var authors = _reader.Accounts(json.Span).Select(s => s.Value?.Account).OfType<Account>().DistinctBy(a => a.Id, StringComparer.Ordinal).ToDictionary(a => a.Id, StringComparer.Ordinal);
        var facts = (data.ValueKind is JsonValueKind.Array ? data.EnumerateArray().AsEnumerable() : [data])
            .Where(p => PostFacts.Text(p, "id") is not null).DistinctBy(p => PostFacts.Text(p, "id"), StringComparer.Ordinal).ToDictionary(p => PostFacts.Text(p, "id")!, StringComparer.Ordinal);
        List<IncomingPost> found = [];
        var broken = 0;
        foreach (var step in _reader.Posts(json.Span))
        {
            broken += step.Problem is { Weight: ProblemWeight.Record } ? 1 : 0;
            if (step.Value is not { } post || !facts.TryGetValue(post.Id, out var fact))
            {
                continue;
            }

            var author = authors.GetValueOrDefault(post.AccountId);
            var term = matching.Find(post, author?.Handle, null) ?? (asked && matching.Terms.Terms is [var first, ..] ? (Guid?)first.Id : null);
            if (term is { } known)
            {
                found.Add(new() { Network = Network.Twitter, Post = post, Author = author, Counts = PostFacts.Counts(fact), TermId = known });
            }
        }

        return new() { Posts = found, Read = facts.Count, Broken = broken };
    }
}
