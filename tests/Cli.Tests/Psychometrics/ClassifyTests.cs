namespace Beffroi.Cli.Tests.Psychometrics;

public sealed class ClassifyTests() : CommandTests("classify")
{
    static readonly string Bank = Published.Shipped("bank30_near_minus1.csv");

    [Theory]
    [InlineData("rudner", "-1", "1", "bank30.rudner_cut-1")]
    [InlineData("lee", "18", "1.7", "bank30.lee_sum18")] // The program that gave this figure multiplies discriminations by 1.7, and its points are 0.1 apart.
    public async Task A_bank_of_thirty_items_has_the_figures_published(string method, string cut, string scaling, string id)
    {
        var found = await Json("--bank", Bank, "--cuts", cut, "--method", method, "--scaling", scaling, "--quadrature", "121");
        Published.Agrees($"{id}.accuracy", found["accuracy"]);
        Published.Agrees($"{id}.consistency", found["consistency"]);
        Assert.Equal((method, 30), ((string?)found["method"], (int)found["items"]!));
        Assert.Equal(1, found["levels"]!.AsArray().Sum(row => row!.AsArray().Sum(cell => Number(cell))), 1e-9);
    }

    [Fact]
    public async Task Several_cuts_make_as_many_levels_and_one()
    {
        var found = await Json("--bank", Bank, "--cuts", "-1", "0,5");
        Assert.Equal(3, found["levels"]!.AsArray().Count);
        Assert.Equal(Number(found["accuracy"]), Enumerable.Range(0, 3).Sum(l => Number(found["levels"]![l]![l])), 1e-12);
        Assert.Contains("niveau vrai \\ attribué", (await Run("--bank", Bank, "--cuts", "-1", "0,5")).Output, StringComparison.Ordinal);
        // Far from the people, the cut is never in doubt.
        Assert.True(Number((await Json("--bank", Bank, "--cuts", "-1", "--mean", "3", "--sd", "0.5"))["accuracy"]) > 0.98);
    }

    [Fact]
    public async Task A_scaling_that_no_model_bears_is_refused() =>
        await Refused("bank.csv : a de l’item « A » sort de ses bornes une fois multiplié par 1,7", "--bank", Person.File("bank.csv", "item,a,b\nA,40,0\n"), "--cuts", "0", "--scaling", "1,7");

    [Fact]
    public async Task Cuts_that_are_not_are_refused()
    {
        await Refused("les seuils de --cuts ne sont pas croissants.", "--bank", Bank, "--cuts", "1", "1");
        await Refused("avec lee, les seuils sont des sommes entières de 1 à 30.", "--bank", Bank, "--cuts", "31", "--method", "lee");
        await Refused("avec lee, les seuils sont des sommes entières de 1 à 30.", "--bank", Bank, "--cuts", "1.5", "--method", "lee");
    }
}
