using System.Globalization;
using System.Text.Json.Nodes;
using Beffroi.Cli.Detection.Learning;
using Beffroi.Detection;

namespace Beffroi.Cli.Tests.Detection;

public sealed class TrainingTests : IDisposable
{
    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void The_exported_trees_give_what_the_trainer_gives(bool forest, bool missingLeft)
    {
        var chance = new Random(5);
        var rows = Enumerable.Range(0, 600).Select(_ => Row(chance)).ToList();
        var recipe = new TreeRecipe { Forest = forest, Trees = 12, Leaves = 16, LeastRows = 5, FeaturesBySplit = 0.5 };
        var (trees, raw) = TreeTrainer.TrainBoth(rows, [0, 2, 3, 5], recipe, missingLeft, seed: 3);
        var ensemble = new TreeEnsemble(6, trees);
        Assert.Equal(12, ensemble.TreeCount);
        for (var i = 0; i < 400; i++)
        {
            var x = Row(chance).Features;
            // The trainer itself answers in single precision.
            Assert.Equal(raw(x), ensemble.Sum(x), 1e-6 * Math.Max(1, Math.Abs(raw(x))));
        }

        Assert.All(trees, tree => Assert.Equal(rows.Sum(r => (double)r.Weight), tree.Cover[0], 1e-2));
        Assert.All(trees, tree => Assert.All(tree.Feature.Where(f => f >= 0), f => Assert.Contains(f, (int[])[0, 2, 3, 5])));

        static TrainingRow Row(Random chance)
        {
            float[] x = [.. Enumerable.Range(0, 6).Select(_ => chance.Next(6) == 0 ? float.NaN : (float)Math.Round((chance.NextDouble() * 20) - 5, 2))];
            return new(x, (float.IsNaN(x[0]) ? 3 : x[0]) + (chance.NextDouble() * 8) > 7, 1 + chance.Next(3));
        }
    }

    [Fact]
    public async Task Planted_programs_are_found_and_people_are_left_alone()
    {
        var (train, test) = (new Planted("ville", 1, 300, 120), new Planted("campagne", 2, 400, 100));
        Assert.Equal(0, (await Train(train, "m", "--seed", "4")).ExitCode);
        var report = Json(await _typed.Run(["accounts", "evaluate", "--model", Path("m"), "--data", _typed.File("t.csv", test.Accounts), "--posts", _typed.File("tp.csv", test.PostsCsv), "--json"]));
        Assert.Equal((500, 100, 0.2), ((int)report["n"]!, (int)report["bots"]!, (double)report["prior"]!));
        TestContext.Current.TestOutputHelper?.WriteLine(report.ToJsonString());
        Assert.True((double)report["auc"]! > 0.98, report.ToJsonString());
        Assert.True((double)report["recall"]! > 0.9, report.ToJsonString());
        Assert.True((double)report["ece"]! < 0.1, report.ToJsonString());
        var alarms = report["falseAlarms"]!.AsArray().Select(a => a!).ToDictionary(a => (string)a["group"]!, StringComparer.Ordinal);
        Assert.True((double)alarms["all"]["rate"]! <= 0.01, report.ToJsonString());
        Assert.Equal((400, 0), ((int)alarms["all"]["people"]!, (int)alarms["verified"]["alarms"]!));
        Assert.Equal(400, (int)alarms["language fr"]["people"]!);
        // The profile alone tells less, and says so by being undetermined more often.
        var profile = Json(await _typed.Run(["accounts", "evaluate", "--model", Path("m"), "--data", _typed.File("t.csv", test.Accounts), "--json"]));
        Assert.InRange((double)profile["auc"]!, 0.8, (double)report["auc"]!);
    }

