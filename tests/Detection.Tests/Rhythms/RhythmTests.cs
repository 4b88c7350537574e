namespace Beffroi.Detection.Tests.Rhythms;

public sealed class RhythmTests
{
    static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_metronome_has_no_variation_and_posts_at_all_hours()
    {
        var rhythm = AccountRhythm.Of(Enumerable.Range(0, 24 * 7).Select(h => Monday.AddHours(h)));
        Assert.Equal(168, rhythm.Posts);
        Assert.Equal(168 / (167 / 24.0), rhythm.PostsPerDay, 9);
        Assert.Equal((0.25, 0.0, 0.0, -1.0, 0), (rhythm.NightShare, rhythm.GapVariation, rhythm.GapEntropy, rhythm.Burstiness, rhythm.QuietHours));
        Assert.Equal(1, rhythm.HourEntropy!.Value, 12);
    }

    [Fact]
    public void Night_is_that_of_the_place_and_sleep_goes_round_midnight()
    {
        // Posts at 8, 9 and 23 in Paris in winter: 7, 8 and 22 UTC.
        var moments = Enumerable.Range(0, 10).SelectMany(d => new[] { 8, 9, 23 }.Select(h => new DateTimeOffset(2026, 1, 5 + d, h, 0, 0, TimeSpan.FromHours(1)))).ToArray();
        Assert.Equal(0, AccountRhythm.Of(moments, TimeSpan.FromHours(1)).NightShare);
        Assert.Equal(1 / 3.0, AccountRhythm.Of(moments, TimeSpan.FromHours(5)).NightShare!.Value, 12);
        Assert.Equal(2 / 3.0, AccountRhythm.Of(moments, TimeSpan.FromHours(-5)).NightShare!.Value, 12);
        Assert.Equal(13, AccountRhythm.Of(moments, TimeSpan.FromHours(1)).QuietHours);
        Assert.Equal(Math.Log2(3) / Math.Log2(24), AccountRhythm.Of(moments).HourEntropy!.Value, 12);
    }

    [Fact]
    public void Gaps_are_described_as_defined()
    {
        // Gaps of 1, 1 and 10 seconds: mean 4, standard deviation √18; powers of two 0, 0, 3.
        var rhythm = AccountRhythm.Of(new[] { 12, 0, 1, 2 }.Select(s => Monday.AddSeconds(s)));
        Assert.Equal(Math.Sqrt(18) / 4, rhythm.GapVariation!.Value, 12);
        Assert.Equal(-((2 / 3.0 * Math.Log2(2 / 3.0)) + (1 / 3.0 * Math.Log2(1 / 3.0))), rhythm.GapEntropy!.Value, 12);
        Assert.Equal(4, rhythm.PostsPerDay);
    }

    [Fact]
    public void What_cannot_be_told_is_null()
    {
        var none = AccountRhythm.Of([]);
        Assert.Equal((0, 0.0, null, null, null, 24), (none.Posts, none.PostsPerDay, none.NightShare, none.GapVariation, none.GapEntropy, none.QuietHours));
        Assert.Null(AccountRhythm.Of([Monday, Monday, Monday]).GapVariation);
        Assert.Null(AccountRhythm.Of([Monday, Monday.AddDays(1)]).Burstiness);
    }

    [Fact]
    public void Accounts_that_act_in_the_same_minutes_are_synchronous_and_others_are_as_chance_has_it()
    {
        var chance = new Random(4);
        long[] moments = [.. Enumerable.Range(0, 40).Select(_ => (long)chance.Next(30 * 86_400) / 60 * 60)];
        var together = Enumerable.Range(0, 5).SelectMany(a => moments.Select(m => ($"a{a}", m + chance.Next(60))));
        var (observed, byChance) = BurstSynchrony.Of(together);
        Assert.Equal(1, observed);
        Assert.InRange(byChance, 0, 0.2);
        var apart = Enumerable.Range(0, 5).SelectMany(a => Enumerable.Range(0, 400).Select(_ => ($"a{a}", (long)chance.Next(86_400))));
        var (seen, expected) = BurstSynchrony.Of(apart.ToArray());
        Assert.InRange(seen - expected, -0.06, 0.06);
        Assert.True(expected > 0.3);
        Assert.Equal((0, 0), BurstSynchrony.Of([]));
        Assert.Equal(1, BurstSynchrony.Of([("a", -1), ("b", -59), ("c", -60)]).Observed);
        Assert.Equal(0, BurstSynchrony.Of([("a", -1), ("b", 0)], draws: 0).Observed);
    }

