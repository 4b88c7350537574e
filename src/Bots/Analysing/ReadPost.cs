using System.Text.Json;
using Beffroi.Detection;

namespace Beffroi.Bots.Analysing;

/// <summary>A collected post, as far as an analysis looks at it.</summary>
public sealed record ReadPost
{
    public required long Seq { get; init; }
    public required Network Network { get; init; }
    public required string NativeId { get; init; }
    public required Guid AccountId { get; init; }
    public required PostKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? Text { get; init; }
    public string? Language { get; init; }
    public string? TargetId { get; init; }
    public string? Links { get; init; }
    public string? Hashtags { get; init; }
    public string? Media { get; init; }
    public long? Likes { get; init; }
    public long? Reposts { get; init; }
    public long? Quotes { get; init; }
    public long? Replies { get; init; }

    public IReadOnlyList<string> HashtagList => field ??= List(Hashtags);
    public IReadOnlyList<string> LinkList => field ??= List(Links);
    public IReadOnlyList<string> MediaList => field ??= List(Media);

    /// <summary>A repost by its kind, or by its first words.</summary>
    public bool IsRepost => Kind is PostKind.Repost || (Text?.TrimStart().StartsWith("RT @", StringComparison.Ordinal) ?? false);

    /// <summary>Repeats another without a word of its own: what it repeats says what it is about.</summary>
    public bool IsBareRepost => Kind is PostKind.Repost && string.IsNullOrEmpty(Text);

    static IReadOnlyList<string> List(string? json)
    {
        try
        {
            return json is null or "[]" ? [] : JsonSerializer.Deserialize<List<string>>(json) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
