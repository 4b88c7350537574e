using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Scoring.Transversal;

/// <summary>Row 14: the mean search time of sécurité.</summary>
public sealed class SecuriteLevelsTests
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(17.82, 4)]
    [InlineData(17.83, 3)]
    [InlineData(22.55, 3)]
    [InlineData(22.56, 2)]
    [InlineData(27.28, 2)]
    [InlineData(27.29, 1)]
    [InlineData(1000, 1)]
    public void Row_14_the_bounds_in_seconds(double seconds, int level) => Assert.Equal(level, SecuriteLevels.AttentionConcentration(seconds));

    [Fact]
    public void Row_14_each_hundredth_of_a_second_follows_the_published_rule_on_the_standard_score()
    {
        for (var hundredths = 0; hundredths <= 6_000; hundredths++)
        {
            var s = -((hundredths / 100m) - 17.83m) / 9.46m;
            var expected = s > 0 ? 4 : s > -0.5m ? 3 : s > -1 ? 2 : 1;
            Assert.Equal(expected, SecuriteLevels.AttentionConcentration(hundredths / 100.0));
        }
    }

    [Fact]
    public void Row_14_who_found_no_danger_has_no_level() => Assert.Null(SecuriteLevels.AttentionConcentration(null));
}
