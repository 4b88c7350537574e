using static Beffroi.Detection.Tests.Read;

namespace Beffroi.Detection.Tests;

public sealed class ReadingTallyTests
{
    [Fact]
    public void A_few_errors_are_never_fatal_by_default()
    {
        var tally = Tally(null, sound: 5, broken: 5);
        Assert.Equal((5, 5, 5, 0.5), (tally.Values, tally.Lost, tally.Errors, tally.Share));
        Assert.False(tally.IsTooMany);
        Assert.Equal([6L, 7, 8, 9, 10], tally.Problems.Select(p => p.Line));
        Assert.Equal(5, tally.Counts[ReadingCode.BrokenJson]);
    }

    [Fact]
    public void A_share_that_was_asked_for_is_kept()
    {
        Assert.True(Tally(0.05, sound: 5, broken: 1).IsTooMany);
        Assert.False(Tally(0.5, sound: 5, broken: 5).IsTooMany);
        Assert.False(Tally(0, sound: 5, broken: 0).IsTooMany);
        Assert.True(Tally(0, sound: 5, broken: 1).IsTooMany);
        Assert.True(Tally(null, sound: 100, broken: 21).IsTooMany);
        Assert.False(Tally(null, sound: 2400, broken: 21).IsTooMany);
    }

    [Fact]
    public void Reading_stops_when_there_are_far_too_many()
    {
        var tally = new ReadingTally(0.1);
        var text = string.Concat(Enumerable.Range(0, 5000).Select(i => i % 2 == 0 ? "{\"id\":\"1\",\"screen_name\":\"a\"}\n" : "{oops\n"));
        Assert.Equal(1000, tally.Through(AccountReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)))).Count());
        Assert.True(tally.MustStop);
    }

    [Fact]
    public void One_line_with_several_odd_fields_is_one_error_and_a_notice_is_none()
    {
        var tally = new ReadingTally();
        _ = tally.Through(AccountReader.Read(new MemoryStream("{\"id\":\"1\",\"screen_name\":\"a\",\"followers_count\":\"x\",\"friends_count\":\"y\"}\n{\"delete\":{}}"u8.ToArray()))).Count();
        Assert.Equal((1L, 0L, 1L), (tally.Values, tally.Lost, tally.Errors));
        Assert.Equal(2, tally.Counts[ReadingCode.WrongType]);
        Assert.Equal(1, tally.Counts[ReadingCode.ControlMessage]);
    }

    [Fact]
    public void Every_problem_has_its_sentence_in_both_languages_and_repeats_nothing_of_the_file()
    {
        foreach (var code in Enum.GetValues<ReadingCode>())
        {
            var problem = new ReadingProblem(12, code, "followers");
            Assert.StartsWith("ligne 12, champ followers\u00A0: ", problem.Sentence(Tongue.French), StringComparison.Ordinal);
            Assert.StartsWith("line 12, field followers: ", problem.Sentence(Tongue.English), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("secret", Accounts("{\"screen_name\":\"a\",\"followers_count\":\"secret\"}")[0].Problem!.Sentence(Tongue.French), StringComparison.Ordinal);
    }

    static ReadingTally Tally(double? allowed, int sound, int broken)
    {
        var tally = new ReadingTally(allowed);
        var text = string.Concat(Enumerable.Repeat("{\"id\":\"1\",\"screen_name\":\"a\"}\n", sound)) + string.Concat(Enumerable.Repeat("{oops\n", broken));
        foreach (var step in Accounts(text))
        {
            tally.Count(step);
        }

        return tally;
    }
}
