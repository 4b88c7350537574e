using System.Collections.Frozen;

namespace Beffroi.Chat.Rules.Scale;

/// <summary>
/// « How big is N shares? »: one article of about as many, for each newspaper of a country.
/// The rule is that of the first Media Scale (French Ministry for Foreign Affairs, 2019), to the letter.
/// </summary>
public sealed class MediaScale
{
    /// <summary>Steps between which numbers are held to be alike, in engagements.</summary>
    public static readonly IReadOnlyList<long> Boundaries =
    [
        50, 100, 200, 300, 400, 500, 1000, 2000, 4000, 6000, 10_000, 15_000, 20_000, 40_000, 60_000,
        100_000, 150_000, 200_000, 400_000, 600_000, 1_000_000, 10_000_000,
    ];

    readonly FrozenDictionary<string, ScaleArticle[]> _regions;

    public MediaScale(IEnumerable<ScaleArticle> articles) =>
        _regions = articles.GroupBy(a => a.Country, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    public IEnumerable<string> Regions => _regions.Keys.Order(StringComparer.Ordinal);

    /// <summary>The answer to <c>?region=fr&amp;shares=N</c>, as it was typed.</summary>
    public ScaleAnswer Around(string? region, string? shares)
    {
        var (question, wrong) = ScaleQuestion.Read(region, shares);
        return question is null ? new ScaleBad(wrong) : Around(question);
    }

    public ScaleAnswer Around(ScaleQuestion question) => _regions.TryGetValue(question.Region, out var articles)
        ? new ScaleFound(question, [.. Closest(articles, question.Shares)])
        : new ScaleNoRegion(question.Region);

    /// <summary>
    /// The step that holds a number: above the first bound, up to the second one included.
    /// Null under or on the lowest bound, and above the highest: one of its ends is missing there, and the first Media Scale found nothing.
    /// </summary>
    public static (long Above, long UpTo)? Step(long shares)
    {
        var upTo = Boundaries.TakeWhile(b => b < shares).Count();
        return upTo == 0 || upTo == Boundaries.Count ? null : (Boundaries[upTo - 1], Boundaries[upTo]);
    }

    static IEnumerable<ScaleArticle> Closest(ScaleArticle[] articles, long shares) => Step(shares) is not var (above, upTo) ? [] :
        articles
            .Where(a => a.TotalEngagements > above && a.TotalEngagements <= upTo)
            .GroupBy(a => a.Source, StringComparer.Ordinal)
            // At the same distance, the larger one.
            .Select(g => g.OrderBy(a => Math.Abs(a.TotalEngagements - shares)).ThenByDescending(a => a.TotalEngagements).First())
            .OrderBy(a => a.Source, StringComparer.Ordinal);
}

/// <summary>What the scale has to say; each kind has its HTTP status.</summary>
public abstract record ScaleAnswer(int Status);

/// <param name="Articles">One for each newspaper that has one; empty where nothing compares.</param>
public sealed record ScaleFound(ScaleQuestion Question, IReadOnlyList<ScaleArticle> Articles) : ScaleAnswer(200);

public sealed record ScaleBad(IReadOnlyList<Words> Messages) : ScaleAnswer(400);

public sealed record ScaleNoRegion(string Region) : ScaleAnswer(404)
{
    public Words Message => new($"Pas d’article de comparaison pour le pays « {Region} ».", $"No article to compare with for the country “{Region}”.");
}
