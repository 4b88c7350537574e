using F = Beffroi.Detection.AccountFeature;

namespace Beffroi.Detection.Tests.Features;

public sealed class TimelineFeaturesTests
{
    static readonly Account Lou = new() { Network = Network.Twitter, Id = "1" };
    static readonly DateTimeOffset Start = new(2024, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_clock_is_regular_and_never_sleeps()
    {
        var x = Of(Enumerable.Range(0, 96).Select(i => (Start.AddMinutes(30 * i), "ding")));
        Assert.Equal(48f, x[F.TimelinePostsPerDay], 0.6f);
        Assert.Equal((0f, -1f, 0f), (x[F.GapVariation], x[F.GapBurstiness], x[F.QuietHours]));
        Assert.Equal(1f, x[F.HourEntropy], 1e-5f);
        Assert.Equal(Math.Log10(1801), x[F.GapMean], 1e-5);
        Assert.Equal((1f, 95f / 96), (x[F.SecondPeak], x[F.Duplicates]));
        // The same minute or the other: one bit, of the log2 60 that 96 posts can have.
        Assert.Equal(1 / Math.Log2(60), x[F.MinuteEntropy], 1e-5);
    }

    [Fact]
    public void Texts_are_counted_as_said()
    {
        var x = Of([
            (Start, "Bonjour à TOUS ! Voici l’heure #heure https://t.co/x"),
            (Start.AddHours(1), "oh nooon, encore… pourquoi ? @lou"),
            (Start.AddHours(5), "RT @lou: les mots d’un autre #rien"),
            (Start.AddHours(9), "@lou oui"),
        ]);
        Assert.Equal((0.25f, 0.25f), (x[F.Reposts], x[F.Replies]));
        Assert.Equal((1f / 3, 1f / 3, 2f / 3), (x[F.Hashtags], x[F.Links], x[F.Mentions]));
        Assert.Equal((1f / 3, 1f / 3, 1f / 3), (x[F.Exclamations], x[F.Questions], x[F.StretchedLetters]));
        Assert.Equal(1f / 3, x[F.Ellipses]);
        Assert.Equal((1f / 3, 1f / 3), (x[F.InitialCapitals], x[F.FinalPunctuation]));
        Assert.Equal(1f, x[F.CurlyQuotes]);
        Assert.Equal(4f, x[F.TimelinePosts]);
        // Answers and reposts are those of the source where it says them.
        var posts = new[] { Post(0, Start, "x") with { RepostOf = "7" }, Post(1, Start, "x") with { ReplyTo = "8" } };
        Assert.Equal((0.5f, 0.5f), (FeatureValues.Of(Lou, posts)[F.Reposts], FeatureValues.Of(Lou, posts)[F.Replies]));
    }

    [Fact]
    public void The_order_of_the_file_does_not_matter()
    {
        var chance = new Random(3);
        var posts = Enumerable.Range(0, 60).Select(i => Post(i, Start.AddMinutes(chance.Next(5_000)), i % 3 == 0 ? "@lou oui" : $"mot {i % 7} #x{i % 5}")).ToArray();
        var before = FeatureValues.Of(Lou, posts).Values;
        chance.Shuffle(posts);
        Assert.Equal(before, FeatureValues.Of(Lou, posts).Values);
    }

    [Fact]
    public void Without_text_what_is_of_text_is_missing_and_what_is_of_time_is_not()
    {
        var x = FeatureValues.Of(Lou, [.. Enumerable.Range(0, 10).Select(i => Post(i, Start.AddHours(i * i), null))]);
        Assert.All(Enum.GetValues<F>().Where(f => f >= F.PostLength), f => Assert.True(float.IsNaN(x[f]), $"{f} has a value."));
        Assert.False(float.IsNaN(x[F.GapBurstiness]) || float.IsNaN(x[F.HourEntropy]));
    }

    [Fact]
    public void Words_of_an_instruction_that_came_through_are_seen() =>
        Assert.Equal(0.25f, Of([(Start, "As an AI language model, I like cheese"), (Start.AddHours(1), "a"), (Start.AddHours(2), "b"), (Start.AddHours(3), "c")])[F.PromptLeaks]);

    [Fact]
    public void Strange_posts_give_no_infinity()
    {
        string[] texts = ["", "   ", "\uD83D", "🏳️‍🌈🏳️‍🌈", new('a', 100_000), "#", "@", "####", "\0\u0001", "http", "https://", "\u202Eabc"];
        foreach (var text in texts)
        {
            var x = FeatureValues.Of(Lou with { Handle = text, DisplayName = text, Description = text, Posts = -5, Followers = long.MaxValue, Following = 0, CreatedAt = DateTimeOffset.MaxValue, ObservedAt = DateTimeOffset.MinValue },
                [.. Enumerable.Range(0, 6).Select(i => Post(i, i % 2 == 0 ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue, text))]);
            Assert.All(Enum.GetValues<F>(), f => Assert.False(float.IsInfinity(x[f]), $"{f} is infinite."));
        }
    }

    static FeatureValues Of(IEnumerable<(DateTimeOffset At, string Text)> posts) => FeatureValues.Of(Lou, [.. posts.Select((p, i) => Post(i, p.At, p.Text))]);

    static Post Post(int id, DateTimeOffset at, string? text) => new() { Id = $"{id:000}", AccountId = "1", CreatedAt = at, Text = text };
}
