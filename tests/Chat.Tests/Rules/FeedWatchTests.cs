using Beffroi.Chat.Rules.Feeds;

namespace Beffroi.Chat.Tests.Rules;

public sealed class FeedWatchTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 26, 10, 0, 0, TimeSpan.Zero);
    static readonly FeedWatch Watch = new() { Address = new("https://journal.example/flux") };

    static FeedItem Item(int n, string? key = null, string? link = null) => new() { Key = key ?? $"k{n}", Title = $"{n}", Link = new(link ?? $"https://journal.example/{n}"), At = Now.AddMinutes(n - 1000) };

    static FeedReading Read(params IEnumerable<FeedItem> items) => new FeedReading.Read(new("A", [.. items]));

    static readonly FeedReading Broken = new FeedReading.Broken(FeedFault.NotXml, new("Le XML ne se lit pas.", "The XML cannot be read."));

    static string Posted(FeedStep step) => string.Join(' ', step.Posted.Select(i => i.Title));

    [Fact]
    public void A_new_feed_brings_its_last_items_then_each_new_one_once_in_order()
    {
        var first = Watch.After(Read(Enumerable.Range(1, 20).Reverse().Select(n => Item(n))), Now);
        Assert.Equal("16 17 18 19 20", Posted(first));
        var second = first.Watch.After(Read(Enumerable.Range(5, 18).Reverse().Select(n => Item(n))), Now.AddMinutes(1));
        Assert.Equal("21 22", Posted(second));
        Assert.Equal("", Posted(second.Watch.After(Read(Enumerable.Range(1, 22).Select(n => Item(n))), Now.AddMinutes(2))));
        Assert.Equal(Now.AddMinutes(2), second.Watch.NextAt);
    }

    [Fact]
    public void The_same_identifier_or_the_same_address_is_the_same_item()
    {
        var first = Watch.After(Read(Item(1)), Now).Watch;
        Assert.Equal("", Posted(first.After(Read(Item(1, link: "https://journal.example/nouveau")), Now)));
        Assert.Equal("", Posted(first.After(Read(Item(1, key: "autre")), Now)));
        Assert.Equal("2", Posted(first.After(Read(Item(2), Item(2, key: "autre")), Now)));
    }

    [Fact]
    public void An_item_is_not_posted_again_after_an_empty_answer_or_a_failure_nor_after_a_restart()
    {
        var watch = Watch.After(Read(Item(1), Item(2)), Now).Watch.After(Read(), Now).Watch.After(Broken, Now).Watch;
        var kept = System.Text.Json.JsonSerializer.Deserialize<FeedWatch>(System.Text.Json.JsonSerializer.Serialize(watch))!;
        Assert.Equal(watch.Seen, kept.Seen);
        Assert.Equal("3", Posted(kept.After(Read(Item(3), Item(2), Item(1)), Now)));
    }

    [Fact]
    public void A_broken_feed_is_told_once_asked_less_often_and_told_again_when_well()
    {
        var (watch, told, waits) = (Watch, new List<string>(), new List<double>());
        for (var i = 0; i < 10; i++)
        {
            var step = watch.After(Broken, Now);
            watch = step.Watch;
            waits.Add((watch.NextAt - Now).TotalMinutes);
            told.AddRange(step.Notice is { } notice ? [$"{i}: {notice.French}"] : []);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60, 60], waits);
        Assert.Equal(["2: Ce flux ne se lit plus. Le XML ne se lit pas."], told);
        var well = watch.After(Read(Item(1)), Now);
        Assert.Equal(("1", "This feed answers again.", false), (Posted(well), well.Notice!.English, well.Watch.IsBroken));
        Assert.Null(well.Watch.After(Broken, Now).Watch.After(Read(), Now).Notice);
    }

    [Fact]
    public void The_memory_is_bounded_and_keeps_what_the_feed_shows()
    {
        var watch = Watch;
        for (var i = 0; i < 60; i++)
        {
            watch = watch.After(Read(Enumerable.Range(i * 100, 100).Select(n => Item(n)).Append(Item(999_999))), Now).Watch;
        }

        Assert.Equal(FeedWatch.Remembered, watch.Seen.Count);
        Assert.Equal("", Posted(watch.After(Read(Item(999_999), Item(5999)), Now)));
    }
}
