namespace Beffroi.Psychometrics.Tests;

/// <summary>Figures of the R packages psych and ltm.</summary>
public sealed class PublishedConsistencyTests
{
    // Frequencies of the patterns 00000, 00001, … 11111 in section 6 (Bock & Lieberman, 1970, Psychometrika 35, 179-197).
    static readonly int[] Patterns = [3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298];

    static ResponseMatrix Lsat6() => new(
        ["1", "2", "3", "4", "5"],
        Patterns.SelectMany((count, pattern) => Enumerable.Repeat(pattern, count)).SelectMany(pattern => Enumerable.Range(0, 5).Select(i => (sbyte)((pattern >> (4 - i)) & 1))).ToArray());

    [Fact]
    public void Alpha_of_the_law_school_test_is_that_published()
    {
        var result = InternalConsistency.Of(Lsat6());
        Agrees("LSAT6_1000.alpha", result.Alpha);
        Agrees("LSAT6_1000.alpha_std", result.StandardisedAlpha);
        Agrees("LSAT6_1000.omega_total_1f_ML_pearson", result.OmegaTotal);
        Assert.Equal(0.2235, result.AlphaLow!.Value, 5e-5);
        Assert.Equal(0.3618, result.AlphaHigh!.Value, 5e-5);
        for (var i = 0; i < 5; i++)
        {
            Agrees($"LSAT6_1000.alpha_drop{i + 1}", result.ItemStatistics[i].AlphaIfDropped);
        }
    }

    [Fact]
    public void Alpha_and_omega_of_the_science_attitudes_are_those_published()
    {
        var result = InternalConsistency.Of(SharedData.Matrix("ltm_Science.csv", "Environment", "Technology", "Industry"));
        Agrees("Science.alpha", result.Alpha);
        Agrees("Science.omega_total_1f_ML", result.OmegaTotal);
        Assert.Null(result.OmegaHierarchical);
    }

    [Fact]
    public void Alpha_omegas_and_error_of_verbal_aggression_are_those_published()
    {
        var result = InternalConsistency.Of(SharedData.Matrix("difR_verbal.csv", "Anger", "Gender"));
        Agrees("verbal.alpha", result.Alpha);
        Agrees("verbal.omega_h_3f", result.OmegaHierarchical);
        Agrees("verbal.omega_total_3f", result.Hierarchy!.OmegaTotal);
        Assert.Equal(1.999, result.StandardError!.Value, 5e-4);
        Assert.Equal(11.427, result.Mean!.Value, 5e-4);
        Assert.Equal(5.680, result.StandardDeviation!.Value, 5e-4);
    }

    static void Agrees(string id, double? value)
    {
        var (expected, tolerance) = SharedData.Reference(id);
        Assert.Equal(expected, value!.Value, tolerance);
    }
}