    [Fact]
    public async Task The_same_accounts_and_seed_give_the_same_file_and_another_seed_another()
    {
        var crowd = new Planted("ville", 3, 80, 60);
        await Train(crowd, "a", "--seed", "7");
        await Train(crowd, "b", "--seed", "7");
        await Train(crowd, "c", "--seed", "8");
        Assert.Equal(await Bytes("a"), await Bytes("b"));
        Assert.NotEqual(await Bytes("a"), await Bytes("c"));

        Task<byte[]> Bytes(string name) => File.ReadAllBytesAsync(Path(name), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_set_left_out_is_judged_and_not_learnt_from()
    {
        var (first, second) = (new Planted("ville", 5, 80, 60, withPosts: false), new Planted("campagne", 6, 90, 50, withPosts: false));
        string[] files = [_typed.File("1.csv", first.Accounts), _typed.File("2.csv", second.Accounts)];
        var report = Json(await _typed.Run(["accounts", "train", "--data", .. files, "--holdout", "campagne", "--out", Path("m"), "--json"]));
        Assert.Equal((140, 50), ((int)report["n"]!, (int)report["bots"]!));
        await _typed.Run(["accounts", "train", "--data", files[0], "--out", Path("alone")]);
        Assert.Equal(await File.ReadAllBytesAsync(Path("alone"), TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(Path("m"), TestContext.Current.CancellationToken));
        var wrong = await _typed.Run(["accounts", "train", "--data", .. files, "--holdout", "montagne", "--out", Path("m")]);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("montagne", Assert.Single(wrong.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("ville", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sets_left_out_in_turn_stand_in_one_table_with_the_simple_methods_beside()
    {
        string[] files = [_typed.File("1.csv", new Planted("ville", 5, 80, 60, withPosts: false).Accounts), _typed.File("2.csv", new Planted("campagne", 6, 90, 50, withPosts: false).Accounts)];
        var other = _typed.File("3.csv", new Planted("montagne", 7, 60, 40, withPosts: false).Accounts);
        var answer = await _typed.Run(["accounts", "compare", "--data", .. files, "--test", other, "--json"]);
        var sets = Json(answer)["sets"]!.AsArray().Select(s => s!).ToList();
        Assert.Equal(["campagne", "ville", "montagne: amplifier", "montagne: feed", "montagne: persona", "montagne: spammer"], sets.Select(s => (string)s["set"]!).Order(Comparer<string>.Create((a, b) => a.Contains(':') != b.Contains(':') ? a.Contains(':').CompareTo(b.Contains(':')) : string.CompareOrdinal(a, b))));
        Assert.All(sets, set =>
        {
            Assert.Equal(0.5, (double)set["majority"]!["auc"]!);
            Assert.InRange((double)set["forest21"]!["auc"]!, 0, 1);
            Assert.InRange((double)set["dormant"]!["auc"]!, 0, 1);
        });
        Assert.Contains("groupes d’arbres", answer.Error, StringComparison.Ordinal);
        var table = (await _typed.Run(["accounts", "compare", "--data", .. files])).Output;
        Assert.Contains("forêt 21 AUC", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,label\n1,bot\n", "au moins")]
    [InlineData("id,screen_name,followers_count\n1,lou,3\n", "étiquette")]
    [InlineData("bonjour", "aucun compte")]
    public async Task What_cannot_teach_is_said_in_one_line(string csv, string says)
    {
        var answer = await _typed.Run(["accounts", "train", "--data", _typed.File("x.csv", csv), "--out", Path("m")]);
        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.Contains(says, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.False(File.Exists(Path("m")));
    }

    async Task<Answer> Train(Planted crowd, string name, params string[] more) =>
        await _typed.Run(["accounts", "train", "--data", _typed.File(name + ".csv", crowd.Accounts), "--posts", _typed.File(name + "p.csv", crowd.PostsCsv), "--out", Path(name), .. more]);

    string Path(string name) => _typed.Data + "-" + name.ToString(CultureInfo.InvariantCulture);

    static JsonNode Json(Answer answer) => JsonNode.Parse(answer.Output)!;
}
