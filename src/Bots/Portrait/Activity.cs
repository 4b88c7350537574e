using Beffroi.Detection;

namespace Beffroi.Bots.Portrait;

/// <summary>When and how an account publishes, from what was collected.</summary>
/// <param name="Hours">Posts by day of the week (Monday first) and hour, in Paris.</param>
public sealed record Activity(int Posts, int[][] Hours, IReadOnlyList<(PostKind Kind, int Count)> Kinds, IReadOnlyList<(string Language, int Count)> Languages, AccountRhythm Rhythm)
{
    static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public int Most => Hours.Max(d => d.Max());

    public static Activity Of(IReadOnlyList<CollectedPost> posts)
    {
        var hours = Enumerable.Range(0, 7).Select(_ => new int[24]).ToArray();
        foreach (var post in posts)
        {
            var there = TimeZoneInfo.ConvertTime(post.At, Paris);
            hours[((int)there.DayOfWeek + 6) % 7][there.Hour]++;
        }

        return new(
            posts.Count, hours,
            [.. Enum.GetValues<PostKind>().Select(k => (k, posts.Count(p => p.Kind == k)))],
            [.. posts.GroupBy(p => p.Language ?? "", StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(8).Select(g => (g.Key, g.Count()))],
            AccountRhythm.Of(posts.Select(p => p.At), Paris.GetUtcOffset(posts.Count > 0 ? posts[0].At : DateTimeOffset.UnixEpoch)));
    }
}
