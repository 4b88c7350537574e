namespace Beffroi.Crowdsourcing.Tests;

public sealed class AgreementTests
{
    // Examples of Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, sections A to C; a dot is a missing answer.
    [Theory]
    [InlineData("0 1 0 0 0 0 0 0 1 0 / 1 1 1 0 0 1 0 0 0 0", 0.095)]
    [InlineData("a a b b d c c c e d d a / b a b b b c c c e d d d", 0.692)]
    [InlineData("1 2 3 3 2 1 4 1 2 . . . / 1 2 3 3 2 2 4 1 2 5 . 3 / . 3 3 3 2 3 4 2 2 5 1 . / 1 2 3 3 2 4 4 1 2 5 1 .", 0.743)]
    public void Alpha_is_that_of_the_published_examples(string sheet, double expected)
    {
        var rows = sheet.Split(" / ").Select(r => r.Split(' ')).ToList();
        var labels = rows.SelectMany(r => r).Where(l => l is not ".").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Vote[] votes = [.. rows.SelectMany((row, worker) => row.Select((l, item) => new Vote(item, worker, labels.IndexOf(l)))).Where(v => v.Label >= 0)];
        Assert.Equal(expected, Krippendorff.Alpha(VoteTable.Of(rows[0].Length, rows.Count, labels.Count, votes))!.Value, 0.0005);
    }

    [Fact]
    public void Alpha_is_that_of_the_matrix_of_coincidences_and_forgets_lone_answers()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            var votes = VoteTable.Of(30, 6, 3, [.. Enumerable.Range(0, 70).Select(_ => new Vote(random.Next(30), random.Next(6), random.Next(3)))]);
            Assert.Equal(Plain.Alpha([.. votes.All()], 3), Krippendorff.Alpha(votes)!.Value, 1e-10);
        }
    }

    [Fact]
    public void Alpha_is_one_without_any_disagreement_and_unknown_without_any_choice()
    {
        Assert.Equal(1, Krippendorff.Alpha(VoteTable.Of(2, 2, 2, [new(0, 0, 0), new(0, 1, 0), new(1, 0, 1), new(1, 1, 1)])));
        Assert.Null(Krippendorff.Alpha(VoteTable.Of(2, 2, 2, [new(0, 0, 0), new(0, 1, 0)])));
        Assert.Null(Krippendorff.Alpha(VoteTable.Of(2, 2, 2, [new(0, 0, 0), new(1, 1, 1)])));
        Assert.Null(Krippendorff.Alpha(VoteTable.Of(0, 0, 2, [])));
    }

    // Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_bounds_are_those_published(double successes, double trials, double low, double high)
    {
        var bounds = Wilson.Bounds(successes, trials);
        Assert.Equal(low, bounds.Low, 0.00005);
        Assert.Equal(high, bounds.High, 0.00005);
        var mirrored = Wilson.Bounds(trials - successes, trials);
        Assert.Equal(1 - high, mirrored.Low, 0.00005);
    }

    [Fact]
    public void Bounds_are_wider_for_more_confidence_and_refuse_nonsense()
    {
        Assert.Equal(new Interval(0, 1), Wilson.Bounds(0, 0));
        var (narrow, wide) = (Wilson.Bounds(5, 10, 0.8), Wilson.Bounds(5, 10, 0.99));
        Assert.True(wide.Low < narrow.Low && wide.High > narrow.High);
        Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Bounds(11, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Bounds(-1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Bounds(1, 10, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Bounds(double.NaN, 10));
    }
}
