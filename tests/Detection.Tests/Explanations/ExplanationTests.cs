using System.Collections.Immutable;

namespace Beffroi.Detection.Tests;

public sealed class ExplanationTests
{
    static readonly Random Chance = new(11);
    static readonly HumanReference People = HumanReference.Of([.. Enumerable.Range(0, 400).Select(_ => Filled(Chance))]);
    internal static readonly AutomationModel Model = new("invented", null, Tier(1), Tier(2), People);
    static readonly ScoreExplainer Explainer = new(Model);

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void What_the_features_bring_adds_up_to_the_score_on_both_scales(double prior)
    {
        var random = new Random(3);
        for (var i = 0; i < 200; i++)
        {
            var explained = Explainer.Explain(Filled(random, missing: i % 3 * 0.1), prior);
            Assert.InRange(explained.Score.Probability, 0, 1);
            Assert.Equal(explained.Score.LogOdds, explained.BaseLogOdds + explained.Contributions.Sum(c => c.LogOdds), 1e-6);
            Assert.Equal(explained.Score.Probability, explained.BaseProbability + explained.Contributions.Sum(c => c.Probability), 1e-6);
            Assert.All(explained.Contributions, c => Assert.Equal(Math.Sign(c.LogOdds), Math.Sign(c.Probability)));
        }
    }

    [Fact]
    public void Only_what_the_score_looks_at_weighs_and_the_heaviest_comes_first()
    {
        var features = Filled(new(5));
        features.AsSpan(AccountFeatures.ProfileCount).Fill(float.NaN);
        var explained = Explainer.Explain(features, 0.5);
        Assert.Equal(ScoreTiers.Profile, explained.Score.Tiers);
        Assert.All(explained.Contributions, c => Assert.True((int)c.Feature < 6));
        var weights = explained.Contributions.Select(c => Math.Abs(c.LogOdds)).ToList();
        Assert.Equal(weights.OrderDescending(), weights);
    }

    [Fact]
    public void Sentences_say_the_value_its_place_and_its_way()
    {
        var contribution = new Contribution { Feature = AccountFeature.PostsPerDay, Value = 480, LogOdds = 0.7, Probability = 0.1, Percentile = 0.993 };
        Assert.Equal("Publie 480 messages par jour depuis sa création\u00A0: plus que 99\u00A0% des comptes humains de référence. Rapproche des comptes automatisés.", contribution.Sentence(Tongue.French));
        Assert.Equal("Publishes 480 posts a day since its creation: more than 99% of the reference accounts of people. Brings it closer to automated accounts.", contribution.Sentence(Tongue.English));
        Assert.Equal("Publishes 0.25 posts a day since its creation: less than 80% of the reference accounts of people. Brings it closer to accounts of people.",
            (contribution with { Value = 0.25f, Percentile = 0.2, LogOdds = -1 }).Sentence(Tongue.English));
        Assert.Equal("Non fourni ou sans objet\u00A0: le nombre de messages par jour. Rapproche des comptes de personnes.", (contribution with { Value = float.NaN, Percentile = null, LogOdds = -1 }).Sentence(Tongue.French));
        Assert.Equal("Profil laissé tel quel. Rapproche des comptes automatisés.", (contribution with { Feature = AccountFeature.DefaultProfile, Value = 1 }).Sentence(Tongue.French));
        Assert.Equal("Profil personnalisé. Rapproche des comptes automatisés.", (contribution with { Feature = AccountFeature.DefaultProfile, Value = 0 }).Sentence(Tongue.French));
        Assert.Equal("Existait depuis 12 ans. Ne pèse pas.", (contribution with { Feature = AccountFeature.Age, Value = 4500, Percentile = null, LogOdds = 0 }).Sentence(Tongue.French));
        Assert.StartsWith("17 minutes en moyenne entre deux messages.", (contribution with { Feature = AccountFeature.GapMean, Value = 3, Percentile = null }).Sentence(Tongue.French), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AccountFeature.QuietHours, 1, "1 heure de suite sans message dans la journée", "1 hour in a row without a post in the day")]
    [InlineData(AccountFeature.QuietHours, 13, "13 heures de suite sans message dans la journée", "13 hours in a row without a post in the day")]
    [InlineData(AccountFeature.Questions, 0, "0 point d’interrogation par message", "0 question marks by post")]
    [InlineData(AccountFeature.Questions, 1, "1 point d’interrogation par message", "1 question mark by post")]
    [InlineData(AccountFeature.Hashtags, 0.0003f, "moins de 0,001 mot-dièse par message", "less than 0.001 hashtags by post")]
    [InlineData(AccountFeature.Hashtags, 1.5f, "1,5 mot-dièse par message", "1.5 hashtags by post")]
    [InlineData(AccountFeature.TimelinePosts, 1, "1 message étudié", "1 post looked at")]
    [InlineData(AccountFeature.StretchedLetters, 0.5f, "0,5 lettre étirée par message", "0.5 stretched letters by post")]
    [InlineData(AccountFeature.HashtagEntropy, 1, "Mots-dièse plus ou moins variés (1 bit)", "Hashtags more or less varied (1 bit)")]
    [InlineData(AccountFeature.Followers, 12345, "Est suivi par 12\u202F345 comptes", "Is followed by 12,345 accounts")]
    [InlineData(AccountFeature.Reposts, 0.034f, "3,4\u00A0% des messages reprennent ceux d’autres comptes", "3.4% of the posts repeat those of other accounts")]
    public void What_is_counted_agrees_with_its_number(AccountFeature feature, float value, string french, string english)
    {
        var contribution = new Contribution { Feature = feature, Value = value, LogOdds = 0, Probability = 0, Percentile = null };
        Assert.Equal((french + ". Ne pèse pas.", english + ". Does not weigh."), (contribution.Sentence(Tongue.French), contribution.Sentence(Tongue.English)));
    }

