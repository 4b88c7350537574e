using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace Beffroi.Cli.Tests.Psychometrics;

/// <summary>Files broken in every way one can think of: read, or refused in one line.</summary>
public sealed class DamageTests : IDisposable
{
    const string Answers = "id,\"Q1\",Q2,Q3\r\n\"Zoé \"\"Z\"\"\",1,0,1\r\nb,1,,2\r\nc,0,NA,0\r\n";
    const string BankCsv = "item,model,a,b,c,d,b1,b2,scores\nQ1,2pl,1.2,-1,,,,,\nQ2,3pl,1,0,0.2,1,,,0 1\nQ3,gpcm,0.8,,,,-0.5,1,0 1 2\n";
    const string BankJson = """{"model":"2pl","items":[{"id":"Q1","a":1.2,"b":-1},{"id":"Q2","model":"3pl","a":1,"b":0,"c":0.2},{"id":"Q3","model":"gpcm","a":0.8,"thresholds":[-0.5,1]}]}""";

    static readonly string[] Pieces = ["\"", "\"\"", ",", ";", "\t", "\r", "\n", "\0", "NA", "-1", "1e999", "101", "\uFEFF", "é", "[[[[", "null", "\\ud800", "NaN", "{"];

    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Fact]
    public async Task Any_damage_to_answers_is_read_or_refused_in_one_line() =>
        await Damage(Answers).SampleAsync(async damaged => Check(await Score(damaged, Encoding.UTF8.GetBytes(BankCsv))), iter: 500, threads: 1);

    [Theory]
    [InlineData(BankCsv)]
    [InlineData(BankJson)]
    public async Task Any_damage_to_a_bank_is_read_or_refused_in_one_line(string bank) =>
        await Damage(bank).SampleAsync(async damaged => Check(await Score(Encoding.UTF8.GetBytes(Answers), damaged)), iter: 400, threads: 1);

    [Fact]
    public async Task Any_damage_to_a_compressed_file_is_refused_or_changes_nothing()
    {
        var (packed, bank) = (Packed.Gzip(Answers), Encoding.UTF8.GetBytes(BankCsv));
        var expected = await Score(packed, bank);
        Assert.Equal(0, expected.ExitCode);
        await Gen.Select(Gen.Int[0, packed.Length - 1], Gen.Byte).SampleAsync(async (at, value) =>
        {
            var damaged = packed.ToArray();
            damaged[at] = value;
            var answer = await Score(damaged, bank);
            if (answer.ExitCode == 0)
            {
                // Bytes of the header that say nothing of the content: its time, its system.
                Assert.Equal(expected.Output, answer.Output);
            }
            else
            {
                Check(answer);
            }
        }, iter: 400, threads: 1);
    }

    [Theory]
    [InlineData("calibrate", "--model", "gpcm", "--max-iterations", "50")]
    [InlineData("reliability")]
    [InlineData("dif", "--group", "id", "--focal", "b", "--method", "mantel")]
    public async Task Any_damage_to_answers_is_refused_in_one_line_or_gives_one_object(params string[] words) =>
        await Damage("id,Q1,Q2,Q3\na,1,0,1\nb,1,,2\nb,0,NA,0\na,0,1,2\nb,0,1,1\na,1,1,0\n").SampleAsync(
            async damaged =>
            {
                var answer = await _typed.Run(["psychometrics", words[0], "-", .. words[0] is "dif" ? Array.Empty<string>() : ["--id", "id"], .. words[1..], "--json"], damaged);
                if (answer.ExitCode == 0)
                {
                    Assert.IsType<JsonObject>(JsonNode.Parse(answer.Output));
                    Assert.All(answer.ErrorLines, line => Assert.StartsWith("attention : ", line, StringComparison.Ordinal));
                }
                else
                {
                    Check(answer);
                }
            },
            iter: 300, threads: 1);

    static Gen<byte[]> Damage(string text) => Gen.Select(
        Gen.Int[0, text.Length - 1],
        Gen.Int[0, 20],
        Gen.OneOf(Gen.String[0, 6].Select(Encoding.UTF8.GetBytes), Gen.OneOf([.. Pieces.Select(Gen.Const)]).Select(Encoding.UTF8.GetBytes), Gen.Byte.Array[0, 4]),
        (at, cut, piece) => (byte[])[.. Encoding.UTF8.GetBytes(text[..at]), .. piece, .. Encoding.UTF8.GetBytes(text[Math.Min(text.Length, at + cut)..])]);

    Task<Answer> Score(byte[] answers, byte[] bank) => _typed.Run(["psychometrics", "score", "-", "--bank", _typed.File("bank", bank), "--id", "id", "--json"], answers);

    static void Check(Answer answer)
    {
        if (answer.ExitCode == 0)
        {
            Assert.All(answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line =>
            {
                var person = JsonNode.Parse(line)!;
                Assert.True(double.IsFinite(person["theta"]!.GetValue<double>()));
                Assert.True(person["se"]!.GetValue<double>() > 0);
            });
            Assert.All(answer.ErrorLines, line => Assert.StartsWith("note : ", line, StringComparison.Ordinal));
        }
        else
        {
            Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
            Assert.StartsWith("beffroi : ", Assert.Single(answer.ErrorLines, line => !line.StartsWith("note : ", StringComparison.Ordinal)), StringComparison.Ordinal);
        }
    }
}
