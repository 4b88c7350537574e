namespace Beffroi.Detection.Tests;

/// <summary>The share of automated amplification: what its interval promises is drawn and counted.</summary>
public sealed class AmplificationTests
{
    // Two normal laws of the same variance: the log of their likelihood ratio is the score itself.
    const double Apart = 1.8;

    [Theory]
    [InlineData(0.02, 60)]
    [InlineData(0.02, 500)]
    [InlineData(0.15, 60)]
    [InlineData(0.15, 500)]
    [InlineData(0.5, 200)]
    [InlineData(0.9, 120)]
    public void Nine_intervals_in_ten_at_least_hold_the_share_that_was_drawn(double share, int count)
    {
        const int Turns = 200;
        var random = new Random(20261127);
        var (accounts, posts, all) = (0, 0, 0);
        for (var turn = 0; turn < Turns; turn++)
        {
            var (authors, programs, programPosts) = Draw(random, share, count, unknown: 0.2);
            var found = AmplificationShare.Of(authors.ConvertAll(a => a.Score));
            var known = authors.Where(a => a.Score.LogOdds is not null).ToList();
            accounts += Holds(found.Accounts!, known.Count(a => a.IsProgram) / (double)known.Count);
            posts += Holds(found.Posts!, known.Where(a => a.IsProgram).Sum(a => a.Score.Posts) / (double)known.Sum(a => a.Score.Posts));
            all += Holds(found.AllAccounts!, programs / (double)count) * Holds(found.AllPosts!, programPosts / (double)authors.Sum(a => a.Score.Posts));
        }

        Assert.InRange(accounts / (double)Turns, 0.90, 1);
        Assert.InRange(posts / (double)Turns, 0.90, 1);
        Assert.InRange(all / (double)Turns, 0.95, 1);
    }

    [Fact]
    public void A_common_error_of_the_model_is_in_the_interval_when_its_spread_is_told()
    {
        const int Turns = 200;
        var random = new Random(7);
        var (told, untold) = (0, 0);
        for (var turn = 0; turn < Turns; turn++)
        {
            var (authors, programs, _) = Draw(random, 0.2, 400, unknown: 0);
            var error = Normal(random) * 0.6;
            var wrong = authors.ConvertAll(a => a.Score with { LogOdds = a.Score.LogOdds + error, Spread = 0.6 });
            told += Holds(AmplificationShare.Of(wrong).Accounts!, programs / 400.0);
            untold += Holds(AmplificationShare.Of(wrong.ConvertAll(a => a with { Spread = 0 })).Accounts!, programs / 400.0);
        }

        Assert.InRange(told / (double)Turns, 0.90, 1);
        Assert.True(untold < told, $"{untold} of {Turns} hold it without the spread, {told} with it");
    }

    [Fact]
    public void No_assumed_share_decides_and_a_narrow_interval_needs_many_accounts()
    {
        var random = new Random(3);
        var few = AmplificationShare.Of(Draw(random, 0.3, 20, 0).Authors.ConvertAll(a => a.Score)).Accounts!;
        var many = AmplificationShare.Of(Draw(random, 0.3, 5000, 0).Authors.ConvertAll(a => a.Score)).Accounts!;

        Assert.True(few.High - few.Low > 0.2, $"{few}");
        Assert.InRange(many.Share, 0.25, 0.35);
        Assert.True(many.High - many.Low < 0.06, $"{many}");
    }

    [Fact]
    public void Authors_of_whom_the_score_does_not_tell_widen_the_bounds_by_their_own_share()
    {
        List<AuthorScore> known = [.. Enumerable.Repeat(new AuthorScore { Posts = 1, LogOdds = -8 }, 75)];
        var found = AmplificationShare.Of([.. known, .. Enumerable.Repeat(new AuthorScore { Posts = 3 }, 25)]);

        Assert.Equal((75, 25, 75L, 75L), (found.Known, found.Unknown, found.KnownPosts, found.UnknownPosts));
        Assert.InRange(found.Accounts!.High, 0, 0.06);
        Assert.InRange(found.AllAccounts!.Low, 0, 0.01);
        Assert.InRange(found.AllAccounts.High, 0.25, 0.30);
        Assert.InRange(found.AllPosts!.High, 0.50, 0.55);
    }

