using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Beffroi.Cli.Detection;

namespace Beffroi.Cli.Tests.Detection;

/// <summary>What labelled files hold that would make a model, or its figures, better than they are.</summary>
public sealed class LabelledDataTests : IDisposable
{
    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Theory]
    [InlineData("human", 60)]
    [InlineData("bot", 0)]
    public async Task One_label_alone_is_judged_at_the_default_share_and_has_no_figure_that_needs_two(string label, int people)
    {
        var rows = Rows(new Planted("ville", 5, 60, 40, withPosts: false));
        var file = _typed.File("one.csv", string.Join('\n', rows.Where((row, i) => i == 0 || row.EndsWith("," + label, StringComparison.Ordinal))));
        var answer = await Evaluate(file);
        var report = Json(answer);
        Assert.Equal((0.1, 0.1), ((double)report["prior"]!, (double)report["priorApplied"]!));
        Assert.All((string[])["auc", "f1", "precision", "recall", "ece"], figure => Assert.Null(report[figure]));
        Assert.True((double)report["brier"]! > 0);
        Assert.Equal(people, (int)report["falseAlarms"]!.AsArray()[0]!["people"]!);
        Assert.Contains("même étiquette (" + label, answer.Error, StringComparison.Ordinal);
        // The verdicts are those of the command that scores: nothing of the labels went into them.
        var scores = (await _typed.Run(["accounts", "score", file, "--reasons", "0", "--json"])).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();
        Assert.Equal(scores.Count(s => (string?)s["class"] is "undetermined"), (int)report["undetermined"]!);
        Assert.Equal(scores.Average(s => Math.Pow((double)s["score"]! - (label is "bot" ? 1 : 0), 2)), (double)report["brier"]!, 1e-6);
    }

    [Fact]
    public async Task With_both_labels_the_share_is_that_of_the_file_and_which_account_is_which_changes_nothing_of_it()
    {
        var rows = Rows(new Planted("ville", 5, 60, 40, withPosts: false));
        var straight = Json(await Evaluate(_typed.File("a.csv", string.Join('\n', rows))));
        // The same number of bots, other accounts.
        var turned = rows.Select((row, i) => i == 0 ? row : row[..row.LastIndexOf(',')] + (i <= 40 ? ",bot" : ",human"));
        var other = Json(await Evaluate(_typed.File("b.csv", string.Join('\n', turned))));
        Assert.Equal((0.4, 0.4), ((double)straight["prior"]!, (double)other["prior"]!));
        Assert.Equal((double)straight["priorApplied"]!, (double)other["priorApplied"]!);
        Assert.NotEqual((double)straight["auc"]!, (double)other["auc"]!);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("damaged")]
    [InlineData("bomb")]
    public async Task A_compressed_file_that_is_cut_damaged_or_a_bomb_ends_the_three_commands_with_one_line(string how)
    {
        var sound = _typed.File("sound.csv", new Planted("campagne", 6, 60, 40, withPosts: false).Accounts);
        var bytes = Packed(how is "bomb" ? "id,screen_name,description,label\n1,lou," + new string('a', 40 << 20) : new Planted("ville", 5, 300, 200, withPosts: false).Accounts);
        var file = _typed.File("x.csv.gz", how switch { "cut" => bytes[..(bytes.Length * 9 / 10)], "damaged" => [.. bytes.Select((b, i) => i > bytes.Length / 2 && i < (bytes.Length / 2) + 40 ? (byte)(b ^ 0x5A) : b)], _ => bytes });
        string[][] commands = [["accounts", "train", "--data", file, "--out", Path("m")], ["accounts", "evaluate", "--data", file], ["accounts", "compare", "--data", sound, "--test", file]];
        foreach (var command in commands)
        {
            var answer = await _typed.Run(command);
            Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
            Assert.StartsWith("beffroi", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
            Assert.Contains("x.csv.gz", answer.Error, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(Path("m")));
    }

    [Fact]
    public async Task Posts_cut_short_end_the_command_too()
    {
        var crowd = new Planted("ville", 5, 40, 30);
        var bytes = Packed(crowd.PostsCsv);
        var answer = await _typed.Run(["accounts", "evaluate", "--data", _typed.File("a.csv", crowd.Accounts), "--posts", _typed.File("p.csv.gz", bytes[..(bytes.Length / 2)])]);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("p.csv.gz", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_that_cannot_be_read_are_said_in_accounts_and_in_posts_and_too_many_stop()
    {
        var crowd = new Planted("ville", 5, 40, 30);
        // The clock of the test says 2026: a later date is one from the future.
        var rows = Rows(crowd).Select((row, i) => i is 3 or 9 ? row.Replace("2024-04-01T00:00:00Z", "2031-04-01T00:00:00Z", StringComparison.Ordinal) : row);
        var (file, posts) = (_typed.File("a.csv", string.Join('\n', rows)), _typed.File("p.csv", crowd.PostsCsv + "p-1,ville-0,hier,bonjour\n"));
        var answer = await _typed.Run(["accounts", "evaluate", "--data", file, "--posts", posts, "--json"]);
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains(answer.ErrorLines, line => line.Contains("ligne 4, champ", StringComparison.Ordinal) && line.Contains("futur", StringComparison.Ordinal));
        Assert.Contains(answer.ErrorLines, line => line.Contains("a.csv", StringComparison.Ordinal) && line.Contains("FutureDate 2", StringComparison.Ordinal));
        Assert.Contains(answer.ErrorLines, line => line.Contains("p.csv", StringComparison.Ordinal) && line.Contains("UnreadableDate 1", StringComparison.Ordinal));
        string[][] commands = [["accounts", "train", "--data", file, "--out", Path("m")], ["accounts", "evaluate", "--data", file], ["accounts", "compare", "--data", file, "--test", file]];
        foreach (var command in commands)
        {
            var stopped = await _typed.Run([.. command, "--max-errors", "1%"]);
            Assert.Equal(2, stopped.ExitCode);
            Assert.Contains("--max-errors", stopped.ErrorLines[^1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_account_without_protected_is_public_for_the_dormant_rule_of_the_comparison()
    {
        const string dormant = "9{0},sleeper{0},Sleeper,2014-03-01,2024-04-01,2,1,90,0,0,0,1,0,fr,,bot\n";
        const string person = "8{0},walker{0},Walker,2014-03-01,2024-04-01,900,200,190,50,1,0,0,0,fr,Ravie,human\n";
        const string header = "id,screen_name,name,created_at,probe_at,statuses_count,followers_count,friends_count,favourites_count,listed_count,verified,default_profile,default_profile_image,lang,description,label\n";
        var test = _typed.File("t.csv", header + string.Concat(Enumerable.Range(0, 10).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, dormant + person, i))));
        var set = Json(await _typed.Run(["accounts", "compare", "--data", _typed.File("a.csv", new Planted("ville", 5, 60, 40, withPosts: false).Accounts), "--test", test, "--json"]))["sets"]!.AsArray()[0]!;
        Assert.Equal((1.0, 1.0), ((double)set["dormant"]!["auc"]!, (double)set["dormant"]!["f1"]!));
    }

    [Fact]
    public async Task Accounts_of_the_set_judged_are_taken_out_of_those_learnt_from_by_identifier_or_by_name()
    {
        var (first, second) = (Rows(new Planted("ville", 5, 80, 60, withPosts: false)), Rows(new Planted("campagne", 6, 90, 50, withPosts: false)));
        // Three accounts of the second set are in the first too: two by their identifier, one by its name alone, in capitals.
        var one = second[3].Split(',');
        string[] strays = [second[1].Replace("campagne,", "ville,", StringComparison.Ordinal), second[2].Replace("campagne,", "ville,", StringComparison.Ordinal), string.Join(',', ["ville", one[1], "ville-999", one[3].ToUpperInvariant(), .. one[4..]])];
        string[] files = [_typed.File("1.csv", string.Join('\n', first.Concat(strays))), _typed.File("2.csv", string.Join('\n', second))];
        var answer = await _typed.Run(["accounts", "train", "--data", .. files, "--holdout", "campagne", "--out", Path("m"), "--json"]);
        Assert.Equal(140, (int)Json(answer)["n"]!);
        Assert.Contains("3 comptes sont aussi du jeu à juger", answer.Error, StringComparison.Ordinal);
        await _typed.Run(["accounts", "train", "--data", _typed.File("3.csv", string.Join('\n', first)), "--out", Path("alone")]);
        Assert.Equal(await Bytes("alone"), await Bytes("m"));
        var compared = await _typed.Run(["accounts", "compare", "--data", files[0], "--test", files[1], "--json"]);
        Assert.Contains("3 comptes sont aussi du jeu à juger", compared.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_comes_again_counts_once_and_one_with_two_labels_not_at_all()
    {
        var rows = Rows(new Planted("ville", 5, 60, 40, withPosts: false));
        // The 2nd and 3rd people again; the 4th again as a bot; without an identifier, the 5th twice by its name.
        var nameless = rows[5].Replace(rows[5].Split(',')[2], "", StringComparison.Ordinal);
        string[] again = [rows[2], rows[3], rows[4].Replace(",human", ",bot", StringComparison.Ordinal), nameless];
        var file = _typed.File("a.csv", string.Join('\n', [.. rows[..5], nameless, .. rows[6..], .. again]));
        var answer = await Evaluate(file);
        Assert.Equal((99, 40), ((int)Json(answer)["n"]!, (int)Json(answer)["bots"]!));
        Assert.Contains("3 comptes reviennent", answer.Error, StringComparison.Ordinal);
        Assert.Contains("erreur, 1 compte est étiqueté à la fois bot et human", answer.Error, StringComparison.Ordinal);
        // Across files and sets too.
        var both = await _typed.Run(["accounts", "evaluate", "--data", file, _typed.File("b.csv", string.Join('\n', rows[..2])), "--json"]);
        Assert.Equal(99, (int)Json(both)["n"]!);
    }

    [Fact]
    public async Task A_model_that_could_not_be_written_is_refused_before_the_training()
    {
        var file = _typed.File("a.csv", new Planted("ville", 5, 80, 60, withPosts: false).Accounts);
        var answer = await _typed.Run(["accounts", "train", "--data", file, "--out", System.IO.Path.Combine(_typed.Data, "nowhere", "m")]);
        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.Contains("son dossier n’existe pas", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Directory.CreateDirectory(_typed.Data);
        Assert.Contains("est un dossier", Assert.Single((await _typed.Run(["accounts", "train", "--data", file, "--out", _typed.Data])).ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Posts_about_the_accounts_to_judge_alone_are_enough_to_compare()
    {
        var (taught, judged) = (new Planted("ville", 5, 60, 40, withPosts: false), new Planted("campagne", 6, 40, 30));
        var answer = await _typed.Run(["accounts", "compare", "--data", _typed.File("a.csv", taught.Accounts), "--test", _typed.File("t.csv", judged.Accounts), "--posts", _typed.File("p.csv", judged.PostsCsv), "--json"]);
        Assert.Equal(0, answer.ExitCode);
        Assert.NotEmpty(Json(answer)["sets"]!.AsArray());
    }

    [Fact]
    public async Task Sets_that_contradict_each_other_teach_nothing_and_it_is_said()
    {
        var (first, second) = (new Planted("ville", 5, 80, 80, withPosts: false), Rows(new Planted("campagne", 6, 80, 80, withPosts: false)));
        var turned = second.Select((row, i) => i == 0 ? row : row.EndsWith(",bot", StringComparison.Ordinal) ? row[..^3] + "human" : row[..^5] + "bot");
        var answer = await _typed.Run(["accounts", "train", "--data", _typed.File("1.csv", first.Accounts), _typed.File("2.csv", string.Join('\n', turned)), "--out", Path("m")]);
        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.Contains("n’apprennent rien", answer.ErrorLines[^1], StringComparison.Ordinal);
        Assert.False(File.Exists(Path("m")));
    }

    [Fact]
    public async Task A_model_says_when_its_day_is_past_and_not_before()
    {
        var file = _typed.File("a.csv", new Planted("ville", 5, 80, 60, withPosts: false).Accounts);
        Assert.Equal(0, (await _typed.Run(["accounts", "train", "--data", file, "--out", Path("m")])).ExitCode);
        var model = ModelFile.Read(Path("m"));
        Assert.Equal((new DateOnly(2026, 11, 23), new DateOnly(2027, 11, 23)), (model.TrainedOn!.Value, model.ExpiresOn!.Value));
        _typed.Clock.Advance(TimeSpan.FromDays(365));
        Assert.All(await Both(), error => Assert.DoesNotContain("expiré", error, StringComparison.Ordinal));
        _typed.Clock.Advance(TimeSpan.FromDays(1));
        Assert.All(await Both(), error => Assert.Contains("a expiré le 23 novembre 2027", error, StringComparison.Ordinal));

        async Task<string[]> Both() =>
        [
            (await _typed.Run(["accounts", "score", file, "--model", Path("m"), "--json"])).Error,
            (await _typed.Run(["accounts", "evaluate", "--data", file, "--model", Path("m"), "--json"])).Error,
        ];
    }

    Task<Answer> Evaluate(string file) => _typed.Run(["accounts", "evaluate", "--data", file, "--json"]);

    static string[] Rows(Planted crowd) => crowd.Accounts.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    Task<byte[]> Bytes(string name) => File.ReadAllBytesAsync(Path(name), TestContext.Current.CancellationToken);

    string Path(string name) => _typed.Data + "-" + name;

    static JsonNode Json(Answer answer) => answer.ExitCode == 0 ? JsonNode.Parse(answer.Output)! : throw new InvalidOperationException(answer.Error);
}
