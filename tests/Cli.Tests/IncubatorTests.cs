namespace Beffroi.Cli.Tests;

public sealed class IncubatorTests : IDisposable
{
    readonly Typed _typed = new();
    readonly Typed _elsewhere = new();

    public void Dispose()
    {
        _typed.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public async Task A_service_is_handed_over_and_taken_over_once()
    {
        await _typed.OnData("db migrate");
        await _typed.OnData("db seed");
        var folder = Path.Combine(Path.GetDirectoryName(_typed.Data)!, "remis");

        var handed = await _typed.OnData($"incubator export {folder} --startup eva --source https://exemple.fr/code");
        Assert.Equal((0, ""), (handed.ExitCode, handed.Error));
        Assert.Contains("https://exemple.fr/code", await File.ReadAllTextAsync(Path.Combine(folder, "LISEZMOI.txt"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder + ".part"));
        await _elsewhere.OnData("db migrate");
        var taken = await _elsewhere.OnData($"incubator import {folder}");
        Assert.Equal((0, ""), (taken.ExitCode, taken.Error));
        Assert.Contains("1 service, 1 convention", taken.Output, StringComparison.Ordinal);

        var again = await _elsewhere.OnData($"incubator import {folder}");
        Assert.Equal((1, ""), (again.ExitCode, again.Output));
        Assert.Contains("déjà dans cette base", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_handed_over_is_said_in_one_line_and_nothing_is_written()
    {
        await _typed.OnData("db migrate");
        var folder = Path.Combine(Path.GetDirectoryName(_typed.Data)!, "remis");

        foreach (var words in new[] { $"incubator export {folder} --source x", $"incubator export {folder} --startup inconnue --source x", $"incubator export {_typed.Data} --source x", $"incubator import {folder}" })
        {
            var answer = await _typed.OnData(words);
            Assert.Equal((2, "", 1), (answer.ExitCode, answer.Output, answer.ErrorLines.Length));
        }

        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Results_of_tests_are_loaded_and_a_file_that_is_none_is_refused_in_one_line()
    {
        await _typed.OnData("db migrate");
        var file = _typed.File("evidence.json", """{ "commit": "abc", "date": "2026-11-22T10:00:00Z", "results": [{ "name": "A.B", "outcome": "passed" }, { "name": "A.C", "outcome": "skipped" }] }""");

        var loaded = await _typed.OnData($"incubator evidence {file}");
        Assert.Equal((0, ""), (loaded.ExitCode, loaded.Error));
        Assert.Contains("version abc, 1 réussi, 0 échoué, 1 sauté", loaded.Output, StringComparison.Ordinal);

        var wrong = await _typed.OnData($"incubator evidence {_typed.File("wrong.json", "{}")}");
        Assert.Equal((1, "", 1), (wrong.ExitCode, wrong.Output, wrong.ErrorLines.Length));
        var absent = await _typed.OnData("incubator evidence /nulle-part.json");
        Assert.Equal((2, "", 1), (absent.ExitCode, absent.Output, absent.ErrorLines.Length));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3601")]
    public async Task A_control_is_waited_for_between_a_second_and_an_hour(string seconds)
    {
        await _typed.OnData("db migrate");

        var answer = await _typed.OnData($"incubator check --wait {seconds}");

        Assert.Equal((2, "", 1), (answer.ExitCode, answer.Output, answer.ErrorLines.Length));
    }

    [Fact]
    public async Task Without_a_site_a_control_stays_asked_and_that_is_said()
    {
        await _typed.OnData("db migrate");
        _typed.Clock.AutoAdvanceAmount = TimeSpan.FromSeconds(2);

        var answer = await _typed.OnData("incubator check --wait 1");

        Assert.Equal((1, "", 1), (answer.ExitCode, answer.Output, answer.ErrorLines.Length));
        Assert.Contains("aucun site", answer.Error, StringComparison.Ordinal);
        await using var file = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_typed.Data, "beffroi.db")}");
        await file.OpenAsync(TestContext.Current.CancellationToken);
        await using var asked = file.CreateCommand();
        asked.CommandText = "select count(*) from incubator_check_runs where DoneAt is null";
        Assert.Equal(1L, await asked.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}