    [Fact]
    public void Every_feature_has_its_sentence_in_both_languages_with_and_without_a_value()
    {
        foreach (var feature in Enum.GetValues<AccountFeature>())
        {
            foreach (var value in new[] { 0, 0.5f, 1, 12.25f, 1e6f, float.NaN })
            {
                foreach (var tongue in Enum.GetValues<Tongue>())
                {
                    var sentence = new Contribution { Feature = feature, Value = value, LogOdds = 1, Probability = 0.1, Percentile = float.IsNaN(value) ? null : 0.5 }.Sentence(tongue);
                    Assert.EndsWith(".", sentence, StringComparison.Ordinal);
                    Assert.DoesNotContain("{", sentence, StringComparison.Ordinal);
                    Assert.DoesNotContain("NaN", sentence, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void Every_class_has_its_sentence_and_none_accuses()
    {
        foreach (var found in Enum.GetValues<AutomationClass>())
        {
            foreach (var doubt in Enum.GetValues<ScoreDoubt>())
            {
                var score = Explainer.Explain(Filled(new(1)), 0.1).Score with { Class = found, Doubt = doubt };
                Assert.Matches("^(Ressemble|Indéterminé)", ScoreExplanation.Summary(score, Tongue.French));
                Assert.Matches("^(Looks like|Undetermined)", ScoreExplanation.Summary(score, Tongue.English));
            }
        }

        Assert.Contains("jamais une preuve", ScoreExplanation.Caution(Tongue.French), StringComparison.Ordinal);
        Assert.Contains("never a proof", ScoreExplanation.Caution(Tongue.English), StringComparison.Ordinal);
    }

    [Fact]
    public void The_place_among_people_is_their_share_below()
    {
        float[][] people = [.. Enumerable.Range(1, 1000).Select(i =>
        {
            var one = new float[AccountFeatures.Count];
            one.AsSpan().Fill(float.NaN);
            (one[0], one[1]) = (i, i <= 10 ? 1 : float.NaN);
            return one;
        })];
        var reference = HumanReference.Of(people);
        Assert.Equal(0, reference.Percentile(AccountFeature.Posts, 0));
        Assert.Equal(1, reference.Percentile(AccountFeature.Posts, 2000));
        Assert.Equal(0.5, reference.Percentile(AccountFeature.Posts, 500.5f)!.Value, 0.011);
        Assert.Null(reference.Percentile(AccountFeature.Posts, float.NaN));
        // Ten people are too few to be a reference: one of them could be told apart.
        Assert.Null(reference.Percentile(AccountFeature.Followers, 1));
        Assert.Empty(reference.Quantiles(AccountFeature.Followers));
        Assert.Equal(101, reference.Quantiles(AccountFeature.Posts).Length);
    }

    [Fact]
    public void The_reference_is_kept_with_its_model()
    {
        using var file = new MemoryStream();
        Model.Write(file);
        file.Position = 0;
        var read = AutomationModel.Read(file);
        Assert.Equal(People.Quantiles(AccountFeature.Posts), read.People!.Quantiles(AccountFeature.Posts));
        Assert.Equal(Explainer.Explain(Filled(new(1)), 0.1).Contributions, new ScoreExplainer(read).Explain(Filled(new(1)), 0.1).Contributions);
    }

    /// <summary>A tier that looks at six features: the first of the profile (1), the last of the posts (2).</summary>
    static AutomationTier Tier(int which)
    {
        var trees = TreeShapTests.Grown(new(which), 6, trees: 8, depth: 5);
        var shift = which == 1 ? 0 : AccountFeatures.ProfileCount;
        var moved = Enumerable.Range(0, trees.TreeCount).Select(t =>
        {
            var nodes = trees.Start[t]..trees.Start[t + 1];
            return new DecisionTree
            {
                Feature = [.. trees.Feature[nodes].Select(f => f < 0 ? -1 : f + shift)],
                Threshold = [.. trees.Threshold[nodes]],
                Left = [.. trees.Left[nodes].Select(i => i < 0 ? i : i - trees.Start[t])],
                Right = [.. trees.Right[nodes].Select(i => i < 0 ? i : i - trees.Start[t])],
                MissingLeft = [.. trees.MissingLeft[nodes]],
                Value = [.. trees.Value[nodes]],
                Cover = [.. trees.Cover[nodes]],
            };
        }).ToList();
        var (low, high) = (new float[AccountFeatures.Count], new float[AccountFeatures.Count]);
        low.AsSpan().Fill(-100);
        high.AsSpan().Fill(1000);
        return new(new(AccountFeatures.Count, moved), bags: 4, intercept: -0.3, ImmutableArray.Create(low), ImmutableArray.Create(high));
    }

    static float[] Filled(Random random, double missing = 0)
    {
        var features = new float[AccountFeatures.Count];
        for (var f = 0; f < features.Length; f++)
        {
            features[f] = random.NextDouble() < missing ? float.NaN : (float)(random.NextDouble() * 4) - 2;
        }

        features[(int)AccountFeature.TimelinePosts] = 20;
        return features;
    }
}
