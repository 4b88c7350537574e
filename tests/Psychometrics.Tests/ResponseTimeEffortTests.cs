namespace Beffroi.Psychometrics.Tests;

public sealed class ResponseTimeEffortTests
{
    [Theory]
    [InlineData(2.5, null, 2.5)]
    [InlineData(2.5, 20.0, 2.5)]
    [InlineData(2.5, 40.0, 4.0)]
    [InlineData(2.5, 500.0, 10.0)]
    [InlineData(12.0, 500.0, 12.0)]
    public void A_threshold_is_a_tenth_of_the_mean_time_ten_seconds_at_most_and_never_under_the_floor(double floor, double? mean, double expected) =>
        Assert.Equal(expected, ResponseTimeEffort.Threshold(floor, mean));

    [Fact]
    public void Effort_is_the_share_of_answers_that_are_not_rapid() => Assert.Equal(0.75, ResponseTimeEffort.Share([true, false, false, false]));

    [Fact]
    public void Without_any_answer_effort_is_unknown() => Assert.Null(ResponseTimeEffort.Share([]));

    [Theory]
    [InlineData(-1, null)]
    [InlineData(double.NaN, null)]
    [InlineData(1, -3.0)]
    public void Impossible_times_are_refused(double floor, double? mean) =>
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => ResponseTimeEffort.Threshold(floor, mean));
}
