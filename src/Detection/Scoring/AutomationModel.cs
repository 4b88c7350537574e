namespace Beffroi.Detection;

/// <summary>
/// An automation score: how likely it is that a program runs an account. It says nothing of coordination, of intent or of truth. Immutable, safe to
/// share between threads; the same account gives the same bits.
/// </summary>
public sealed partial class AutomationModel
{
    /// <summary>A tier is used when at most this weight of its features is missing.</summary>
    const double MostMissing = 0.6;

    /// <summary>And tells only when at most this weight is out of the range of the training accounts.</summary>
    const double MostOutside = 0.25;

    /// <summary>Fewest posts for the tier of the posts to tell.</summary>
    const int LeastPosts = 5;

    /// <summary>Fewest posts published for a score to call an account a program.</summary>
    const int LeastPublished = 50;

    /// <summary>Half-width of a 90 % interval, in standard deviations.</summary>
    internal const double HalfWidth = 1.6449;

    /// <summary>Weight of the posts where both tiers tell: what an account does says more of it than what it shows.</summary>
    const double TimelineShare = 0.75;

    /// <summary>Puts a model together.</summary>
    /// <param name="description">What it was trained on, in a few words: at most 4,000 characters.</param>
    /// <param name="handles">Likelihood of handles of people; null when no tier looks at it.</param>
    /// <param name="profile">Tier of the profile, or null.</param>
    /// <param name="timeline">Tier of the posts, or null.</param>
    /// <param name="people">How the features spread over the people that it learnt from, or null: values are then explained without their place among people.</param>
    /// <exception cref="ArgumentException">Neither tier, or a description too long.</exception>
    public AutomationModel(string description, HandleLikelihood? handles, AutomationTier? profile, AutomationTier? timeline, HumanReference? people = null)
    {
        ArgumentNullException.ThrowIfNull(description);
        if (profile is null && timeline is null)
        {
            throw new ArgumentException("A model has at least one tier.", nameof(profile));
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(description.Length, MaxDescription, nameof(description));
        (Description, Handles, Profile, Timeline, People) = (description, handles, profile, timeline, people);
    }

    /// <summary>What the model was trained on, as its maker says.</summary>
    public string Description { get; }

    /// <summary>Day when it was trained (UTC), as its maker says; null when not said.</summary>
    public DateOnly? TrainedOn { get; init; }

    /// <summary>Last day when it should be used, as its maker says; null when not said. The model itself keeps no clock: whoever uses it compares.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Likelihood of handles of people, null when no tier looks at it.</summary>
    public HandleLikelihood? Handles { get; }

    /// <summary>Tier of the profile, null when the model has none.</summary>
    public AutomationTier? Profile { get; }

    /// <summary>Tier of the posts, null when the model has none.</summary>
    public AutomationTier? Timeline { get; }

    /// <summary>How the features spread over the people that the model learnt from, null when it does not say.</summary>
    public HumanReference? People { get; }

    /// <summary>Scores one account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="posts">Its posts, or null.</param>
    /// <param name="prior">Share of programs assumed among the accounts looked at, between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public AutomationScore Score(Account account, IReadOnlyList<Post>? posts, double prior)
    {
        Span<float> features = stackalloc float[AccountFeatures.Count];
        AccountFeatures.Fill(account, posts, Handles, features);
        return Judge(account, features, prior);
    }

    /// <summary>Scores one account whose features are known already: the same as <see cref="Score(Account, IReadOnlyList{Post}?, double)"/>.</summary>
    /// <param name="account">The account: what it says of itself, its network and how much it published decide whether the score tells.</param>
    /// <param name="features"><see cref="AccountFeatures.Count"/> values, NaN where missing.</param>
    /// <param name="prior">Share of programs assumed, between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentException">Another number of features, or a share that is not between 0 and 1.</exception>
    public AutomationScore Judge(Account account, ReadOnlySpan<float> features, double prior)
    {
        ArgumentNullException.ThrowIfNull(account);
        var score = Score(features, prior);
        if (account.DeclaredBot is true)
        {
            return score with { IsDeclared = true, Class = AutomationClass.Bot, Doubt = ScoreDoubt.None };
        }

        if (account.Network is not Network.Twitter && score.Doubt is not ScoreDoubt.Missing && !score.Tiers.HasFlag(ScoreTiers.Timeline))
        {
            return score with { Class = AutomationClass.Undetermined, Doubt = ScoreDoubt.Network };
        }

        return account.Posts < LeastPublished && score.Class is AutomationClass.Bot ? score with { Class = AutomationClass.Undetermined, Doubt = ScoreDoubt.Quiet } : score;
    }

    /// <summary>Scores features by themselves, without what is known of the account beside them (<see cref="AccountFeatures.Fill"/> with <see cref="Handles"/>).</summary>
    /// <param name="features"><see cref="AccountFeatures.Count"/> values, NaN where missing.</param>
    /// <param name="prior">Share of programs assumed, between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentException">Another number of features, or a share that is not between 0 and 1.</exception>
    public AutomationScore Score(ReadOnlySpan<float> features, double prior)
    {
        if (features.Length != AccountFeatures.Count)
        {
            throw new ArgumentException($"{AccountFeatures.Count} features are needed, {features.Length} were given.", nameof(features));
        }

        var shift = Odds.Log(prior);
        var (profile, timeline) = (View(Profile, features), ViewPosts(features));
        var (first, second) = Share(profile, timeline);
        var logOdds = (first * profile.LogOdds) + (second * timeline.LogOdds);
        var spread = HalfWidth * Math.Sqrt((first * first * profile.Variance) + (second * second * timeline.Variance));
        var (low, high) = (Odds.Probability(logOdds - spread + shift), Odds.Probability(logOdds + spread + shift));
        var probability = Odds.Probability(logOdds + shift);
        var doubt = first > 0 ? profile.Doubt : second > 0 ? timeline.Doubt : ScoreDoubt.Missing;
        doubt = doubt == ScoreDoubt.None && low <= 0.5 && high >= 0.5 ? ScoreDoubt.Border : doubt;
        return new()
        {
            LogOdds = logOdds, Prior = prior, Probability = probability, Low = low, High = high, Doubt = doubt,
            Class = doubt != ScoreDoubt.None ? AutomationClass.Undetermined : probability > 0.5 ? AutomationClass.Bot : AutomationClass.Human,
            Tiers = (first > 0 ? ScoreTiers.Profile : ScoreTiers.None) | (second > 0 ? ScoreTiers.Timeline : ScoreTiers.None),
            ProfileWeight = first, TimelineWeight = second,
        };
    }

    /// <summary>Weights of the two tiers: those that tell; where none does, the one that misses least, and the score is undetermined.</summary>
    static (double Profile, double Timeline) Share(TierView profile, TierView timeline) => (profile.Tells, timeline.Tells) switch
    {
        (true, true) => (1 - TimelineShare, TimelineShare),
        (true, false) => (1, 0),
        (false, true) => (0, 1),
        _ when profile.IsEmpty && timeline.IsEmpty => (0, 0),
        _ => timeline.IsEmpty || (!profile.IsEmpty && profile.Missing < timeline.Missing) ? (1, 0) : (0, 1),
    };

    TierView ViewPosts(ReadOnlySpan<float> features)
    {
        var posts = features[(int)AccountFeature.TimelinePosts];
        var view = float.IsNaN(posts) ? new() { IsEmpty = true } : View(Timeline, features);
        return posts < LeastPosts ? view with { Doubt = ScoreDoubt.Missing } : view;
    }

    static TierView View(AutomationTier? tier, ReadOnlySpan<float> features)
    {
        if (tier is null || tier.Missing(features) is var missing && missing >= 1)
        {
            return new() { IsEmpty = true };
        }

        Span<double> bags = stackalloc double[AutomationTier.MaxBags];
        bags = bags[..tier.Bags];
        tier.Trees.Sums(features, bags);
        var (sum, squares) = (0.0, 0.0);
        foreach (var bag in bags)
        {
            sum += bag;
        }

        foreach (var bag in bags)
        {
            var off = (bag - (sum / bags.Length)) * bags.Length;
            squares += off * off;
        }

        return new()
        {
            LogOdds = tier.Intercept + sum, Variance = squares / (bags.Length - 1), Missing = missing,
            Doubt = missing > MostMissing ? ScoreDoubt.Missing : tier.Outside(features) > MostOutside ? ScoreDoubt.Range : ScoreDoubt.None,
        };
    }

    readonly record struct TierView
    {
        public bool IsEmpty { get; init; }

        public double LogOdds { get; init; }

        public double Variance { get; init; }

        public double Missing { get; init; }

        public ScoreDoubt Doubt { get; init; }

        public bool Tells => !IsEmpty && Doubt == ScoreDoubt.None;
    }
}