    [Fact]
    public void Nobody_known_leaves_everything_open_and_nobody_at_all_is_nothing()
    {
        var unknown = AmplificationShare.Of([new() { Posts = 4 }]);
        Assert.Null(unknown.Accounts);
        Assert.Equal((0, 1), (unknown.AllPosts!.Low, unknown.AllPosts.High));
        Assert.Null(AmplificationShare.Of([]).AllAccounts);
    }

    [Fact]
    public void Who_says_to_be_automated_counts_as_such()
    {
        var found = AmplificationShare.Of([new() { Posts = 9, IsDeclared = true, LogOdds = -9 }, new() { Posts = 1, LogOdds = -12 }]);
        Assert.InRange(found.Posts!.Low, 0.9, 0.95);
        Assert.Equal((1, 1), (AmplificationShare.Of([new() { Posts = 2, IsDeclared = true }]).Posts!.Low, AmplificationShare.Of([new() { Posts = 2, IsDeclared = true }]).Posts!.High));
    }

    [Theory]
    [InlineData(-15)]
    [InlineData(-9)]
    [InlineData(-3)]
    public void The_bounds_never_go_under_the_share_of_those_who_say_it(double logOdds)
    {
        var found = AmplificationShare.Of([new() { Posts = 9, IsDeclared = true }, new() { Posts = 1, LogOdds = logOdds }]);

        Assert.InRange(found.Posts!.Low, 0.9, found.Posts.Share);
        Assert.InRange(found.Posts.High, found.Posts.Share, 1);
        Assert.InRange(found.Accounts!.Low, 0.5, found.Accounts.Share);
    }

    [Fact]
    public void Expected_shares_follow_the_assumed_one_by_the_formula_of_prior_shift()
    {
        // At raw 0.9 where three in four are programs, and 5 % assumed: .136 (odds 9 / 3 · 5/95).
        var author = new AuthorScore { Posts = 10, LogOdds = Math.Log(9.0 / 3) };
        Assert.Equal(3 * (5.0 / 95) / (1 + (3 * (5.0 / 95))), AmplificationShare.Expected([author], 0.05).Accounts, 1e-12);
        var (accounts, posts) = AmplificationShare.Expected([author with { IsDeclared = true }, new() { Posts = 30 }], 0.1);
        Assert.Equal(0.55, accounts, 1e-12);
        Assert.Equal((10 + 3) / 40.0, posts, 1e-12);
    }

    [Fact]
    public void What_is_no_score_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AmplificationShare.Of([new() { Posts = 0 }]));
        Assert.Throws<ArgumentOutOfRangeException>(() => AmplificationShare.Of([new() { Posts = 1, LogOdds = double.NaN }]));
        Assert.Throws<ArgumentOutOfRangeException>(() => AmplificationShare.Of([new() { Posts = 1 }], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => AmplificationShare.Expected([new() { Posts = 1 }], 0));
    }

    static (List<(AuthorScore Score, bool IsProgram)> Authors, int Programs, long Posts) Draw(Random random, double share, int count, double unknown)
    {
        var authors = Enumerable.Range(0, count).Select(_ =>
        {
            var program = random.NextDouble() < share;
            // Few publish most of it, programs or people alike.
            var posts = (long)Math.Ceiling(Math.Pow(1 - random.NextDouble(), -0.7));
            var logOdds = ((program ? 1 : -1) * Apart * Apart / 2) + (Apart * Normal(random));
            return (new AuthorScore { Posts = Math.Min(posts, 1000), LogOdds = random.NextDouble() < unknown ? null : logOdds }, program);
        }).ToList();
        return (authors, authors.Count(a => a.program), authors.Where(a => a.program).Sum(a => a.Item1.Posts));
    }

    static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    static int Holds(ShareInterval interval, double truth) => truth >= interval.Low - 1e-9 && truth <= interval.High + 1e-9 ? 1 : 0;
}
