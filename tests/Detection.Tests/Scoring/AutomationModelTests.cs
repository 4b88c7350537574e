using System.Collections.Immutable;
using F = Beffroi.Detection.AccountFeature;

namespace Beffroi.Detection.Tests.Scoring;

public sealed class AutomationModelTests
{
    static readonly AutomationModel Model = new("invented", HandleLikelihood.Learn(["lou"]), Tier(0.2, 0.1, F.PostsPerDay, F.FollowingPerFollower), Tier(-0.1, 0.1, F.HourEntropy, F.Hashtags));

    [Theory]
    [InlineData(0.75, 0.05, 0.5, 0.0172)]
    [InlineData(0.75, 0.05, 0.9, 0.136)]
    [InlineData(0.75, 0.05, 0.97, 0.36)]
    public void The_share_assumed_changes_the_probability_by_the_formula(double from, double to, double before, double after)
    {
        // The published examples: a base of 75 % programs brought to 5 %.
        var logOdds = Math.Log(before / (1 - before)) - Math.Log(from / (1 - from));
        var score = Model.Score(Features(), from) with { LogOdds = logOdds };
        Assert.Equal(before, score.ProbabilityAt(from), 1e-12);
        Assert.Equal(after, score.ProbabilityAt(to), 0.005);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.3)]
    [InlineData(0.95)]
    public void A_score_at_a_share_is_that_of_one_half_brought_to_it(double prior)
    {
        var (half, other) = (Model.Score(Features(), 0.5), Model.Score(Features(), prior));
        var odds = half.Probability / (1 - half.Probability) * prior / (1 - prior);
        Assert.Equal(odds / (1 + odds), other.Probability, 1e-12);
        Assert.Equal(other.Probability, half.ProbabilityAt(prior), 1e-12);
        Assert.Equal(half.LogOdds, other.LogOdds);
        Assert.InRange(other.Probability, other.Low, other.High);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_share_of_nothing_or_of_all_is_refused(double prior) => Assert.Throws<ArgumentOutOfRangeException>(() => Model.Score(Features(), prior));

    [Fact]
    public void The_log_odds_are_the_sum_of_what_the_tiers_say_by_their_weights()
    {
        var x = Features();
        x[(int)F.TimelinePosts] = 30;
        x[(int)F.HourEntropy] = 0.9f;
        x[(int)F.Hashtags] = 3;
        var score = Model.Score(x, 0.5);
        Assert.Equal(ScoreTiers.Profile | ScoreTiers.Timeline, score.Tiers);
        Assert.Equal(1, score.ProfileWeight + score.TimelineWeight, 1e-12);
        Assert.Equal((score.ProfileWeight * (0.2 + Model.Profile!.Trees.Sum(x))) + (score.TimelineWeight * (-0.1 + Model.Timeline!.Trees.Sum(x))), score.LogOdds, 1e-12);
    }

    [Fact]
    public void It_says_undetermined_and_why()
    {
        var x = Features();
        Assert.Equal(ScoreDoubt.None, Model.Score(x, 0.9).Doubt);
        Assert.Equal(AutomationClass.Bot, Model.Score(x, 0.9).Class);
        Assert.Equal(AutomationClass.Human, Model.Score(x, 0.001).Class);
        // Nothing of what it looks at.
        Array.Fill(x, float.NaN);
        var nothing = Model.Score(x, 0.3);
        Assert.Equal((ScoreTiers.None, AutomationClass.Undetermined, ScoreDoubt.Missing), (nothing.Tiers, nothing.Class, nothing.Doubt));
        Assert.Equal(0.3, nothing.Probability, 1e-12);
        // Out of what it learnt from.
        x = Features();
        x[(int)F.PostsPerDay] = 1e9f;
        Assert.Equal(ScoreDoubt.Range, Model.Score(x, 0.9).Doubt);
        // Its bags on both sides of one half.
        x = Features();
        var level = 1 / (1 + Math.Exp(Model.Score(x, 0.5).LogOdds));
        Assert.Equal((AutomationClass.Undetermined, ScoreDoubt.Border), (Model.Score(x, level).Class, Model.Score(x, level).Doubt));
    }

    [Fact]
    public void A_few_posts_do_not_tell()
    {
        var account = new Account { Network = Network.Twitter, Id = "1" };
        var posts = Enumerable.Range(0, 4).Select(i => new Post { Id = $"{i}", AccountId = "1", CreatedAt = DateTimeOffset.UnixEpoch.AddHours(i * 5), Text = "bonjour #a" }).ToArray();
        Assert.Equal(ScoreDoubt.Missing, Model.Score(account, posts, 0.5).Doubt);
    }

    [Fact]
    public void What_is_written_is_read_again_and_anything_else_is_refused()
    {
        var bytes = Written(Model);
        using var whole = new MemoryStream(bytes);
        var read = AutomationModel.Read(whole);
        Assert.Equal(bytes, Written(read));
        Assert.Equal(Model.Score(Features(), 0.2), read.Score(Features(), 0.2));
        Assert.Throws<InvalidDataException>(() => AutomationModel.Read(new MemoryStream("bonjour"u8.ToArray())));
        for (var i = 0; i < bytes.Length; i++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[i] ^= 0x10;
            RefusedOrSame(damaged, bytes);
            RefusedOrSame(bytes[..i], bytes);
        }
    }

    [Fact]
    public void Whatever_is_wrong_with_what_is_compressed_is_told_as_a_model_that_is_altered()
    {
        var bytes = Written(Model);
        var chance = new Random(72);
        for (var trial = 0; trial < 20_000; trial++)
        {
            // The first bytes of what is compressed say how: any value, then any tail.
            var damaged = bytes[..(Head + chance.Next(bytes.Length - Head))];
            for (var at = Head; at < Math.Min(damaged.Length, Head + 1 + chance.Next(12)); at++)
            {
                damaged[at] = (byte)chance.Next(256);
            }

            RefusedOrSame(damaged, bytes);
        }
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_no_altered_model()
    {
        using var broken = new Breaking(Written(Model));
        Assert.Throws<IOException>(() => AutomationModel.Read(broken));
    }

    /// <summary>What says that it is a model and of which version.</summary>
    const int Head = 9;

    /// <summary>A disc that fails after the head.</summary>
    sealed class Breaking(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => Position >= Head ? throw new IOException("The disc fails.") : base.Read(buffer, offset, Math.Min(count, Head - (int)Position));
    }

    /// <summary>Bits that say nothing (the padding of the last byte) may change; nothing else.</summary>
    static void RefusedOrSame(byte[] damaged, byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(damaged);
            Assert.Equal(bytes, Written(AutomationModel.Read(stream)));
        }
        catch (InvalidDataException)
        {
        }
    }

    [Fact]
    public void The_same_account_gives_the_same_bits_whoever_asks()
    {
        var alone = Model.Score(Features(), 0.1);
        var scores = new AutomationScore[2_000];
        Parallel.For(0, scores.Length, i => scores[i] = Model.Score(Features(), 0.1));
        Assert.All(scores, score => Assert.Equal(alone, score));
    }

    static float[] Features()
    {
        var x = new float[AccountFeatures.Count];
        Array.Fill(x, float.NaN);
        (x[(int)F.PostsPerDay], x[(int)F.FollowingPerFollower]) = (12, 2);
        return x;
    }

    static byte[] Written(AutomationModel model)
    {
        using var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }

    /// <summary>Two bags of one stump for each feature, a little apart.</summary>
    static AutomationTier Tier(double intercept, double apart, params F[] features) => new(
        new(AccountFeatures.Count, [.. Enumerable.Range(0, 2).SelectMany(bag => features.Select(f => new DecisionTree
        {
            Feature = [(int)f, -1, -1], Threshold = [1, 0, 0], Left = [1, -1, -1], Right = [2, -1, -1], MissingLeft = [true, false, false], Value = [0, -0.3 - (bag * apart), 0.2 + (bag * apart)], Cover = [4, 2, 2],
        }))]), 2, intercept, Bound(-100), Bound(1_000));

    static ImmutableArray<float> Bound(float value) => [.. Enumerable.Repeat(value, AccountFeatures.Count)];
}
