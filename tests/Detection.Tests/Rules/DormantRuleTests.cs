namespace Beffroi.Detection.Tests;

public sealed class DormantRuleTests
{
    static readonly DateTimeOffset February2019 = new(2019, 2, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly DormantRule Original = new() { CreatedFrom = February2019 };
    static readonly Account Fitting = new() { Network = Network.Twitter, Id = "1", Protected = false, CreatedAt = February2019, Posts = 15, Followers = 10, Following = 30 };

    [Fact]
    public void Every_bound_is_within()
    {
        Assert.Equal(DormantVerdict.Dormant, Original.Judge(Fitting));
        Assert.Equal(DormantVerdict.NotDormant, Original.Judge(Fitting with { CreatedAt = February2019.AddSeconds(-1) }));
        Assert.Equal(DormantVerdict.NotDormant, Original.Judge(Fitting with { Posts = 16 }));
        Assert.Equal(DormantVerdict.NotDormant, Original.Judge(Fitting with { Following = 29 }));
        Assert.Equal(DormantVerdict.NotDormant, Original.Judge(Fitting with { Protected = true }));
    }

    [Theory]
    [InlineData(0L, 0L, DormantVerdict.NotDormant)]
    [InlineData(0L, 1L, DormantVerdict.Dormant)]
    [InlineData(1L, 0L, DormantVerdict.NotDormant)]
    [InlineData(null, 0L, DormantVerdict.NotDormant)]
    [InlineData(null, 9L, DormantVerdict.Undecided)]
    [InlineData(0L, null, DormantVerdict.Undecided)]
    public void No_follower_passes_if_it_follows_someone(long? followers, long? following, DormantVerdict expected) =>
        Assert.Equal(expected, Original.Judge(Fitting with { Followers = followers, Following = following }));

    [Fact]
    public void What_is_missing_is_never_assumed()
    {
        Assert.Equal(DormantVerdict.Undecided, Original.Judge(Fitting with { Protected = null }));
        Assert.Equal(DormantVerdict.Undecided, Original.Judge(Fitting with { CreatedAt = null }));
        Assert.Equal(DormantVerdict.Undecided, Original.Judge(Fitting with { Posts = null }));
        Assert.Equal(DormantVerdict.NotDormant, Original.Judge(Fitting with { Protected = null, Posts = 16 }));
        Assert.Equal(DormantVerdict.Dormant, new DormantRule().Judge(Fitting with { CreatedAt = null }));
    }

    [Fact]
    public void Thresholds_are_chosen()
    {
        var rule = new DormantRule { CreatedFrom = February2019.AddYears(-1), MostPosts = 100, LeastRatio = 2 };
        Assert.Equal(DormantVerdict.Dormant, rule.Judge(Fitting with { CreatedAt = February2019.AddDays(-100), Posts = 100, Following = 20 }));
        Assert.Equal(DormantVerdict.NotDormant, rule.Judge(Fitting with { Posts = 100, Following = 19 }));
    }
}
