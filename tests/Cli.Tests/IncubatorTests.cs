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
}
