namespace Beffroi.Cli.Tests.Psychometrics;

public sealed class LinkTests() : CommandTests("link")
{
    // The new bank is the old one under θ old = 2 θ new + 1: a new = 2 a old, b new = (b old - 1) / 2.
    const string Old = "item,model,a,b,b1,b2\nA,2pl,1,0,,\nB,2pl,0.5,2,,\nC,grm,1.5,,-1,1\nX,rasch,,0,,\n";
    const string New = "item,model,a,b,b1,b2\nC,grm,3,,-1,0\nB,2pl,1,0.5,,\nA,2pl,2,-0.5,,\nY,rasch,1,0,,\nZ,pcm,1,,0,1\n";

    [Theory]
    [InlineData("mean-mean")]
    [InlineData("mean-sigma")]
    [InlineData("haebara")]
    [InlineData("stocking-lord")]
    public async Task The_line_that_the_anchors_were_moved_by_is_found_and_the_new_bank_written_on_the_old_scale(string method)
    {
        var moved = Person.File("moved.csv", "");
        var found = await Json(Person.File("old.csv", Old), Person.File("new.csv", New), "--method", method, "--out", moved);
        Assert.Equal(["method", "A", "B", "anchors", "criterion"], Keys(found).Take(5));
        Assert.Equal((2, 1), (Number(found["A"]), Number(found["B"])), (x, y) => Math.Abs(x.Item1 - y.Item1) < 1e-6 && Math.Abs(x.Item2 - y.Item2) < 1e-6);
        Assert.Equal(3, (int)found["anchors"]!);
        Assert.All(found["anchorItems"]!.AsArray(), anchor => Assert.Equal(0, Number(anchor!["drift"]), 1e-5));
        var lines = await File.ReadAllLinesAsync(moved, TestContext.Current.CancellationToken);
        Assert.Equal(["item", "C", "B", "A", "Y", "Z"], lines.Select(l => l.Split(',')[0]));
        Assert.Equal(["1pl", "gpcm"], lines[4..].Select(l => l.Split(',')[1]));
        Assert.Equal(0, (await Person.Run(["psychometrics", "score", "-", "--bank", moved], "A,C\n1,2\n"u8.ToArray())).ExitCode);
    }

    [Fact]
    public async Task Anchors_may_be_named_and_drift_shows()
    {
        var (old, recent) = (Person.File("old.csv", Old), Person.File("new.csv", New.Replace("B,2pl,1,0.5", "B,2pl,1,2.5", StringComparison.Ordinal)));
        Assert.Equal(2, Number((await Json(old, recent, "--anchors", "A", "C"))["A"]), 1e-6);
        Assert.NotEqual(2, Number((await Json(old, recent))["A"]), 1e-2);
        Assert.Contains("niveau ancien = A × niveau nouveau + B\nA 2,000000, B 1,000000", (await Run(old, recent, "--anchors", "A", "C")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_link_is_refused()
    {
        var old = Person.File("old.csv", Old);
        await Refused("n’ont aucun item de même nom", old, Person.File("new.csv", "item,b\nQ,0\n"));
        await Refused("l’ancre « C » n’a pas le même modèle, ou pas autant de scores, dans les deux banques", old, Person.File("new.csv", "item,b\nC,0\n"));
        await Refused("la méthode mean-sigma ne relie pas ces 1 ancres : il en faut de difficultés différentes", old, Person.File("new.csv", "item,b\nX,1\n"), "--method", "mean-sigma");
        await Refused("l’ancre « Y » n’est pas dans la banque ; la plus proche est « A »", old, Person.File("new.csv", New), "--anchors", "Y");
    }
}
