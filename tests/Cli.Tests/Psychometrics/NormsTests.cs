namespace Beffroi.Cli.Tests.Psychometrics;

public sealed class NormsTests() : CommandTests("norms")
{
    [Fact]
    public async Task A_rank_is_the_share_below_with_half_of_those_equal_and_its_interval_is_Wilsons()
    {
        var file = Person.File("cohort.csv", "score\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"{i / 50}\n")));
        var table = Person.File("norm.csv", "");
        var found = await Json(file, "--value", "score", "--out", table);
        Assert.Equal((200, 0), ((int)found["n"]!, (int)found["leftOut"]!));
        Assert.Equal(1.5, Number(found["mean"]), 1e-12);
        Assert.Equal([0, 1, 2, 3], found["percentiles"]!.AsArray().Select(row => Number(row!["value"])));
        Assert.Equal([12.5, 37.5, 62.5, 87.5], found["percentiles"]!.AsArray().Select(row => Number(row!["percentile"])), (x, y) => Math.Abs(x - y) < 1e-9);
        // Wilson (1927) at p = 0.125, n = 200, z = 1.959964.
        var (p, n, z) = (0.125, 200.0, 1.959963984540054);
        var half = z * Math.Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n))) / (1 + (z * z / n));
        Assert.Equal(100 * (((p + (z * z / (2 * n))) / (1 + (z * z / n))) - half), Number(found["percentiles"]![0]!["low"]), 1e-6);
        Assert.Equal(5, (await File.ReadAllLinesAsync(table, TestContext.Current.CancellationToken)).Length);
        Assert.Contains("200 personnes, moyenne 1,500", (await Run(file, "--value", "score")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Abilities_as_score_writes_them_give_a_table_by_percentiles()
    {
        var scores = Person.File("scores.csv", "");
        await Person.Run(["psychometrics", "score", Published.Shipped("cat_responses_1000x200.csv.gz"), "--bank", Published.Shipped("bank200.csv"), "--out", scores]);
        var rows = (await Json(scores, "--value", "theta"))["percentiles"]!.AsArray();
        Assert.Equal(23, rows.Count);
        Assert.Equal(50, Number(rows[11]!["percentile"]), 0.1);
        Assert.Equal(rows.Select(r => Number(r!["value"])).Order(), rows.Select(r => Number(r!["value"])));
    }

    [Fact]
    public async Task Weights_count_as_people_and_holes_are_left_out()
    {
        var rows = string.Concat(Enumerable.Range(0, 100).Select(i => $"{i % 2},{(i % 2 == 0 ? 3 : 1)}\n"));
        var found = await Json(Person.File("cohort.csv", $"v,w\n{rows}NA,1\n1,\n"), "--value", "v", "--weight", "w", "--minimum", "50");
        Assert.Equal((100, 2, 80.0, 0.25), ((int)found["n"]!, (int)found["leftOut"]!, Number(found["effectiveN"]), Number(found["mean"])), (x, y) => x.Item1 == y.Item1 && x.Item2 == y.Item2 && Math.Abs(x.Item3 - y.Item3) + Math.Abs(x.Item4 - y.Item4) < 1e-9);
    }

    [Fact]
    public async Task A_cohort_that_is_too_small_or_all_alike_gives_no_norm()
    {
        var few = Person.File("few.csv", "v\n" + string.Concat(Enumerable.Range(0, 99).Select(i => $"{i}\n")));
        await Refused("few.csv : pas de norme : 99 personnes pour un minimum de 100", few, "--value", "v");
        Assert.Equal(99, (int)(await Json(few, "--value", "v", "--minimum", "99"))["n"]!);
        await Refused("alike.csv : pas de norme : toutes les personnes ont la même valeur", Person.File("alike.csv", "v\n1\n1\n1\n"), "--value", "v", "--minimum", "2");
        await Refused("few.csv, ligne 1 : aucune colonne ne s’appelle « x » ; la plus proche est « v »", few, "--value", "x");
        await Refused("w.csv : un poids n’est pas au-dessus de 0", Person.File("w.csv", "v,w\n1,0\n2,1\n"), "--value", "v", "--weight", "w", "--minimum", "2");
    }
}
