using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Beffroi.Cli.Tests.Psychometrics;

public sealed class PersonScoreTests : IDisposable
{
    const string Graded = "item,model,a,b,b1,b2,b3\nG,grm,1.3,,-1,0.2,1.5\nP,gpcm,0.7,,0.4,-0.6,\nR,rasch,,-0.3,,,\n";

    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Theory]
    [InlineData("00000000000000000000", -2.70384475939824, 0.546475284231929)]
    [InlineData("11111111111111111111", 2.692987, 0)]
    [InlineData("10101010101010101010", 0.192897, 0.440511)]
    public async Task Abilities_are_those_that_catR_publishes(string pattern, double theta, double error)
    {
        var names = Enumerable.Range(1, 20).Select(i => string.Create(CultureInfo.InvariantCulture, $"I{i:000}"));
        var answer = await _typed.Run(["psychometrics", "score", "-", "--bank", Published.Shipped("bank200.csv"), "--json"], Encoding.UTF8.GetBytes($"{string.Join(',', names)}\n{string.Join(',', pattern.ToCharArray())}\n"));
        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(["note : 180 items de la banque ne sont pas dans le fichier : « I021 », « I022 », « I023 », « I024 », « I025 » et 175 autres"], answer.ErrorLines);
        var person = JsonNode.Parse(answer.Output)!;
        Assert.Equal(["id", "score", "answered", "theta", "se", "atBound"], person.AsObject().Select(p => p.Key));
        Assert.Equal(("1", pattern.Count(c => c == '1'), 20), ((string?)person["id"], (int)person["score"]!, (int)person["answered"]!));
        Assert.Equal(theta, (double)person["theta"]!, 2e-6);
        if (error > 0)
        {
            Assert.Equal(error, (double)person["se"]!, 2e-6);
        }
    }

    [Theory]
    [InlineData("ml", "ML")]
    [InlineData("map", "BM")]
    [InlineData("eap", "EAP")]
    [InlineData("wle", "WL")]
    public async Task Every_method_gives_the_figures_published(string method, string name)
    {
        var patterns = Published.Ids($"bank200[1-20].").Where(id => id.EndsWith($".{name}.theta", StringComparison.Ordinal)).Select(id => id.Split('.')[1]).ToArray();
        Assert.Equal(7, patterns.Length);
        var names = Enumerable.Range(1, 20).Select(i => string.Create(CultureInfo.InvariantCulture, $"I{i:000}"));
        var text = $"{string.Join(',', names)}\n{string.Join('\n', patterns.Select(p => string.Join(',', p.ToCharArray())))}\n";
        var answer = await _typed.Run(["psychometrics", "score", "-", "--bank", Published.Shipped("bank200.csv"), "--method", method, "--json"], Encoding.UTF8.GetBytes(text));
        foreach (var (pattern, line) in patterns.Zip(answer.Output.Split('\n')))
        {
            var person = JsonNode.Parse(line)!;
            Published.Agrees($"bank200[1-20].{pattern}.{name}.theta", person["theta"]);
            Published.Agrees($"bank200[1-20].{pattern}.{name}.se", person["se"]);
            Assert.Equal(method is "ml" && pattern.Distinct().Count() == 1, (bool)person["atBound"]!);
        }
    }

    [Fact]
    public async Task Without_an_answer_there_is_a_level_only_where_something_was_known_before()
    {
        async Task<string> Line(string method) => (await _typed.Run(["psychometrics", "score", "-", "--bank", _typed.File("bank.csv", Graded), "--method", method], "G,P,R\n,,\n"u8.ToArray())).Output.Split('\n')[1];
        Assert.Equal("1,0,0,,,false", await Line("ml"));
        Assert.Equal("1,0,0,,,false", await Line("wle"));
        Assert.Equal("1,0,0,0,1,false", await Line("map"));
    }

    [Fact]
    public async Task Many_people_keep_their_order_and_their_figures()
    {
        var rows = Enumerable.Range(0, 5000).Select(i => $"p{i},{i % 4},{i / 4 % 3},{i / 12 % 2}").ToArray();
        var bank = _typed.File("bank.csv", Graded);
        var all = await _typed.Run(["psychometrics", "score", "-", "--bank", bank, "--id", "who"], Encoding.UTF8.GetBytes($"who,G,P,R\n{string.Join('\n', rows)}\n"));
        var few = await _typed.Run(["psychometrics", "score", "-", "--bank", bank, "--id", "who"], Encoding.UTF8.GetBytes($"who,G,P,R\n{string.Join('\n', rows[3990..4010])}\n"));
        Assert.Equal(few.Output.Split('\n')[1..^1], all.Output.Split('\n')[3991..4011]);
    }

    [Theory]
    [InlineData("3,1,1", 0, 1)]
    [InlineData("0,2,", -0.6, 1)]
    [InlineData("2,0,0", 0.5, 1.4)]
    [InlineData(",,", -1, 0.5)]
    public async Task Items_of_several_models_give_the_mean_of_the_posterior_worked_plainly(string row, double mean, double sd)
    {
        var answer = await _typed.Run(
            ["psychometrics", "score", "-", "--bank", _typed.File("bank.csv", Graded), "--prior-mean", mean.ToString(CultureInfo.InvariantCulture), "--prior-sd", sd.ToString(CultureInfo.InvariantCulture)],
            Encoding.UTF8.GetBytes($"G,P,R\n{row}\n"));
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        var (theta, error) = Plainly(row.Split(','), mean, sd);
        var fields = answer.Output.Split('\n')[1].Split(',');
        Assert.Equal(theta, double.Parse(fields[3], CultureInfo.InvariantCulture), 1e-9);
        Assert.Equal(error, double.Parse(fields[4], CultureInfo.InvariantCulture), 1e-9);
    }

    [Fact]
    public async Task The_table_and_the_JSON_say_the_same()
    {
        var (bank, answers) = (_typed.File("bank.csv", Graded), _typed.File("answers.csv", "who,G,P,R\na,3,1,1\nb,,0,\n"));
        var table = await _typed.Run(["psychometrics", "score", answers, "--bank", bank, "--id", "who"]);
        var json = await _typed.Run(["psychometrics", "score", answers, "--bank", bank, "--id", "who", "--json"]);
        var lines = json.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject().Select(p => p.Value!.ToString()));
        Assert.Equal(table.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..], lines.Select(values => string.Join(',', values)));
        Assert.StartsWith("id,score,answered,theta,se,atBound\na,5,3,", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scores_that_start_at_1_are_those_of_the_bank_and_it_is_said()
    {
        var bank = _typed.File("bank.csv", "item,model,a,b1,b2,b3\nG,grm,1.3,-1,0.2,1.5\nH,grm,1.1,-1,0.2,1.5\n");
        var zero = await _typed.Run(["psychometrics", "score", "-", "--bank", bank], "G,H\n3,0\n0,1\n"u8.ToArray());
        var one = await _typed.Run(["psychometrics", "score", "-", "--bank", bank], "G,H\n4,1\n1,2\n"u8.ToArray());
        Assert.Equal(zero.Output, one.Output);
        Assert.Equal(["note : les scores du fichier partent de 1, ceux de la banque de 0 : 1 est lu comme 0, et ainsi de suite"], one.ErrorLines);
    }

    [Fact]
    public async Task A_bank_may_say_how_its_scores_are_written()
    {
        var plain = await _typed.Run(["psychometrics", "score", "-", "--bank", _typed.File("a.csv", "item,model,b1,b2\nG,pcm,-1,1\n")], "G\n0\n1\n2\n"u8.ToArray());
        var tens = await _typed.Run(["psychometrics", "score", "-", "--bank", _typed.File("b.csv", "item,model,b1,b2,scores\nG,pcm,-1,1,-10 0 10\n")], "G\n-10\n0\n10\n"u8.ToArray());
        Assert.Equal((0, ""), (tens.ExitCode, tens.Error));
        Assert.Equal(plain, tens);
    }

    [Fact]
    public async Task A_score_that_the_item_does_not_have_is_refused_with_who_had_it()
    {
        var answer = await _typed.Run(["psychometrics", "score", "-", "--bank", _typed.File("bank.csv", Graded)], "G,R\n0,1\n3,2\n"u8.ToArray());
        Assert.Equal((2, "", "beffroi : l’entrée standard, personne 2, colonne « R » : le score 2 n’est pas de ceux de l’item (0, 1)\n"), (answer.ExitCode, answer.Output, answer.Error));
    }

    [Fact]
    public async Task Columns_of_the_bank_without_effect_are_named()
    {
        var answer = await _typed.Run(["psychometrics", "score", "-", "--bank", _typed.File("bank.csv", "item,b,guess\nR,0,0.2\n")], "R\n1\n"u8.ToArray());
        Assert.Equal((0, "note : colonnes de la banque sans effet : « guess »\n"), (answer.ExitCode, answer.Error));
    }

    [Fact]
    public async Task A_result_file_appears_whole_or_not_at_all()
    {
        var (bank, result) = (_typed.File("bank.csv", Graded), _typed.File("result.csv", "before"));
        Assert.Equal(2, (await _typed.Run(["psychometrics", "score", "-", "--bank", bank, "--output", result], "R\n1\nx\n"u8.ToArray())).ExitCode);
        Assert.Equal("before", await File.ReadAllTextAsync(result, TestContext.Current.CancellationToken));

        var printed = await _typed.Run(["psychometrics", "score", "-", "--bank", bank], "R\n1\n"u8.ToArray());
        var written = await _typed.Run(["psychometrics", "score", "-", "--bank", bank, "--output", result], "R\n1\n"u8.ToArray());
        Assert.Equal((0, ""), (written.ExitCode, written.Output));
        Assert.Equal(printed.Output, await File.ReadAllTextAsync(result, TestContext.Current.CancellationToken));
        Assert.Equal(["bank.csv", "result.csv"], Directory.GetFiles(Path.GetDirectoryName(result)!).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal));

        var nowhere = await _typed.Run(["psychometrics", "score", "-", "--bank", bank, "--output", Path.Combine(result, "x.csv")], "R\n1\n"u8.ToArray());
        Assert.Equal((1, ""), (nowhere.ExitCode, nowhere.Output));
        Assert.StartsWith("beffroi : impossible d’écrire ", nowhere.ErrorLines[^1], StringComparison.Ordinal);
    }

    static (double Mean, double Sd) Plainly(string[] row, double mean, double sd)
    {
        static double Above(double a, double b, double x) => 1 / (1 + Math.Exp(-a * (x - b)));
        var points = Enumerable.Range(-60, 121).Select(i => mean + (sd * i / 10)).ToArray();
        var weights = points.Select(x =>
        {
            double[] graded = [1, Above(1.3, -1, x), Above(1.3, 0.2, x), Above(1.3, 1.5, x), 0];
            double[] partial = [1, Math.Exp(0.7 * (x - 0.4)), Math.Exp(0.7 * (x - 0.4 + x + 0.6))];
            double[] right = [1 - Above(1, -0.3, x), Above(1, -0.3, x)];
            return Math.Exp(-(x - mean) * (x - mean) / (2 * sd * sd))
                * (Score(0) is { } g ? graded[g] - graded[g + 1] : 1)
                * (Score(1) is { } p ? partial[p] / partial.Sum() : 1)
                * (Score(2) is { } r ? right[r] : 1);
        }).ToArray();
        var centre = points.Zip(weights, (x, w) => x * w).Sum() / weights.Sum();
        return (centre, Math.Sqrt(points.Zip(weights, (x, w) => (x - centre) * (x - centre) * w).Sum() / weights.Sum()));

        int? Score(int item) => row[item].Length > 0 ? int.Parse(row[item], CultureInfo.InvariantCulture) : null;
    }
}
