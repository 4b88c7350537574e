using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Beffroi.Cli.Tests.Psychometrics;

public sealed class CalibrateTests() : CommandTests("calibrate")
{
    string Lsat6 => Person.File("lsat6.csv", Published.Lsat6);

    [Theory]
    [InlineData("rasch", "rasch_a1")]
    [InlineData("1pl", "1pl")]
    [InlineData("2pl", "2pl")]
    public async Task A_public_set_gives_the_figures_published(string model, string name)
    {
        var found = await Json(Lsat6, "--model", model, "--se");
        Assert.Equal(["model", "n", "logLikelihood", "aic", "bic", "iterations", "converged", "items"], Keys(found).Take(8));
        Assert.Equal((model, 1000, true), ((string?)found["model"], (int)found["n"]!, (bool)found["converged"]!));
        var ids = Published.Ids($"LSAT6.{name}.").Where(id => !id.Contains("rel", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(ids);
        foreach (var id in ids)
        {
            Published.Agrees(id, Read(found, id.Split('.')[2]));
        }
    }

    [Theory]
    [InlineData("grm")]
    [InlineData("gpcm")]
    public async Task Scores_of_several_levels_give_thresholds_and_the_intercepts_published(string model)
    {
        var found = await Json(Published.Beside("ltm_Science.csv"), "--model", model, "--se", "--ignore", "Environment", "Technology", "Industry");
        Published.Agrees($"Science.{model}.logLik", found["logLikelihood"]);
        for (var item = 1; item <= 4; item++)
        {
            var node = found["items"]![item - 1]!;
            Published.Agrees($"Science.{model}.item{item}.a", node["a"]);
            Assert.Equal((false, true, 3, 3), (node.AsObject().ContainsKey("b"), node.AsObject().ContainsKey("c"), node["thresholds"]!.AsArray().Count, node["seB"]!.AsArray().Count));
            Assert.All(Enumerable.Range(1, 3), k => Published.Agrees($"Science.{model}.item{item}.d{k}", node["intercepts"]![k - 1]));
        }
    }

    [Fact]
    public async Task Ten_thousand_people_and_sixty_items_reach_the_likelihood_published_whatever_the_threads()
    {
        var file = Person.File("sim.csv", await Digits("sim10k60_responses.txt.gz"));
        var found = await Json(file, "--model", "2pl", "--tolerance", "1e-4");
        Published.Agrees("sim10k60.2pl.logLik", found["logLikelihood"]);
        Assert.True(JsonNode.DeepEquals(found, await Json(file, "--model", "2pl", "--tolerance", "1e-4", "--threads", "1")));
        Published.Agrees("sim10k60_missing.2pl.logLik", (await Json(Person.File("sim.csv", await Digits("sim10k60_missing_responses.txt.gz")), "--model", "2pl"))["logLikelihood"]);
    }

    [Fact]
    public async Task A_free_spread_is_told_with_its_error()
    {
        var found = await Json(Lsat6, "--model", "rasch", "--scale", "spread", "--se");
        Published.Agrees("LSAT6.1pl.logLik", found["logLikelihood"]);
        Published.Agrees("LSAT6.1pl.a", found["groups"]![0]!["sd"]);
        Assert.Equal(0.06943, Number(found["groups"]![0]!["seSd"]), 1e-4);
        Assert.Equal((1, null), ((int)found["items"]![0]!["a"]!, found["items"]![0]!["seA"]));
    }

    [Fact]
    public async Task An_even_number_of_points_becomes_the_next_odd_one() =>
        Assert.Equal((await Run(Lsat6, "--quadrature", "41", "--json")).Output, (await Run(Lsat6, "--quadrature", "40", "--json")).Output);

    [Fact]
    public async Task Too_few_iterations_are_said_and_the_figures_come_all_the_same()
    {
        var answer = await Run(Lsat6, "--max-iterations", "2", "--json");
        Assert.Equal(0, answer.ExitCode);
        Assert.StartsWith("attention : la calibration n’a pas convergé en ", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.False((bool)JsonNode.Parse(answer.Output)!["converged"]!);
    }

    [Fact]
    public async Task The_bank_that_is_written_scores_people_and_may_be_calibrated_from()
    {
        var bank = Person.File("bank.csv", "");
        var found = await Json(Lsat6, "--out", bank);
        var scored = await Person.Run(["psychometrics", "score", Lsat6, "--bank", bank]);
        var again = await Person.Run(["psychometrics", "score", Lsat6, "--bank", Person.File("bank.json", found.ToJsonString())]);
        Assert.Equal((0, ""), (scored.ExitCode, scored.Error));
        Assert.Equal(scored, again);
        Assert.True((int)(await Json(Lsat6, "--start", bank))["iterations"]! < (int)found["iterations"]!);
    }

    [Fact]
    public async Task Anchors_stay_where_they_are_and_hold_the_scale()
    {
        // Anchors made one logit easier: the whole scale moves with them, people included.
        var found = await Json(Lsat6, "--model", "1pl");
        var bank = Person.File("bank.csv", "item,model,a,b\n" + string.Concat(found["items"]!.AsArray().Take(3).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"{i!["id"]},2pl,{Number(i["a"])},{Number(i["b"]) - 1}\n"))));
        var anchored = await Json(Lsat6, "--model", "2pl", "--anchors", bank);
        Assert.Equal([true, true, true, false, false], anchored["items"]!.AsArray().Select(i => (bool)i!["fixed"]!));
        Assert.Equal(Number(found["items"]![0]!["b"]) - 1, Number(anchored["items"]![0]!["b"]), 1e-12);
        Assert.Equal(-1, Number(anchored["groups"]![0]!["mean"]), 0.05);
        Assert.Equal(Number(found["items"]![4]!["b"]) - 1, Number(anchored["items"]![4]!["b"]), 0.5);
        await Refused("aucune ancre n’est dans " + Lsat6, Lsat6, "--anchors", Person.File("other.csv", "item,b\nX,0\n"));
    }

    [Fact]
    public async Task Groups_have_their_means_and_the_reference_is_the_one_named()
    {
        var rows = Published.Lsat6.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var file = Person.File("groups.csv", $"g,{rows[0]}\n" + string.Concat(rows[1..].Select((row, i) => $"{(i % 3 == 0 ? "north" : "south")},{row}\n")));
        var found = await Json(file, "--model", "1pl", "--group", "g");
        Assert.Equal(["north", "south"], found["groups"]!.AsArray().Select(g => (string?)g!["name"]));
        Assert.Equal((334, 666, 0.0, 1.0), ((int)found["groups"]![0]!["n"]!, (int)found["groups"]![1]!["n"]!, Number(found["groups"]![0]!["mean"]), Number(found["groups"]![0]!["sd"])));
        var turned = await Json(file, "--model", "1pl", "--group", "g", "--reference", "south");
        Assert.Equal(["south", "north"], turned["groups"]!.AsArray().Select(g => (string?)g!["name"]));
        Assert.Equal(Number(found["logLikelihood"]), Number(turned["logLikelihood"]), 1e-3);
        await Refused("personne n’est du groupe « noth » ; la plus proche est « north »", file, "--group", "g", "--reference", "noth");
        await Refused("ligne 3 : colonne « g » : la personne n’a pas de groupe", Person.File("g.csv", "g,Q1\na,1\n,0\n"), "--group", "g");
    }

    [Fact]
    public async Task Fit_tells_each_item_the_whole_and_the_pairs()
    {
        var found = await Json(Lsat6, "--model", "1pl", "--fit");
        Assert.Equal(5.2914, Number(found["fit"]!["m2"]!["statistic"]), 2e-4);
        Assert.Equal(9, (int)found["fit"]!["m2"]!["df"]!);
        Assert.Equal(0.808, Number(found["fit"]!["m2"]!["p"]), 1e-3);
        Assert.All(found["items"]!.AsArray(), item => Assert.InRange(Number(item!["sx2"]!["p"]), 0.1, 1));
        Assert.Contains("M2 5,291 à 9 degrés de liberté", (await Run(Lsat6, "--model", "1pl", "--fit")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fixed_asymptote_and_priors_are_obeyed()
    {
        var fixedC = await Json(Lsat6, "--model", "3pl", "--c", "0.2");
        Assert.All(fixedC["items"]!.AsArray(), item => Assert.Equal(0.2, Number(item!["c"])));
        var tight = await Json(Lsat6, "--prior-b", "0,0.001", "--prior-log-a", "0,0.001");
        Assert.All(tight["items"]!.AsArray(), item => Assert.Equal((1, 0), (Number(item!["a"]), Number(item["b"])), (x, y) => Math.Abs(x.Item1 - y.Item1) < 0.01 && Math.Abs(x.Item2 - y.Item2) < 0.01));
        // With something known of its difficulty, an item that all passed has one.
        var passed = await Json(Person.File("all.csv", "A,B,C\n1,0,1\n1,1,0\n1,0,0\n1,1,1\n"), "--model", "rasch", "--prior-b", "0,1");
        Assert.True(Number(passed["items"]![0]!["b"]) < Number(passed["items"]![1]!["b"]));
    }

    [Theory]
    [InlineData("A,B\n1,1\n1,0\n1,1\n", "2pl", "colonne « A » : un seul score dans tout le fichier (1) : l’item n’apprend rien (--ignore la laisse de côté)")]
    [InlineData("A,B\n0,\n1,NA\n", "2pl", "colonne « B » : aucune réponse (--ignore la laisse de côté)")]
    [InlineData("A,B\n0,1\n1,2\n1,3\n", "rasch", "colonne « B » : 3 scores différents (1, 2, 3) : ce modèle n’en prend que deux, les autres sont grm, gpcm et pcm (--ignore la laisse de côté)")]
    [InlineData("A,B\n0,1\n1,x\n", "2pl", "ligne 3 : colonne « B » : « x » n’est pas un score (un nombre entier, vide ou NA)")]
    public async Task What_cannot_be_calibrated_is_refused_by_name_and_no_bank_is_written(string text, string model, string end)
    {
        var bank = Path.Combine(Path.GetDirectoryName(Lsat6)!, "bank.csv");
        await Refused(end, Person.File("a.csv", text), "--model", model, "--out", bank);
        Assert.False(File.Exists(bank));
    }

    [Fact]
    public async Task Scores_are_closed_up_and_the_bank_remembers_how_they_were_written()
    {
        var bank = Person.File("bank.csv", "");
        var text = "A,B\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{(i % 3 == 0 ? 2 : i % 3 == 1 ? 4 : 7)},{(i % 7 < 3 ? 0 : 1)}\n"));
        var found = await Json(Person.File("a.csv", text), "--model", "pcm", "--out", bank);
        Assert.Equal("""[{"id":"A","scores":[2,4,7]}]""", found["recoded"]!.ToJsonString());
        Assert.Equal(0, (await Person.Run(["psychometrics", "score", Person.File("a.csv", text), "--bank", bank])).ExitCode);
    }

    [Fact]
    public async Task Somebody_who_watches_sees_it_advance_and_a_log_stays_clean()
    {
        Person.Clock.AutoAdvanceAmount = TimeSpan.FromSeconds(1);
        Assert.Contains("itération 1, log-vraisemblance −", (await Person.Run(["psychometrics", "calibrate", Lsat6], screen: true)).Error, StringComparison.Ordinal);
        Assert.Equal("", (await Run(Lsat6)).Error);
    }

    static JsonNode? Read(JsonNode found, string what) => what switch
    {
        "logLik" => found["logLikelihood"],
        "a" => found["items"]![0]!["a"],
        _ => found["items"]![what[^1] - '1']![what[..^1] switch { "a" => "a", "b" => "b", "se_a" => "seA", "se_b" => "seB", _ => throw new InvalidOperationException(what) }],
    };

    static async Task<string> Digits(string name)
    {
        await using var packed = new GZipStream(File.OpenRead(Published.Shipped(name)), CompressionMode.Decompress);
        using var reader = new StreamReader(packed);
        var lines = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(',', Enumerable.Range(1, 60).Select(i => $"i{i}")) + "\n" + string.Concat(lines.Select(line => string.Join(',', line.Trim().Select(c => c == '.' ? "" : c.ToString())) + "\n"));
    }
}
