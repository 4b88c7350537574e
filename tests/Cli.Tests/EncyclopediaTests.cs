using System.Text.Json.Nodes;
using Beffroi.Encyclopedia;
using Microsoft.Data.Sqlite;

namespace Beffroi.Cli.Tests;

public sealed class EncyclopediaTests : IDisposable
{
    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Fact]
    public async Task The_entries_of_the_program_are_imported_once_and_leave_in_each_format()
    {
        await _typed.OnData("db migrate");

        var first = await _typed.OnData("encyclopedia import own --json");
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Equal(OwnContent.Keys.Count, (int)JsonNode.Parse(first.Output)!["ajoutees"]!);
        Assert.Equal(OwnContent.Keys.Count, (int)JsonNode.Parse((await _typed.OnData("encyclopedia import own --json")).Output)!["inchangees"]!);

        foreach (var end in new[] { "json", "csv", "zip", "html" })
        {
            var file = Path.Combine(_typed.Data, "sortie." + end);
            Assert.Equal((0, $"Écrit : {file}\n"), Said(await _typed.Run(["encyclopedia", "export", file, "--data", _typed.Data])));
            Assert.True(new FileInfo(file).Length > 1_000);
        }

        var again = await _typed.Run(["encyclopedia", "import", "own", Path.Combine(_typed.Data, "sortie.json"), "--data", _typed.Data]);
        Assert.Equal(0, again.ExitCode);
        Assert.StartsWith("0 fiche ajoutée, 0 mise à jour", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demonstration_has_the_entries_of_the_program()
    {
        await _typed.OnData("db migrate");
        await _typed.OnData("db seed");
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_typed.Data, "beffroi.db")};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from encyclopedia_entries";
        Assert.Equal((long)OwnContent.Keys.Count, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("own", "{", "Ce n’est pas le JSON attendu")]
    [InlineData("disarm", """{"type":"bundle","objects":[]}""", "ni tactique ni technique")]
    [InlineData("corpus", """[{"id":"T1","kind":"technique","title":"T","links":["T2"]}]""", "T1 renvoie à T2")]
    [InlineData("history", """{"p":[]}""", "La page p n’a pas de révision")]
    public async Task A_bad_file_is_told_in_French_and_nothing_is_imported(string kind, string content, string sentence)
    {
        await _typed.OnData("db migrate");
        var answer = await _typed.Run(["encyclopedia", "import", kind, _typed.File("x.json", content), "--data", _typed.Data]);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("rien n’est importé", answer.Error, StringComparison.Ordinal);
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await _typed.Run(["encyclopedia", "import", kind, "/nulle/part.json", "--data", _typed.Data])).ExitCode);
    }

    static (int, string) Said(Answer answer) => (answer.ExitCode, answer.Output);
}
