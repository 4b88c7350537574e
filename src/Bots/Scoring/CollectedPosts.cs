using System.Text.Json;
using Beffroi.Detection;

namespace Beffroi.Bots.Scoring;

public static class CollectedPosts
{
    /// <summary>The post as Detection reads it.</summary>
    /// <param name="post">As it was kept.</param>
    /// <param name="account">How its author is called: the identifier of its network, or ours.</param>
    public static Post AsPost(this CollectedPost post, string account) => new()
    {
        Id = post.NativeId,
        AccountId = account,
        CreatedAt = post.At,
        Text = post.Text,
        Language = post.Language,
        RepostOf = post.Kind is PostKind.Repost ? post.TargetId : null,
        QuoteOf = post.Kind is PostKind.Quote ? post.TargetId : null,
        ReplyTo = post.ReplyTo,
        Source = post.Program,
        Urls = Strings(post.Links),
        MediaHashes = Strings(post.Media),
    };

    /// <summary>A list as it is kept in a row; null: not given.</summary>
    public static IReadOnlyList<string>? Strings(string? json) => json is null ? null : JsonSerializer.Deserialize<string[]>(json);
}
