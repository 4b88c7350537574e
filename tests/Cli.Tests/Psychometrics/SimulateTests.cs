using System.Globalization;

namespace Beffroi.Cli.Tests.Psychometrics;

public sealed class SimulateTests() : CommandTests("simulate")
{
    static readonly string Bank = Published.Shipped("bank200.csv");

    [Theory]
    [InlineData("SE0.30_max40", "0.30", "40")]
    [InlineData("SE0.40_max25", "0.40", "25")]
    public async Task A_thousand_tests_are_those_published_item_by_item(string name, string error, string longest)
    {
        var people = Person.File("people.csv", "");
        var found = await Json("--bank", Bank, "--responses", Published.Shipped("cat_responses_1000x200.csv.gz"), "--theta", Published.Shipped("cat_true_theta.csv"), "--stop-se", error, "--max", longest, "--out", people);
        Assert.Equal(["n", "meanLength", "rmse", "bias", "coverage", "itemsPerSecond"], Keys(found).Take(6));
        Published.Agrees($"cat_{name}.n_mean", found["meanLength"]);
        Published.Agrees($"cat_{name}.rmse", found["rmse"]);
        Published.Agrees($"cat_{name}.bias", found["bias"]);
        Published.Agrees($"cat_{name}.coverage95", found["coverage"]);
        Assert.Equal(1.0, Number(found["exposure"]!["highest"]));
        var expected = await Rows(Published.Shipped($"catr_cat_{name}.csv"));
        var rows = await Rows(people);
        Assert.Equal(["person", "true", "theta", "se", "n", "items", "stop"], rows[0]);
        Assert.Equal(expected[1..].Select(r => (r[0], r[4], r[5])), rows[1..].Select(r => (r[0], r[4], r[5])));
        Assert.All(expected[1..].Zip(rows[1..]), pair => Assert.All([1, 2, 3], column => Assert.Equal(Parsed(pair.First[column]), Parsed(pair.Second[column]), 1e-6)));
    }

    [Fact]
    public async Task The_defaults_are_those_of_the_reference()
    {
        string[] people = ["--bank", Bank, "--responses", Published.Shipped("cat_responses_1000x200.csv.gz")];
        var (preset, said) = (await Json(people), await Json([.. people, "--stop-se", "0,3", "--max", "40"]));
        Assert.Equal(preset.ToJsonString(), said.ToJsonString());
        Assert.Equal(18.53, Number(preset["meanLength"]), 1e-9);
        Assert.Null(preset["rmse"]);
    }

    [Fact]
    public async Task A_seed_gives_the_same_people_whatever_the_test_and_another_seed_others()
    {
        async Task<string[]> Truths(params string[] words)
        {
            var file = Person.File("people.csv", "");
            await Json(["--bank", Bank, "--persons", "50", "--out", file, .. words]);
            return [.. (await Rows(file)).Select(row => row[1])];
        }

        Assert.Equal(await Truths("--seed", "7"), await Truths("--seed", "7", "--select", "random", "--max", "5"));
        Assert.NotEqual(await Truths("--seed", "7"), await Truths("--seed", "8"));
    }

    [Fact]
    public async Task Drawn_people_are_measured_as_the_errors_promise()
    {
        var found = await Json("--bank", Bank, "--persons", "1000", "--seed", "3");
        Assert.InRange(Number(found["coverage"]), 0.95 - (4 * Number(found["monteCarlo"]!["coverage"])), 0.95 + (4 * Number(found["monteCarlo"]!["coverage"])));
        Assert.InRange(Number(found["rmse"]), 0.3 - (4 * Number(found["monteCarlo"]!["rmse"])), 0.3 + (4 * Number(found["monteCarlo"]!["rmse"])));
        Assert.InRange(Math.Abs(Number(found["bias"])), 0, 4 * Number(found["monteCarlo"]!["bias"]));
        var random = await Json("--bank", Bank, "--persons", "300", "--seed", "3", "--select", "random");
        Assert.True(Number(random["meanLength"]) > Number(found["meanLength"]) + 5);
    }

