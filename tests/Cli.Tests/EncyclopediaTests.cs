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

    const string Bundle = """
        {"type":"bundle","id":"bundle--1","objects":[
          {"type":"x-mitre-tactic","id":"x-mitre-tactic--1","name":"Prepare","description":"Make ready.","x_mitre_shortname":"prepare","external_references":[{"external_id":"TA90"}]},
          {"type":"attack-pattern","id":"attack-pattern--1","name":"Borrow a name","description":"Use the name of another.","kill_chain_phases":[{"kill_chain_name":"x","phase_name":"prepare"}],"external_references":[{"external_id":"T9001","url":"https://example.org/T9001"}]},
          {"type":"attack-pattern","id":"attack-pattern--2","name":"Borrow a town","kill_chain_phases":[{"kill_chain_name":"x","phase_name":"prepare"}],"external_references":[{"external_id":"T9001.001"}]},
          {"type":"relationship","id":"relationship--1","relationship_type":"subtechnique-of","source_ref":"attack-pattern--2","target_ref":"attack-pattern--1"}]}
        """;

    [Fact]
    public async Task The_framework_of_DISARM_is_imported_once_with_its_links()
    {
        await _typed.OnData("db migrate");
        var file = _typed.File("disarm.json", Bundle);

        Assert.Equal((0, "3 fiches ajoutées, 0 mise à jour, 0 inchangée. 3 liens écrits.\n"), Plain(await _typed.Run(["encyclopedia", "import", "disarm", file, "--data", _typed.Data])));
        Assert.Equal((0, "0 fiche ajoutée, 0 mise à jour, 3 inchangées. 0 lien écrit.\n"), Plain(await _typed.Run(["encyclopedia", "import", "disarm", file, "--data", _typed.Data])));

        Assert.Equal(["disarm-t9001-001>disarm-t9001", "disarm-t9001-001>disarm-ta90", "disarm-t9001>disarm-ta90"], await Rows("select e.Key || '>' || l.ToKey from encyclopedia_links l join encyclopedia_entries e on e.Id = l.FromId order by 1"));
        // No review by an import.
        Assert.Equal(["1900-01-01"], await Rows("select distinct ReviewedOn from encyclopedia_entries"));
    }

    [Fact]
    public async Task Pages_are_imported_with_the_days_and_authors_of_their_revisions()
    {
        await _typed.OnData("db migrate");
        var file = _typed.File("pages.json", """
            {"_pages/fr/tools/loupe.md":[
              {"date":"2019-03-04T10:00:00Z","author":"Une équipe","comment":"Début","text":"# Loupe\n\nUn outil pour voir de près."},
              {"date":"2020-05-06T10:00:00Z","author":"Une autre","comment":"Suite","text":"# Loupe\n\nUn outil pour voir de très près."}]}
            """);

        var answer = await _typed.Run(["encyclopedia", "import", "history", file, "--origin", "Pages d’essai", "--licence", "CC-BY-SA-2.0", "--json", "--data", _typed.Data]);

        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        Assert.Equal((1, 0), ((int)JsonNode.Parse(answer.Output)!["ajoutees"]!, (int)JsonNode.Parse(answer.Output)!["mises_a_jour"]!));
        Assert.Equal(["1 Une équipe Début", "2 Une autre Suite"], await Rows("select Number || ' ' || AuthorName || ' ' || Comment from encyclopedia_versions order by Number"));
        Assert.Equal(["2020-05-06"], await Rows("select ReviewedOn from encyclopedia_entries"));
    }

    async Task<List<string>> Rows(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_typed.Data, "beffroi.db")};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written here.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    static (int, string) Plain(Answer answer) => (answer.ExitCode, answer.Output.Replace('\u00A0', ' '));

    static (int, string) Said(Answer answer) => (answer.ExitCode, answer.Output);
}
