using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace Beffroi.Cli.Tests;

public sealed class ScoreTests : IDisposable
{
    const string Small = """{"situations":[{"situation":"livraison","answers":[{"metacompetence":"ccf","correct":true,"seconds":8.0}]},{"situation":"maintenance","answers":[{"kind":"word","correct":true,"seconds":1.0}]}]}""";

    static readonly string[] Damages = ["\\ud800", "\\u0000", "1e999", "[[[[", "null", "-0.0", "\"\"", "\uFEFF"];

    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    public static TheoryData<string> Names() => [.. Vectors.All.Select(v => v.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Historique_gives_the_published_figures(string name)
    {
        var vector = Vectors.All.Single(v => string.Equals(v.Name, name, StringComparison.Ordinal));
        var answer = await _typed.Run(["eva", "score", _typed.File("partie.json", vector.File.ToJsonString()), "--engine", "historique", "--json"]);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        var score = JsonNode.Parse(answer.Output)!;
        Assert.Equal(["litteratie", "numeratie", "synthese", "flags"], score.AsObject().Select(p => p.Key));
        Assert.Equal(vector.Litteratie, score["litteratie"]!["score"]!.GetValue<double>(), 6e-7);
        Assert.Equal(vector.Numeratie, score["numeratie"]!["score"]!.GetValue<double>(), 6e-4);
        Assert.Equal(
            (vector.Cefr, vector.Cenf, vector.AnlciReading, vector.AnlciNumeracy, vector.Synthesis),
            ((string?)score["litteratie"]!["cefr"], (string?)score["numeratie"]!["cenf"], (string?)score["litteratie"]!["anlci"], (string?)score["numeratie"]!["anlci"], (string?)score["synthese"]));
    }

    [Theory]
    [InlineData("all right, 50 s", "illettrisme_potentiel")]
    [InlineData("random clicks", "socle_clea")]
    public async Task Beffroi_never_says_what_speed_alone_made_historique_say(string name, string never)
    {
        var file = Vectors.All.Single(v => string.Equals(v.Name, name, StringComparison.Ordinal)).File;
        var answer = await _typed.Run(["eva", "score", "-", "--engine", "beffroi", "--json"], Encoding.UTF8.GetBytes(file.ToJsonString()));
        Assert.NotEqual(never, (string?)JsonNode.Parse(answer.Output)!["synthese"]);
    }

    [Fact]
    public async Task The_standard_input_and_a_file_give_the_same_and_beffroi_is_the_default()
    {
        var file = await _typed.Run(["eva", "score", _typed.File("p.json", Small), "--json"]);
        var input = await _typed.Run(["eva", "score", "-", "--engine", "beffroi", "--json"], Encoding.UTF8.GetBytes(Small));
        Assert.Equal(0, file.ExitCode);
        Assert.Equal(file, input);
    }

    [Fact]
    public async Task A_person_reads_a_table_in_French()
    {
        var answer = await _typed.Run(["eva", "score", _typed.File("p.json", Vectors.All[2].File.ToJsonString()), "--engine", "historique"]);
        Assert.Contains("Littératie  A1            4           \u22121,772", answer.Output, StringComparison.Ordinal);
        Assert.Contains("Numératie   Y1 ou plus    4++          2,125", answer.Output, StringComparison.Ordinal);
        Assert.Contains("Synthèse : Des bases présentes, à consolider", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_calibrated_says_so() =>
        Assert.Contains("non étalonné, à titre exploratoire", (await _typed.Run(["eva", "score", _typed.File("p.json", Small)])).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("bonjour")]
    [InlineData("{}")]
    [InlineData("""{"situations":[]}""")]
    [InlineData("""{"situations":[{"situation":"tri","answers":[]}]}""")]
    [InlineData("""{"situations":[{"situation":"livraison","answers":[{},{},{}]}]}""")]
    [InlineData("""{"situations":[{"situation":"livraison","answers":[{"metacompetence":"\ud800","correct":true}]}]}""")]
    [InlineData("""{"situations":[{"situation":"\udc00\n","answers":[]}]}""")]
    public async Task A_bad_file_is_refused_in_one_line_with_exit_2(string text) => Refused(await _typed.Run(["eva", "score", _typed.File("p.json", text), "--json"]));

    [Fact]
    public async Task What_is_no_file_of_text_is_refused_in_one_line_with_exit_2()
    {
        Refused(await _typed.Run(["eva", "score", _typed.File("p.json", [0x7B, 0xFF, 0xFE, 0x00])]));
        Refused(await _typed.Run(["eva", "score", _typed.File("p.json", new byte[(16 * 1024 * 1024) + 1])]));
        Refused(await _typed.Run(["eva", "score", Path.Combine(_typed.Data, "absent.json")]));
        Refused(await _typed.Run(["eva", "score", Path.GetTempPath()]));
        Refused(await _typed.Run(["eva", "score", ""]));
        Refused(await _typed.Run(["eva", "score", "@absent"]));
        Refused(await _typed.Run(["eva", "score", "-"]));
    }

    [Fact]
    public async Task Several_problems_are_counted()
    {
        var answer = await _typed.Run(["eva", "score", _typed.File("p.json", """{"situations":[{"situation":"livraison","answers":[{"metacompetence":"ccf"},{"metacompetence":"ccf"}]}]}""")]);
        Assert.Equal(["beffroi : $.situations[0].answers[0].correct : manque ; true ou false est attendu (et 1 autre problème)"], answer.ErrorLines);
    }

    [Fact]
    public async Task Any_damage_to_a_file_is_scored_or_refused_in_one_line() =>
        await Gen.Select(Gen.Int[0, Small.Length - 1], Gen.Int[0, 30], Gen.OneOf(Gen.String[0, 6], Gen.OneOf([.. Damages.Select(Gen.Const)]))).SampleAsync(async (at, cut, text) =>
        {
            var damaged = Small.Remove(at, Math.Min(cut, Small.Length - at)).Insert(at, text);
            var answer = await _typed.Run(["eva", "score", "-", "--json"], Encoding.UTF8.GetBytes(damaged));
            if (answer.ExitCode == 0)
            {
                Assert.NotNull(JsonNode.Parse(answer.Output));
                Assert.Empty(answer.Error);
            }
            else
            {
                Refused(answer);
            }
        }, iter: 400, threads: 1);

    static void Refused(Answer answer)
    {
        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.StartsWith("beffroi : ", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }
}