    [Fact]
    public async Task A_cut_stops_the_test_once_the_side_is_sure()
    {
        var found = await Json("--bank", Bank, "--persons", "500", "--cut", "-1", "--max", "25", "--min", "3");
        Assert.True(Number(found["meanLength"]) < 12);
        Assert.True(Number(found["accuracy"]) > 0.88);
        Assert.Equal(3, (int)found["shortest"]!);
        Assert.Equal(["classification", "maximumLength"], Keys(found["stops"]));
        Assert.Contains("niveau exact", (await Run("--bank", Bank, "--persons", "20", "--cut", "-1", "0,5", "--probability", "0.8", "--stop-se", "0.35")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_way_to_select_and_to_estimate_goes_to_its_end()
    {
        foreach (var select in (string[])["mfi", "mpwi", "mlwi", "kl", "klp", "mepv", "difficulty", "random"])
        {
            Assert.InRange(Number((await Json("--bank", Bank, "--persons", "5", "--select", select, "--randomesque", "3"))["meanLength"]), 10, 40);
        }

        foreach (var method in (string[])["eap", "map", "ml", "wle"])
        {
            Assert.InRange(Number((await Json("--bank", Bank, "--persons", "20", "--method", method))["rmse"]), 0.05, 0.8);
        }
    }

    [Fact]
    public async Task Answers_that_are_missing_are_passed_over()
    {
        var bank = Person.File("bank.csv", "item,model,a,b,b1,b2\nA,2pl,2,0,,\nB,2pl,1,1,,\nC,gpcm,1,,-1,1\n");
        var found = await Json("--bank", bank, "--responses", Person.File("r.csv", "A,B,C\n,1,2\n1,,\n,,\n"));
        Assert.Equal(1.0, Number(found["meanLength"]));
        Assert.Equal((0, 2), ((int)found["shortest"]!, (int)found["longest"]!));
        Assert.Equal("""{"bankExhausted":3}""", found["stops"]!.ToJsonString());
    }

    [Fact]
    public async Task Items_are_told_by_their_rank_in_the_bank_whatever_the_order_of_the_answers()
    {
        var (bank, people) = (Person.File("bank.csv", "item,b\nA,0\nB,1\nC,5\n"), Person.File("people.csv", ""));
        Assert.Equal(0, (await Run("--bank", bank, "--responses", Person.File("r.csv", "C,A\n0,1\n"), "--out", people)).ExitCode);
        Assert.Equal("1 3", (await Rows(people))[1][5]);
    }

    [Fact]
    public async Task What_does_not_go_together_is_refused()
    {
        var (bank, answers) = (Person.File("bank.csv", "item,b\nA,0\nB,1\n"), Person.File("r.csv", "A,B\n1,0\n0,1\n"));
        await Refused("t.csv : 1 niveaux pour 2 personnes", "--bank", bank, "--responses", answers, "--theta", Person.File("t.csv", "theta\n0.5\n"));
        await Refused("t.csv, ligne 3 : le niveau manque", "--bank", bank, "--responses", answers, "--theta", Person.File("t.csv", "person,theta\n1,0.5\n2,\n"));
        await Refused("t.csv, ligne 2 : colonne « theta » : « x » n’est pas un nombre", "--bank", bank, "--responses", answers, "--theta", Person.File("t.csv", "theta\nx\n"));
        await Refused("t.csv, ligne 1 : aucune colonne ne s’appelle « theta » ; la plus proche est « thetas »", "--bank", bank, "--responses", answers, "--theta", Person.File("t.csv", "thetas\n0\n"));
        await Refused("la colonne « C » n’est pas dans la banque ; la plus proche est « A » (--ignore la laisse de côté)", "--bank", bank, "--responses", Person.File("r.csv", "A,C\n1,0\n"));
        await Refused("les seuils de --cut ne sont pas croissants.", "--bank", bank, "--persons", "5", "--cut", "1", "0");
    }

    static async Task<string[][]> Rows(string path) =>
        [.. (await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken)).Select(line => line.Split(',').Select(field => field.Trim('"')).ToArray())];

    static double Parsed(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
