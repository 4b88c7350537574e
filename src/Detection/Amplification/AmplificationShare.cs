namespace Beffroi.Detection;

/// <summary>
/// Share of the authors of a narrative, and of its posts, that programs are likely to account for, with an interval. Scores are calibrated likelihood ratios r = exp(log-odds); the share π of
/// programs among these authors is not known and is estimated with the rest, so that no assumed share decides (prior shift: Saerens, Latinne and Decaestecker, 2002).
/// <para>
/// A common error of the model, z standard deviations, is normal: errors of one model fall on all accounts alike. At each z, π has the posterior ∏ (π·r·exp(z·spread) + 1 − π), uniform on (0, 1) before.
/// At each (π, z) an author is automated with p = 1 / (1 + exp(−log-odds − z·spread − logit π)), independently, so the share Σ w·[automated] / Σ w has the mean Σ w·p / Σ w and the variance
/// Σ w²·p·(1 − p) / (Σ w)², w being 1 or the number of posts. The interval is that of the mixture of these normal laws.
/// </para>
/// <para>Authors of whom the score does not tell may all be people or all be programs: they widen the bounds for the whole by their own share, one way and the other (Manski, 1989).</para>
/// </summary>
public static class AmplificationShare
{
    /// <summary>The estimate.</summary>
    /// <param name="authors">Each author once.</param>
    /// <param name="level">Of the interval, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of its bounds, or an author has no post, or a score is no number.</exception>
    public static AmplificationEstimate Of(IReadOnlyCollection<AuthorScore> authors, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(authors);
        if (level is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A level is between 0 and 1, both excluded.");
        }

        Check(authors);
        var cells = ScoreCells.Of(authors);
        var (unknown, unknownPosts) = (authors.Count(IsUnknown), authors.Where(IsUnknown).Sum(a => a.Posts));
        var (known, knownPosts) = (authors.Count - unknown, authors.Sum(a => a.Posts) - unknownPosts);
        var laws = known == 0 ? [] : ShareLaws.Of(cells);
        var accounts = Interval([.. laws.Select(l => l.Accounts)], level, cells.Declared / Math.Max(known, 1));
        var posts = Interval([.. laws.Select(l => l.Posts)], level, cells.DeclaredPosts / Math.Max(knownPosts, 1));
        return new()
        {
            Known = known, Unknown = unknown, KnownPosts = knownPosts, UnknownPosts = unknownPosts, Accounts = accounts, Posts = posts,
            AllAccounts = Whole(accounts, known, unknown), AllPosts = Whole(posts, knownPosts, unknownPosts),
        };
    }

    /// <summary>Shares that are expected when so many of the accounts are assumed to be programs beforehand; authors of whom the score does not tell count as that share.</summary>
    /// <param name="authors">Each author once.</param>
    /// <param name="assumed">The share, between 0 and 1, both excluded.</param>
    /// <returns>Of accounts and of posts; 0 without an author.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of its bounds, or an author has no post, or a score is no number.</exception>
    public static (double Accounts, double Posts) Expected(IReadOnlyCollection<AuthorScore> authors, double assumed)
    {
        ArgumentNullException.ThrowIfNull(authors);
        Check(authors);
        var shift = Odds.Log(assumed);
        var (accounts, posts) = (0.0, 0.0);
        foreach (var author in authors)
        {
            var p = author.IsDeclared ? 1 : author.LogOdds is { } logOdds ? Odds.Probability(logOdds + shift) : assumed;
            (accounts, posts) = (accounts + p, posts + (p * author.Posts));
        }

        return authors.Count == 0 ? (0, 0) : (accounts / authors.Count, posts / authors.Sum(a => a.Posts));
    }

    static bool IsUnknown(AuthorScore author) => author is { LogOdds: null, IsDeclared: false };

    static void Check(IReadOnlyCollection<AuthorScore> authors)
    {
        foreach (var author in authors)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(author.Posts, 1, nameof(authors));
            if (author.LogOdds is { } l && !double.IsFinite(l) || author.Spread is not (>= 0 and < double.PositiveInfinity))
            {
                throw new ArgumentOutOfRangeException(nameof(authors), author.LogOdds, "A score is a finite number, and its spread too.");
            }
        }
    }

    static ShareInterval? Whole(ShareInterval? known, double count, double unknown)
    {
        var all = count + unknown;
        return all == 0 ? null : new(
            (known?.Low ?? 0) * count / all,
            // Of the unknown ones nothing is supposed but that they are like the others: only the bounds tell what is sure.
            known?.Share ?? 0.5,
            (((known?.High ?? 1) * count) + unknown) / all);
    }

    /// <param name="sure">The share of those who declare to be automated: a normal law goes under it, the truth does not.</param>
    static ShareInterval? Interval(IReadOnlyList<WeightedLaw> laws, double level, double sure) => laws.Count == 0 ? null
        : new(Quantile(laws, (1 - level) / 2, sure), Math.Clamp(laws.Sum(l => l.Weight * l.Mean) / laws.Sum(l => l.Weight), sure, 1), Quantile(laws, (1 + level) / 2, sure));

    static double Quantile(IReadOnlyList<WeightedLaw> laws, double chance, double sure)
    {
        var total = laws.Sum(l => l.Weight);
        var (low, high) = (sure, 1.0);
        for (var step = 0; step < 40; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = laws.Sum(l => l.Weight * l.Below(middle)) / total < chance ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
