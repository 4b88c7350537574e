using System.Text.Json.Nodes;

namespace Beffroi.Cli.Tests;

public sealed class AdsTests : IDisposable
{
    const string Leaflet = "Dimanche, votons pour une ville qui respire, avec des écoles rénovées et des bus toutes les dix minutes";

    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    static string Ad(int id, string text = Leaflet, string page = "1") => $$$"""{"id":"{{{7_000_000 + id}}}","page_id":"{{{page}}}","page_name":"P","ad_creative_body":"{{{text}}}","spend":{"lower_bound":"100"}}""";

    [Fact]
    public async Task A_file_is_imported_once_and_its_broken_lines_are_told()
    {
        await _typed.OnData("db migrate");
        var file = _typed.File("annonces.jsonl", $"{Ad(1)}\n{Ad(2)[..30]}\n{Ad(3)}\n");
        var first = await _typed.Run(["ads", "import", file, "--source", "meta", "--data", _typed.Data]);
        Assert.Equal((0, "2 annonces ajoutées, 0 changée, 0 déjà là, 1 refusée.\n"), (first.ExitCode, first.Output));
        Assert.StartsWith("2 : ", Assert.Single(first.ErrorLines), StringComparison.Ordinal);

        var again = JsonNode.Parse((await _typed.Run(["ads", "import", file, "--json", "--data", _typed.Data])).Output)!;
        Assert.Equal((0, 0, 2, 1), ((int)again["added"]!, (int)again["changed"]!, (int)again["same"]!, (int)again["refused"]!));
    }

    [Fact]
    public async Task Two_readings_are_compared_without_a_base()
    {
        var (before, after) = (_typed.File("a.json", $"[{Ad(1)},{Ad(2)},{Ad(3)}]"), _typed.File("b.json", $"[{Ad(2).Replace("100", "90", StringComparison.Ordinal)},{Ad(3, page: "2")},{Ad(4)}]"));
        var found = JsonNode.Parse((await _typed.Run(["ads", "compare", before, after, "--json"])).Output)!;
        Assert.Equal((3, 3, 1, 1, 1), ((int)found["before"]!, (int)found["after"]!, (int)found["added"]!, (int)found["removed"]!, (int)found["changed"]!));
        Assert.Equal("7000001", (string)found["removed_ads"]![0]!["id"]!);
        Assert.Equal("Spend", (string)found["fallen"]![0]!["total"]!);
        Assert.Equal("2", (string)found["advertisers"]![0]!["after"]!);
        Assert.Contains("n’est pas pour autant contraire à la loi", (await _typed.Run(["ads", "compare", before, after])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Near_texts_are_put_together()
    {
        var found = JsonNode.Parse((await _typed.Run(["ads", "groups", _typed.File("a.json", $"[{Ad(1)},{Ad(2, Leaflet + " !")},{Ad(3, "Autre chose")}]"), "--json"])).Output)!;
        Assert.Equal((3, 2, 2), ((int)found["ads"]!, (int)found["groups"]!, (int)found["largest"]!));
    }

    [Theory]
    [InlineData("import", "/nulle/part.json", "fichier introuvable")]
    [InlineData("groups", "/nulle/part.json", "fichier introuvable")]
    public async Task A_file_that_is_not_there_is_told_in_one_line(string command, string path, string sentence)
    {
        var answer = await _typed.Run(["ads", command, path]);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(sentence, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--source", "ailleurs")]
    [InlineData("--country", "France")]
    [InlineData("--dump", "hier")]
    public async Task What_makes_no_sense_is_told(string option, string value) =>
        Assert.Equal(2, (await _typed.Run(["ads", "import", _typed.File("a.json", "[]"), option, value, "--data", _typed.Data])).ExitCode);

    [Fact]
    public async Task The_demonstration_has_ads()
    {
        await _typed.OnData("db migrate");
        await _typed.OnData("db seed");
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_typed.Data, "beffroi.db")};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from ads_ads";
        Assert.InRange((long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!, 38, 48);
    }
}
