namespace Beffroi.Cli.Tests.Psychometrics;

public sealed class DifTests() : CommandTests("dif")
{
    [Fact]
    public async Task A_public_set_gives_the_figures_and_the_flags_published()
    {
        var found = await Json(Published.Beside("difR_verbal.csv"), "--group", "Gender", "--focal", "1", "--ignore", "Anger");
        Assert.Equal(["items", "flagged", "flaggedPurified"], Keys(found).Take(3));
        var items = found["items"]!.AsArray();
        Assert.Equal(["id", "chiSquare", "p", "alphaMH", "deltaMH", "class"], Keys(items[0]).Take(6));
        foreach (var item in items)
        {
            Published.Agrees($"verbal.MH.chi2.{item!["id"]}", item["chiSquare"]);
            Published.Agrees($"verbal.MH.alpha.{item["id"]}", item["alphaMH"]);
            Published.Agrees($"verbal.MH.delta.{item["id"]}", item["deltaMH"]);
        }

        Assert.Equal("BBACCCAAABACACACCACCBBBB", string.Concat(items.Select(item => (string?)item!["class"])));
        Assert.Equal([6, 12, 16, 17, 19, 20], Places("flagged"));
        Assert.Equal([6, 8, 14, 16, 17, 19, 20, 22, 23], Places("flaggedPurified"));
        Assert.Equal((243, 73, 0), ((int)found["reference"]!, (int)found["focal"]!, (int)found["leftOut"]!));
        IEnumerable<int> Places(string key) => found[key]!.AsArray().Select(id => items.Select(i => (string?)i!["id"]).ToList().IndexOf((string?)id) + 1);
    }

    [Fact]
    public async Task Logistic_regression_gives_the_figures_published()
    {
        var found = await Json(Published.Beside("difR_verbal.csv"), "--group", "Gender", "--focal", "1", "--ignore", "Anger", "--method", "logistic");
        Assert.All(found["items"]!.AsArray(), item => Published.Agrees($"verbal.logistic.both.LRT.{item!["id"]}", item["chiSquare"]));
        Assert.All(found["items"]!.AsArray(), item => Published.Agrees($"verbal.logistic.dR2.{item!["id"]}", item["deltaR2"]));
        Assert.Equal(4, found["flagged"]!.AsArray().Count);
    }

    [Fact]
    public async Task Likelihood_ratios_against_anchors_are_those_published()
    {
        var found = await Json([Published.Beside("mirt_dif1.csv"), "--group", "group", "--focal", "D2", "--method", "lr", "--anchors", .. Enumerable.Range(4, 7).Select(i => $"Item_{i}")]);
        Assert.Equal([21.108, 19.669, 2.657], found["items"]!.AsArray().Select(i => Number(i!["chiSquare"])), (x, y) => Math.Abs(x - y) < 2e-3);
        Assert.Equal(["Item_1", "Item_2"], found["flagged"]!.AsArray().Select(i => (string?)i));
    }

    [Fact]
    public async Task A_planted_item_has_the_figures_of_its_tables_worked_plainly()
    {
        var people = Planted();
        var file = Person.File("a.csv", "g,A,B,C,D\n" + string.Concat(people.Select(p => $"{(p.Focal ? "f" : "r")},{string.Join(',', p.Scores)}\n")));
        var item = (await Json(file, "--group", "g", "--focal", "f"))["items"]![0]!;
        var (deviation, variance, up, down) = (0.0, 0.0, 0.0, 0.0);
        foreach (var stratum in people.GroupBy(p => p.Scores.Sum()))
        {
            double Count(bool focal, int score) => stratum.Count(p => p.Focal == focal && p.Scores[0] == score);
            var (a, b, c, d, n) = (Count(false, 1), Count(false, 0), Count(true, 1), Count(true, 0), (double)stratum.Count());
            if (a + b > 0 && c + d > 0)
            {
                deviation += a - ((a + b) * (a + c) / n);
                variance += (a + b) * (c + d) * (a + c) * (b + d) / (n * n * (n - 1));
                (up, down) = (up + (a * d / n), down + (b * c / n));
            }
        }

        Assert.Equal(Math.Pow(Math.Abs(deviation) - 0.5, 2) / variance, Number(item["chiSquare"]), 1e-9);
        Assert.Equal(up / down, Number(item["alphaMH"]), 1e-9);
        Assert.Equal(-2.35 * Math.Log(up / down), Number(item["deltaMH"]), 1e-9);
        Assert.Equal("C", (string?)item["class"]);
        Assert.Contains("Signalés : A", (await Run(file, "--group", "g", "--focal", "f")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_compared_is_refused()
    {
        var file = Person.File("a.csv", "g,A,B\nf,1,0\nr,0,2\nr,1,1\n");
        await Refused("colonne « B » : 3 scores différents : cette méthode n’en prend que deux, --method mantel en prend plus (--ignore la laisse de côté)", file, "--group", "g", "--focal", "f");
        await Refused("personne n’est du groupe « F » ; la plus proche est « f »", file, "--group", "g", "--focal", "F");
        await Refused("aucune colonne ne s’appelle « h » ; la plus proche est « g »", file, "--group", "h", "--focal", "f");
        await Refused("dans le groupe étudié, personne n’a répondu à tous les items", Person.File("b.csv", "g,A,B\nf,1,\nr,0,1\n"), "--group", "g", "--focal", "f");
        await Refused("toutes les personnes sont du groupe « f », il n’y a pas de référence", Person.File("c.csv", "g,A,B\nf,1,0\n"), "--group", "g", "--focal", "f");
        await Refused("l’ancre « Z » n’est pas un item ; la plus proche est « A »", Person.File("d.csv", "g,A,B\nf,1,0\nf,0,1\nr,0,1\nr,1,0\n"), "--group", "g", "--focal", "f", "--method", "lr", "--anchors", "Z");
        await Refused("colonne « A » : l’un des deux groupes n’a pas tous les scores de l’item (--ignore la laisse de côté)", Person.File("e.csv", "g,A,B\nf,1,0\nf,1,1\nr,0,1\nr,1,0\n"), "--group", "g", "--focal", "f", "--method", "lr");
    }

    [Fact]
    public async Task Longer_scores_go_by_Mantel()
    {
        var rows = Planted().Select(p => $"{(p.Focal ? "f" : "r")},{p.Scores[0] + p.Scores[1]},{string.Join(',', p.Scores[1..])}\n");
        var found = await Json(Person.File("a.csv", "g,A,B,C,D\n" + string.Concat(rows)), "--group", "g", "--focal", "f", "--method", "mantel");
        Assert.Equal(["A"], found["flagged"]!.AsArray().Select(i => (string?)i).Take(1));
        Assert.True(Number(found["items"]![0]!["difference"]) < 0);
    }

    // Item A is much harder for the focal group at an equal level.
    static (bool Focal, int[] Scores)[] Planted()
    {
        var chance = new Random(5);
        return [.. Enumerable.Range(0, 600).Select(i =>
        {
            var (focal, level) = (i % 2 == 0, (2 * chance.NextDouble()) - 1);
            return (focal, Enumerable.Range(0, 4).Select(item => chance.NextDouble() < 1 / (1 + Math.Exp(-1.5 * (level - (item == 0 && focal ? 1 : 0)))) ? 1 : 0).ToArray());
        })];
    }
}