    [Theory]
    [InlineData(RisingCount.Likes, 100)]
    [InlineData(RisingCount.Reposts, 10)]
    [InlineData(RisingCount.Quotes, 10)]
    [InlineData(RisingCount.Replies, 100)]
    public void A_rise_is_told_above_its_threshold_and_not_at_it(RisingCount count, long threshold)
    {
        Crawl At(int hour, long value) => new(Monday.AddHours(hour), count == RisingCount.Likes ? value : 7, count == RisingCount.Reposts ? value : 7, count == RisingCount.Quotes ? value : 7,
            count == RisingCount.Replies ? value : 7);
        Assert.Empty(RiseAlerts.Of([At(0, 1000), At(1, 1000 + threshold)]));
        Assert.Empty(RiseAlerts.Of([At(0, 1000), At(1, 10)]));
        Assert.Equal([new Rise(count, threshold + 1, Monday, Monday.AddHours(1))], RiseAlerts.Of([At(1, 1001 + threshold), At(0, 1000)]));
    }

    [Fact]
    public void A_crawl_that_failed_hides_no_rise_and_makes_none()
    {
        Crawl[] crawls = [new(Monday, Likes: 10), new(Monday.AddHours(1)), new(Monday.AddHours(2), Likes: 200, Reposts: 5000)];
        Assert.Equal([new Rise(RisingCount.Likes, 190, Monday, Monday.AddHours(2))], RiseAlerts.Of(crawls));
        Assert.Empty(RiseAlerts.Of(crawls, new() { Likes = 190 }));
        Assert.Throws<ArgumentException>(() => RiseAlerts.Of([crawls[0], crawls[0]]));
    }

    [Fact]
    public void A_volume_that_rises_is_told_even_when_crawls_are_missing_and_of_unequal_length()
    {
        var chance = new Random(2);
        var calm = Enumerable.Range(0, 72).Where(_ => chance.NextDouble() < 0.6).Select(h => new VolumeBin(Monday.AddHours(h), Monday.AddHours(h + 1), 20 + chance.Next(9))).ToList();
        Assert.Empty(VolumeRises.Of(calm));
        // Two hours at the same pace are twice as many posts and no rise.
        Assert.Empty(VolumeRises.Of([.. calm, new(Monday.AddHours(80), Monday.AddHours(82), 52)]));
        var rise = Assert.Single(VolumeRises.Of([.. calm, new(Monday.AddHours(80), Monday.AddHours(81), 90)]));
        Assert.Equal(90, rise.Bin.Posts);
        Assert.InRange(rise.Expected, 22, 26);
        Assert.True(rise.LogChance < -10);
        // And goes on while it lasts.
        Assert.Equal(3, VolumeRises.Of([.. calm, .. Enumerable.Range(80, 3).Select(h => new VolumeBin(Monday.AddHours(h), Monday.AddHours(h + 1), 90))]).Count);
    }

    [Fact]
    public void Calm_and_uneven_volumes_make_no_alert_and_little_watching_neither()
    {
        var chance = new Random(7);
        var told = 0;
        for (var world = 0; world < 200; world++)
        {
            // Bursts are usual here: the pace itself varies threefold from hour to hour.
            told += VolumeRises.Of(Enumerable.Range(0, 120).Select(h => new VolumeBin(Monday.AddHours(h), Monday.AddHours(h + 1), chance.Next(10, 40)))).Count;
        }

        Assert.InRange(told, 0, 24);
        Assert.Empty(VolumeRises.Of(Enumerable.Range(0, 8).Select(h => new VolumeBin(Monday.AddHours(h), Monday.AddHours(h + 1), h == 7 ? 1000 : 5))));
        Assert.Throws<ArgumentException>(() => VolumeRises.Of([new(Monday, Monday, 1)]));
        Assert.Throws<ArgumentException>(() => VolumeRises.Of([new(Monday, Monday.AddHours(2), 1), new(Monday.AddHours(1), Monday.AddHours(3), 1)]));
    }
}
