using System.Collections.Immutable;

namespace Beffroi.Detection;

/// <summary>Explains the scores of a model. Prepared once, safe to share between threads.</summary>
public sealed class ScoreExplainer
{
    readonly AutomationModel _model;
    readonly TreeShap? _profile;
    readonly TreeShap? _timeline;

    /// <summary>Prepares the explanation of a model.</summary>
    /// <param name="model">The model; values are said beside its <see cref="AutomationModel.People"/> where it has them.</param>
    public ScoreExplainer(AutomationModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _profile = model.Profile is { } profile ? new(profile.Trees) : null;
        _timeline = model.Timeline is { } timeline ? new(timeline.Trees) : null;
    }

    /// <summary>Scores and explains one account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="posts">Its posts, or null.</param>
    /// <param name="prior">Share of programs assumed among the accounts looked at, between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public ScoreExplanation Explain(Account account, IReadOnlyList<Post>? posts, double prior)
    {
        Span<float> features = stackalloc float[AccountFeatures.Count];
        AccountFeatures.Fill(account, posts, _model.Handles, features);
        return Explain(features, prior, _model.Judge(account, features, prior));
    }

    /// <summary>Scores and explains the features of one account.</summary>
    /// <param name="features"><see cref="AccountFeatures.Count"/> values, NaN where missing.</param>
    /// <param name="prior">Share of programs assumed, between 0 and 1, both excluded.</param>
    public ScoreExplanation Explain(ReadOnlySpan<float> features, double prior) => Explain(features, prior, _model.Score(features, prior));

    ScoreExplanation Explain(ReadOnlySpan<float> features, double prior, AutomationScore score)
    {
        var sums = new double[AccountFeatures.Count];
        var start = Add(_profile, _model.Profile, score.ProfileWeight, features, sums) + Add(_timeline, _model.Timeline, score.TimelineWeight, features, sums);
        var shift = Odds.Log(prior);
        var baseProbability = Odds.Probability(start + shift);
        // On the scale of the probability each takes its share of the way. Where the way is nil, so is its slope's error.
        var way = score.LogOdds - start;
        var scale = Math.Abs(way) > 1e-9 ? (score.Probability - baseProbability) / way : score.Probability * (1 - score.Probability);
        var contributions = ImmutableArray.CreateBuilder<Contribution>();
        for (var f = 0; f < sums.Length; f++)
        {
            if (sums[f] != 0)
            {
                contributions.Add(new()
                {
                    Feature = (AccountFeature)f,
                    Value = features[f],
                    LogOdds = sums[f],
                    Probability = sums[f] * scale,
                    Percentile = _model.People?.Percentile((AccountFeature)f, features[f]),
                });
            }
        }

        contributions.Sort(HeaviestFirst);
        return new() { Score = score, BaseLogOdds = start, BaseProbability = baseProbability, Contributions = contributions.ToImmutable() };
    }

    static int HeaviestFirst(Contribution one, Contribution other) =>
        Math.Abs(other.LogOdds).CompareTo(Math.Abs(one.LogOdds)) is var order && order != 0 ? order : one.Feature.CompareTo(other.Feature);

    /// <summary>Adds what a tier brings by its weight; gives its base by the same.</summary>
    static double Add(TreeShap? shap, AutomationTier? tier, double weight, ReadOnlySpan<float> features, double[] sums)
    {
        if (shap is null || tier is null || weight == 0)
        {
            return 0;
        }

        Span<double> found = stackalloc double[sums.Length];
        shap.Explain(features, found);
        for (var f = 0; f < sums.Length; f++)
        {
            sums[f] += weight * found[f];
        }

        return weight * (tier.Intercept + shap.Base);
    }
}
