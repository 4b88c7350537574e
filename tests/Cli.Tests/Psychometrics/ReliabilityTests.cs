namespace Beffroi.Cli.Tests.Psychometrics;

public sealed class ReliabilityTests() : CommandTests("reliability")
{
    [Fact]
    public async Task A_public_set_gives_the_figures_published()
    {
        var found = await Json(Person.File("lsat6.csv", Published.Lsat6));
        Assert.Equal(["n", "items", "alpha", "alphaLow", "alphaHigh", "omegaTotal", "omegaHierarchical", "standardError"], Keys(found).Take(8));
        Assert.Equal((1000, 5, 0), ((int)found["n"]!, (int)found["items"]!, (int)found["leftOut"]!));
        Published.Agrees("LSAT6_1000.alpha", found["alpha"]);
        Published.Agrees("LSAT6_1000.alpha_std", found["alphaStandardised"]);
        Published.Agrees("LSAT6_1000.omega_total_1f_ML_pearson", found["omegaTotal"]);
        Assert.Equal((0.2235, 0.3618), (Number(found["alphaLow"]), Number(found["alphaHigh"])), (x, y) => Math.Abs(x.Item1 - y.Item1) < 1e-4 && Math.Abs(x.Item2 - y.Item2) < 1e-4);
        Assert.Null(found["omegaHierarchical"]);
        Assert.All(Enumerable.Range(1, 5), i => Published.Agrees($"LSAT6_1000.alpha_drop{i}", found["itemStatistics"]![i - 1]!["alphaIfDropped"]));
    }

    [Fact]
    public async Task A_longer_set_gives_the_general_factor_published()
    {
        var found = await Json(Published.Beside("difR_verbal.csv"), "--ignore", "Anger", "Gender");
        Published.Agrees("verbal.alpha", found["alpha"]);
        Published.Agrees("verbal.omega_h_3f", found["omegaHierarchical"]);
        Published.Agrees("verbal.omega_total_3f", found["omegaTotalHierarchical"]);
        Assert.Equal((11.427, 5.680, 1.999), (Math.Round(Number(found["mean"]), 3), Math.Round(Number(found["sd"]), 3), Math.Round(Number(found["standardError"]), 3)));
    }

    [Fact]
    public async Task Points_between_scores_keep_their_size_and_people_with_a_hole_are_counted()
    {
        // Scores 1, 3, 9 are 0, 2, 8 points, never 0, 1, 2: var(A) = 52/3, var(B) = 13/3, cov = 26/3, so alpha = 2 (1 - 21.667/39) = 8/9.
        var found = await Json(Person.File("a.csv", "A,B\n1,1\n3,2\n9,5\n,3\n"));
        Assert.Equal((3, 1), ((int)found["n"]!, (int)found["leftOut"]!));
        Assert.Equal(8 / 9.0, Number(found["alpha"]), 1e-12);
        Assert.Equal(5, Number(found["mean"]), 1e-12);
    }

    [Fact]
    public async Task What_has_no_value_is_null_and_the_table_shows_a_dash()
    {
        var file = Person.File("a.csv", "A\n1\n0\n");
        Assert.Null((await Json(file))["alpha"]);
        Assert.Contains("Alpha — [— ; —]", (await Run(file)).Output, StringComparison.Ordinal);
        await Refused("colonne « A » : les scores vont de 0 à 500, sur plus de 100 points (--ignore la laisse de côté)", Person.File("b.csv", "A,B\n0,1\n500,0\n"));
    }
}
