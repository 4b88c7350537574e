using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Beffroi.Detection;

namespace Beffroi.Cli.Tests.Detection;

public sealed class AccountsTests : IDisposable
{
    const string Lines = """
        {"id":9007199254740993,"screen_name":"lou","followers_count":0,"friends_count":3,"statuses_count":2,"created_at":"Fri Mar 01 10:00:00 +0000 2019","protected":false,"probe_at":"2019-04-01"}
        {"id":"2","screen_name":"
        {"id":"3","screen_name":"noa","followers_count":50,"friends_count":60,"statuses_count":90000,"created_at":"Fri Mar 01 10:00:00 +0000 2013","protected":false,"probe_at":"2019-04-01"}

        """;

    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Fact]
    public async Task Each_account_has_one_line_whose_contributions_add_up_to_its_score()
    {
        var answer = await _typed.Run(["accounts", "score", _typed.File("a.jsonl", Lines), "--model", Model(), "--reasons", "1", "--prior", "0.2", "--json"]);
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("ligne 2", answer.Error, StringComparison.Ordinal);
        var lines = Json(answer);
        Assert.Equal(["9007199254740993", "3"], lines.Select(l => (string?)l["id"]));
        Assert.Equal([1, 3], lines.Select(l => (int)l["line"]!));
        Assert.All(lines, line =>
        {
            var (score, log) = ((double)line["score"]!, (double)line["logOdds"]!);
            Assert.Equal(score, (double)line["base"]! + line["reasons"]!.AsArray().Sum(r => (double)r!["contribution"]!) + (double)line["otherContributions"]!, 1e-6);
            Assert.Equal(log, (double)line["baseLogOdds"]! + line["reasons"]!.AsArray().Sum(r => (double)r!["logOdds"]!) + (double)line["otherLogOdds"]!, 1e-6);
            // The formula of the prior, from the odds at one half.
            var odds = Math.Exp(log) * 0.2 / 0.8;
            Assert.Equal(odds / (1 + odds), score, 1e-9);
            Assert.Equal("profile", (string?)Assert.Single(line["tiers"]!.AsArray()));
            Assert.Equal("timeline", (string?)Assert.Single(line["missingTiers"]!.AsArray()));
            Assert.EndsWith(".", (string?)Assert.Single(line["reasons"]!.AsArray())!["text"], StringComparison.Ordinal);
        });
        Assert.True((double)lines[1]["score"]! > (double)lines[0]["score"]!);
    }

    [Fact]
    public async Task Without_reasons_the_scores_are_the_same()
    {
        var file = _typed.File("a.jsonl", Lines);
        var with = Json(await _typed.Run(["accounts", "score", file, "--model", Model(), "--json"]));
        var without = Json(await _typed.Run(["accounts", "score", file, "--model", Model(), "--json", "--reasons", "0"]));
        Assert.Equal(with.Select(l => (double)l["score"]!), without.Select(l => (double)l["score"]!));
        Assert.All(without, line => Assert.Null(line["reasons"]));
    }

    [Fact]
    public async Task A_person_reads_sentences_and_a_caution_in_either_language()
    {
        var file = _typed.File("a.jsonl", Lines);
        var french = (await _typed.Run(["accounts", "score", file, "--model", Model()])).Output;
        Assert.Contains("@noa", french, StringComparison.Ordinal);
        Assert.Contains("jamais une preuve", french, StringComparison.Ordinal);
        Assert.Contains("never a proof", (await _typed.Run(["accounts", "score", file, "--model", Model(), "--lang", "en"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Posts_are_looked_at_when_they_are_given()
    {
        var file = _typed.File("u.csv", "id,username,followers_count\na-1,lou,3\n");
        var posts = _typed.File("p.csv", "id,author_id,created_at,text\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"{i},a-1,2024-03-01T{i:00}:00:00Z,bonjour {i}\n")));
        var line = Assert.Single(Json(await _typed.Run(["accounts", "score", file, "--model", Model(), "--posts", posts, "--json"])));
        Assert.Contains("timeline", line["tiers"]!.AsArray().Select(t => (string?)t));
    }

    [Fact]
    public async Task Too_many_errors_stop_with_a_sentence_and_exit_2()
    {
        var answer = await _typed.Run(["accounts", "dormant", _typed.File("a.jsonl", Lines), "--max-errors", "0.1", "--json"]);
        Assert.Equal(2, answer.ExitCode);
        Assert.StartsWith("beffroi : ", answer.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Contains("--max-errors", answer.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Equal(0, (await _typed.Run(["accounts", "dormant", _typed.File("a.jsonl", Lines), "--max-errors", "40%", "--json"])).ExitCode);
    }

    [Fact]
    public async Task The_dormant_rule_has_its_verdicts_and_a_packed_file_is_read_by_its_content()
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Lines + "{\"id\":\"4\",\"screen_name\":\"zoe\",\"statuses_count\":1}\n"), TestContext.Current.CancellationToken);
        }

        var answer = await _typed.Run(["accounts", "dormant", _typed.File("comptes", packed.ToArray()), "--created-from", "2019-02-01", "--json"]);
        Assert.Equal(["dormant", "no", "undecided"], Json(answer).Select(l => (string?)l["verdict"]));
        Assert.Contains("1 compte dormant, 1 autre, 1 indécis", (await _typed.Run(["accounts", "dormant", _typed.File("comptes", packed.ToArray()), "--created-from", "2019-02-01"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_21_features_leave_empty_what_is_not_given()
    {
        var answer = await _typed.Run(["accounts", "features", "-"], System.Text.Encoding.UTF8.GetBytes("id,screen_name,statuses_count,label\n1,lou12,5,bot\n"));
        Assert.Equal("id,label," + string.Join(',', BotFinderFeatures.Names) + "\n1,bot,5,,,,,,,,,,,,,,,,,5,,2,\n", answer.Output);
    }

    [Theory]
    [InlineData("nulle-part.jsonl")]
    [InlineData("rubbish")]
    [InlineData("empty")]
    public async Task A_file_that_cannot_be_read_is_said_in_one_line(string name)
    {
        var path = name is "nulle-part.jsonl" ? name : _typed.File(name, name is "empty" ? "" : "bonjour\n");
        var answer = await _typed.Run(["accounts", "dormant", path, "--json"]);
        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.StartsWith("beffroi : ", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_model_is_refused()
    {
        var answer = await _typed.Run(["accounts", "score", _typed.File("a.jsonl", Lines), "--model", _typed.File("m", "bonjour"), "--json"]);
        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
    }

    [Fact]
    public async Task Many_accounts_keep_the_order_of_the_file_and_bytes_are_the_same_as_text()
    {
        var file = _typed.File("a.csv", "id,screen_name,followers_count,statuses_count\n" + string.Concat(Enumerable.Range(0, 3_000).Select(i => $"{i},é{i},{i % 9},{i}\n")));
        string[] asked = ["accounts", "score", file, "--model", Model(), "--reasons", "0", "--json"];
        var answer = await _typed.Run(asked);
        Assert.Equal(Enumerable.Range(0, 3_000).Select(i => $"{i}"), Json(answer).Select(l => (string)l["id"]!));
        using var bytes = new MemoryStream();
        var terminal = new Terminal { Input = Stream.Null, Output = TextWriter.Null, OutputBytes = bytes, Error = TextWriter.Null, Variable = _ => null, Clock = TimeProvider.System };
        Assert.Equal(0, await CommandLine.Run(asked, terminal, TestContext.Current.CancellationToken));
        Assert.Equal(answer.Output, System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
    }

    [Fact]
    public async Task A_network_not_learnt_a_quiet_account_and_one_that_says_so_have_their_own_answers()
    {
        var file = _typed.File("a.jsonl", """
            {"id":"7","username":"lou","acct":"lou","followers_count":50,"following_count":60,"statuses_count":90000,"created_at":"2019-03-01T00:00:00Z","bot":false,"display_name":"Lou"}
            {"id":"8","username":"noa","acct":"noa","followers_count":50,"following_count":60,"statuses_count":90000,"created_at":"2019-03-01T00:00:00Z","bot":true,"display_name":"Noa"}

            """);
        var lines = Json(await _typed.Run(["accounts", "score", file, "--model", Model(), "--prior", "0.999", "--json", "--observed", "2020-03-01"]));
        Assert.Equal([("undetermined", "network"), ("bot", null)], lines.Select(l => ((string?)l["class"], (string?)l["doubt"])));
        Assert.True((bool)lines[1]["declaredBot"]!);
        Assert.StartsWith("Ce compte dit lui-même qu’il est automatisé.", (string?)lines[1]["summary"], StringComparison.Ordinal);
        var quiet = _typed.File("q.csv", "id,screen_name,followers_count,statuses_count,created_at,probe_at\n1,lou,50,49,2019-03-30,2019-04-01\n2,noa,50,50,2019-03-30,2019-04-01\n");
        Assert.Equal([("undetermined", "quiet"), ("bot", null)], Json(await _typed.Run(["accounts", "score", quiet, "--model", Model(), "--prior", "0.999", "--json"])).Select(l => ((string?)l["class"], (string?)l["doubt"])));
    }

    [Fact]
    public async Task Posts_match_names_in_any_case_and_what_matches_is_counted()
    {
        var file = _typed.File("u.csv", "id,screen_name,followers_count\n1,Lou,3\n2,noa,3\n");
        var posts = _typed.File("p.csv", "id,author_id,created_at,text\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"{i},@lOU,2024-03-01T{i:00}:00:00Z,bonjour {i}\n")) + "90,9,2024-03-01T00:00:00Z,x\n");
        var answer = await _typed.Run(["accounts", "score", file, "--model", Model(), "--posts", posts, "--json"]);
        var lines = Json(answer);
        Assert.Contains("timeline", lines[0]["tiers"]!.AsArray().Select(t => (string?)t));
        Assert.DoesNotContain("timeline", lines[1]["tiers"]!.AsArray().Select(t => (string?)t));
        Assert.Contains("1 compte a des messages, 1 n’en a pas\u00a0; 20 messages d’un compte du fichier, 1 d’aucun", answer.Error, StringComparison.Ordinal);
        var none = await _typed.Run(["accounts", "score", file, "--model", Model(), "--posts", _typed.File("n.csv", "id,author_id,created_at,text\n90,9,2024-03-01T00:00:00Z,x\n"), "--json"]);
        Assert.Contains("aucun message n’est d’un compte du fichier", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_share_of_errors_allowed_holds_for_the_posts_too()
    {
        var file = _typed.File("u.csv", "id,screen_name,followers_count\n1,lou,3\n");
        var posts = _typed.File("p.csv", "id,author_id,created_at,text\n1,1,2024-03-01T00:00:00Z,x\n2,1,hier,y\n");
        Assert.Equal(0, (await _typed.Run(["accounts", "score", file, "--model", Model(), "--posts", posts, "--json"])).ExitCode);
        var answer = await _typed.Run(["accounts", "score", file, "--model", Model(), "--posts", posts, "--max-errors", "0.1", "--json"]);
        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.Contains("p.csv", answer.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_mostly_wrong_gives_no_score_and_one_wrong_later_says_what_is_out()
    {
        const string Sound = "{\"id\":\"1\",\"screen_name\":\"lou\",\"followers_count\":3}\n";
        var wrong = string.Concat(Enumerable.Repeat(Sound + "{\"id\n", 2_000));
        var first = await _typed.Run(["accounts", "score", _typed.File("w.jsonl", wrong), "--model", Model(), "--json"]);
        Assert.Equal((2, ""), (first.ExitCode, first.Output));
        var later = await _typed.Run(["accounts", "score", _typed.File("l.jsonl", string.Concat(Enumerable.Repeat(Sound, 3_000)) + wrong), "--model", Model(), "--json"]);
        Assert.Equal(2, later.ExitCode);
        Assert.True(Json(later).Count >= 3_000);
        Assert.Contains($"({Json(later).Count}comptes)n’estqueledébutdufichier", string.Concat(later.ErrorLines[^1].Where(c => !char.IsWhiteSpace(c))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dormant")]
    [InlineData("score")]
    public async Task A_name_does_not_command_the_terminal(string command)
    {
        var file = _typed.File("a.jsonl", """{"id":"1\u001b[2J","screen_name":"lou\u001b]0;x\u0007\u202e","followers_count":0,"friends_count":3,"statuses_count":2,"created_at":"Fri Mar 01 10:00:00 +0000 2019","protected":false,"probe_at":"2019-04-01"}""" + "\n");
        var answer = await _typed.Run(command is "score" ? ["accounts", command, file, "--model", Model()] : ["accounts", command, file]);
        Assert.Contains("@lou·]0;x··", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Output, c => c is '\u001b' or '\u0007' or '\u202e');
    }

    static List<JsonNode> Json(Answer answer) => [.. answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];

    /// <summary>A model of two stumps in each tier.</summary>
    string Model()
    {
        using var file = new MemoryStream();
        new AutomationModel("invented", null, Tier(AccountFeature.PostsPerDay, AccountFeature.Posts, AccountFeature.Followers), Tier(AccountFeature.TimelinePosts, AccountFeature.Links, AccountFeature.PostLength)).Write(file);
        return _typed.File("invented.beffroi", file.ToArray());
    }

    static AutomationTier Tier(params AccountFeature[] features)
    {
        var (low, high) = (new float[AccountFeatures.Count], new float[AccountFeatures.Count]);
        low.AsSpan().Fill(float.MinValue);
        high.AsSpan().Fill(float.MaxValue);
        var trees = features.Concat(features.Reverse().Take(features.Length - 1)).Take(4).Select((f, i) => new DecisionTree
        {
            Feature = [(int)f, -1, -1],
            Threshold = [5, 0, 0],
            Left = [1, -1, -1],
            Right = [2, -1, -1],
            MissingLeft = [true, false, false],
            Value = [0, -0.4 - (0.1 * i), 0.5],
            Cover = [10, 6, 4],
        });
        return new(new(AccountFeatures.Count, [.. trees]), bags: 2, intercept: 0.1, ImmutableArray.Create(low), ImmutableArray.Create(high));
    }
}
