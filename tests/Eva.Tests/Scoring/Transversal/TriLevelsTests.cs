using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Scoring.Transversal;

/// <summary>Row 11: the table of tri, at each bound.</summary>
public sealed class TriLevelsTests
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(120, 4)]
    [InlineData(120.001, 3)]
    [InlineData(180, 3)]
    [InlineData(180.001, 2)]
    [InlineData(240, 2)]
    [InlineData(240.001, 1)]
    [InlineData(86_400, 1)]
    public void Row_11_speed_changes_after_two_three_and_four_minutes(double seconds, int level) => Assert.Equal(level, TriLevels.Rapidite(seconds));

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    [InlineData(4, 1)]
    [InlineData(48, 1)]
    public void Row_11_comparing_changes_with_each_misplaced_piece(int misplaced, int level) => Assert.Equal(level, TriLevels.ComparaisonTri(misplaced));

    [Theory]
    [InlineData(true, 240.001, 6, 4)]
    [InlineData(true, 240, 6, null)]
    [InlineData(true, 240.001, 5, null)]
    [InlineData(false, 119.999, 4, 1)]
    [InlineData(false, 120, 4, null)]
    [InlineData(false, 119.999, 3, null)]
    [InlineData(false, 300, 10, null)]
    public void Row_11_perseverance_is_read_at_both_ends_only(bool finished, double seconds, int misplaced, int? level) =>
        Assert.Equal(level, TriLevels.Perseverance(finished, seconds, misplaced));

    [Theory]
    [InlineData(true, 48, 7, false, 4)]
    [InlineData(true, 48, 8, true, null)]
    [InlineData(false, 7, 1, true, 1)]
    [InlineData(false, 8, 1, true, null)]
    [InlineData(false, 7, 0, true, null)]
    [InlineData(false, 7, 1, false, null)]
    public void Row_11_the_instruction_is_understood_or_not_at_both_ends_only(bool finished, int placed, int misplaced, bool replayed, int? level) =>
        Assert.Equal(level, TriLevels.ComprehensionConsigne(finished, placed, misplaced, replayed));

    [Theory]
    [InlineData(-0.001)]
    [InlineData(double.NaN)]
    public void Row_11_a_time_that_is_none_is_refused(double seconds) => Assert.Throws<ArgumentOutOfRangeException>(() => TriLevels.Rapidite(seconds));
}
