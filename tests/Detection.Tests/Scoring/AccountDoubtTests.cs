using System.Collections.Immutable;
using F = Beffroi.Detection.AccountFeature;

namespace Beffroi.Detection.Tests.Scoring;

public sealed class AccountDoubtTests
{
    static readonly AutomationModel Model = new("invented", null, Tier(F.Followers, F.Following), Tier(F.Hashtags, F.Links));
    static readonly Account Known = new() { Network = Network.Twitter, Id = "1", Followers = 9, Following = 9, Posts = 900 };

    [Theory]
    [InlineData(Network.Bluesky)]
    [InlineData(Network.Mastodon)]
    [InlineData(Network.Other)]
    public void The_profile_alone_of_a_network_not_learnt_never_tells(Network network)
    {
        foreach (var prior in (double[])[0.001, 0.2, 0.999])
        {
            var (score, twitter) = (Model.Score(Known with { Network = network }, null, prior), Model.Score(Known, null, prior));
            Assert.Equal((AutomationClass.Undetermined, ScoreDoubt.Network), (score.Class, score.Doubt));
            Assert.Equal((twitter.Probability, twitter.LogOdds), (score.Probability, score.LogOdds));
            Assert.NotEqual(ScoreDoubt.Network, twitter.Doubt);
        }

        Assert.Equal(AutomationClass.Bot, Model.Score(Known with { Network = network }, Posts, 0.999).Class);
        Assert.Equal(ScoreDoubt.Missing, Model.Score(new Account { Network = network, Id = "1" }, null, 0.999).Doubt);
    }

    [Fact]
    public void An_account_that_published_little_is_never_called_a_program_and_may_be_a_person()
    {
        Assert.Equal(AutomationClass.Bot, Model.Score(Known with { Posts = 50 }, null, 0.999).Class);
        Assert.Equal(AutomationClass.Bot, Model.Score(Known with { Posts = null }, null, 0.999).Class);
        var quiet = Model.Score(Known with { Posts = 49 }, null, 0.999);
        Assert.Equal((AutomationClass.Undetermined, ScoreDoubt.Quiet), (quiet.Class, quiet.Doubt));
        Assert.Equal(AutomationClass.Human, Model.Score(Known with { Posts = 49 }, null, 0.001).Class);
    }

    [Theory]
    [InlineData(Network.Mastodon, 3L)]
    [InlineData(Network.Twitter, 900L)]
    public void An_account_that_says_so_is_a_bot_and_its_score_stays_that_of_the_model(Network network, long posts)
    {
        var account = Known with { Network = network, Posts = posts };
        var declared = Model.Score(account with { DeclaredBot = true }, null, 0.001);
        Assert.Equal((AutomationClass.Bot, ScoreDoubt.None, true), (declared.Class, declared.Doubt, declared.IsDeclared));
        Assert.Equal(Model.Score(account, null, 0.001).Probability, declared.Probability);
        Assert.StartsWith("Ce compte dit lui-même qu’il est automatisé. Probabilité", ScoreExplanation.Summary(declared, Tongue.French), StringComparison.Ordinal);
        Assert.StartsWith("This account says itself that it is automated. Probability", ScoreExplanation.Summary(declared, Tongue.English), StringComparison.Ordinal);
        Assert.False(Model.Score(account with { DeclaredBot = false }, null, 0.001).IsDeclared);
        Assert.Equal("This account says itself that it is automated.", ScoreExplanation.Summary(Model.Score(new Account { Network = network, Id = "1", DeclaredBot = true }, null, 0.1), Tongue.English));
    }

    [Fact]
    public void An_explanation_has_the_same_verdict_as_a_score()
    {
        var explainer = new ScoreExplainer(Model);
        Assert.All((Account[])[Known, Known with { Posts = 3 }, Known with { Network = Network.Bluesky }, Known with { DeclaredBot = true }],
            account => Assert.Equal(Model.Score(account, null, 0.999), explainer.Explain(account, null, 0.999).Score));
        Assert.Contains("network", ScoreExplanation.Summary(Model.Score(Known with { Network = Network.Other }, null, 0.5), Tongue.English), StringComparison.Ordinal);
        Assert.Contains("trop peu publié", ScoreExplanation.Summary(Model.Score(Known with { Posts = 3 }, null, 0.999), Tongue.French), StringComparison.Ordinal);
    }

    static ImmutableArray<Post> Posts => [.. Enumerable.Range(0, 20).Select(i => new Post { Id = $"{i}", AccountId = "1", CreatedAt = DateTimeOffset.UnixEpoch.AddHours(i * 5), Text = "bonjour #a" })];

    static AutomationTier Tier(params F[] features) => new(
        new(AccountFeatures.Count, [.. Enumerable.Range(0, 2).SelectMany(bag => features.Select(f => new DecisionTree
        {
            Feature = [(int)f, -1, -1], Threshold = [1, 0, 0], Left = [1, -1, -1], Right = [2, -1, -1], MissingLeft = [true, false, false], Value = [0, -0.3 - (bag * 0.1), 0.2 + (bag * 0.1)], Cover = [4, 2, 2],
        }))]), 2, 0.1, Bound(-100), Bound(1_000));

    static ImmutableArray<float> Bound(float value) => [.. Enumerable.Repeat(value, AccountFeatures.Count)];
}
