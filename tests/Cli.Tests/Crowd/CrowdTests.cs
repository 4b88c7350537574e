using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;

namespace Beffroi.Cli.Tests.Crowd;

public sealed class CrowdTests : IDisposable
{
    const string Labels = "item,worker,label\na,ann,yes\na,bob,yes\na,cam,no\nb,ann,no\nb,bob,no\nb,cam,no\nc,ann,yes\nc,bob,no\nd,bob,yes\n";

    static readonly string[] Keys = ["items", "workers", "labels", "classes", "iterations", "accuracy", "seconds"];

    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Theory]
    [InlineData("ds")]
    [InlineData("majority")]
    [InlineData("one-coin")]
    [InlineData("pooled")]
    [InlineData("glad")]
    [InlineData("mace")]
    [InlineData("wawa")]
    public async Task Json_has_what_is_promised_and_nothing_else(string method)
    {
        var (file, truth) = (_typed.File("l.csv", Labels), _typed.File("t.csv", "item,truth\na,yes\nb,no\n"));
        var answer = await _typed.Run(["crowd", "aggregate", file, "--method", method, "--truth", truth, "--json"]);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        var found = JsonNode.Parse(answer.Output)!;
        Assert.Equal(Keys, found.AsObject().Select(p => p.Key));
        Assert.Equal((4, 3, 9, 2, 1.0), ((int)found["items"]!, (int)found["workers"]!, (int)found["labels"]!, (int)found["classes"]!, (double)found["accuracy"]!));
        Assert.Equal(0, (double)found["seconds"]!);
        Assert.Null(JsonNode.Parse((await _typed.Run(["crowd", "aggregate", file, "--json"])).Output)!["accuracy"]);
    }

    [Fact]
    public async Task A_tie_counts_its_share_and_only_gold_counts()
    {
        var (file, truth) = (_typed.File("l.csv", Labels), _typed.File("t.csv", "c,yes\nd,yes\nz,no\n"));
        var answer = await _typed.Run(["crowd", "aggregate", file, "--method", "majority", "--truth", truth, "--json"]);
        Assert.Equal(0.75, (double)JsonNode.Parse(answer.Output)!["accuracy"]!, 1e-12);
        Assert.Equal(["note : " + truth + " : 1 objet sans aucune réponse, hors du calcul"], answer.ErrorLines);
    }

    [Fact]
    public async Task Malformed_lines_are_told_with_their_number_and_leave_the_json_alone()
    {
        var file = _typed.File("l.csv", Labels + "e,ann\n,bob,yes\nf,\"ann,yes\n");
        var answer = await _typed.Run(["crowd", "aggregate", file, "--json"]);
        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(9, (int)JsonNode.Parse(Assert.Single(answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)))!["labels"]!);
        Assert.Equal([$"{file}, ligne 11 : pas le bon nombre de champs", $"{file}, ligne 12 : un champ est vide", $"{file}, ligne 13 : guillemet mal placé ou jamais fermé", $"note : {file} : 3 lignes écartées"], answer.ErrorLines);
    }

    [Fact]
    public async Task Probabilities_go_to_a_table()
    {
        var path = _typed.File("out.csv", "");
        var answer = await _typed.Run(["crowd", "aggregate", _typed.File("l.csv", Labels), "--method", "majority", "--out", path]);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        Assert.Contains("4 objets, 3 personnes, 9 réponses", answer.Output, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(["item,label,answers,certainty,p_no,p_yes", "a,yes,3,0.6666666666666666,0.3333333333333333,0.6666666666666666", "b,no,3,1,1,0", "c,no,2,0.5,0.5,0.5", "d,yes,1,1,0,1"], lines);
    }

    [Fact]
    public async Task The_standard_input_is_read_and_what_cannot_be_is_refused_in_one_line()
    {
        Assert.Equal(4, (int)JsonNode.Parse((await _typed.Run(["crowd", "aggregate", "-", "--json"], Encoding.UTF8.GetBytes(Labels))).Output)!["items"]!);
        await Refused("fichier introuvable", "nulle-part.csv");
        await Refused("aucune réponse", _typed.File("vide.csv", ""));
        await Refused("n’a pas toutes les colonnes", _typed.File("sans.csv", "item,worker,mark\na,b,1\n"));
        await Refused("plus de 1000 réponses différentes", _typed.File("trop.csv", string.Concat(Enumerable.Range(0, 1001).Select(n => string.Create(CultureInfo.InvariantCulture, $"a,b,{n}\n")))));
        var twice = await _typed.Run(["crowd", "aggregate", "-", "--truth", "-"], Encoding.UTF8.GetBytes(Labels));
        Assert.Equal((2, ""), (twice.ExitCode, twice.Output));
        Assert.Contains("l’entrée standard ne se lit qu’une fois", Assert.Single(twice.ErrorLines), StringComparison.Ordinal);
        await Refused("impossible d’écrire", _typed.File("l.csv", Labels), "--out", Path.Combine(_typed.Data, "nulle-part", "x.csv"));
    }

    [Fact]
    public async Task Agreement_is_krippendorffs()
    {
        // Published with two observers of ten units: 0.095.
        var lines = "0 1 0 0 0 0 0 0 1 0".Split(' ').Select((l, i) => $"{i},x,{l}").Concat("1 1 1 0 0 1 0 0 0 0".Split(' ').Select((l, i) => $"{i},y,{l}"));
        var file = _typed.File("l.csv", string.Join('\n', lines));
        var found = JsonNode.Parse((await _typed.Run(["crowd", "agreement", file, "--json"])).Output)!;
        Assert.Equal(0.095, (double)found["alpha"]!, 0.0005);
        Assert.Contains("Alpha de Krippendorff 0,095", (await _typed.Run(["crowd", "agreement", file])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stop_rule_says_what_it_would_have_asked()
    {
        var random = new Random(1);
        var lines = Enumerable.Range(0, 50).SelectMany(i => Enumerable.Range(0, 10).Select(w => $"{i},{w},{(random.NextDouble() < 0.85 ? i % 2 : 1 - (i % 2))}"));
        var (file, truth) = (_typed.File("l.csv", string.Join('\n', lines)), _typed.File("t.csv", string.Join('\n', Enumerable.Range(0, 50).Select(i => $"{i},{i % 2}"))));
        var answer = await _typed.Run(["crowd", "stop", file, "--truth", truth, "--json"]);
        var found = JsonNode.Parse(answer.Output)!;
        Assert.Equal((50, 500), ((int)found["items"]!, (int)found["labels"]!));
        Assert.InRange((int)found["asked"]!, 150, 350);
        Assert.InRange((double)found["accuracy"]!, 0.9, 1);
        Assert.Equal(answer.Output, (await _typed.Run(["crowd", "stop", file, "--truth", truth, "--json"])).Output);
        Assert.Contains("réponses demandées sur 500", (await _typed.Run(["crowd", "stop", file])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_the_command_names_every_option()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs", "cli.md"), TestContext.Current.CancellationToken);
        var terminal = new Terminal { Input = Stream.Null, Output = TextWriter.Null, Error = TextWriter.Null, Variable = _ => null, Clock = TimeProvider.System };
        foreach (var command in CommandLine.Root(terminal).Subcommands.Single(c => c.Name == "crowd").Subcommands)
        {
            var start = page.IndexOf($"\n### crowd {command.Name}\n", StringComparison.Ordinal);
            Assert.True(start >= 0, $"docs/cli.md has no section on crowd {command.Name}.");
            var end = page.IndexOf("\n##", start + 5, StringComparison.Ordinal);
            Assert.All(command.Options.Select(o => o.Name), name => Assert.Contains(name, end < 0 ? page[start..] : page[start..end], StringComparison.Ordinal));
        }
    }

    async Task Refused(string part, params string[] words)
    {
        var answer = await _typed.Run(["crowd", "aggregate", .. words]);
        Assert.Equal(("", true), (answer.Output, answer.ExitCode is 1 or 2));
        Assert.Contains(part, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    static string Here([CallerFilePath] string path = "") => path;
}
