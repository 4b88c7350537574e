using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Beffroi.Cli.Tests.Coordination;

/// <summary>The command as a process of its own, ended without a word in the middle of its work.</summary>
public sealed class KilledTests : IDisposable
{
    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Fact]
    public async Task Killed_in_the_middle_the_same_command_ends_with_the_same_bytes()
    {
        var ct = TestContext.Current.CancellationToken;
        var chance = new Random(3);
        var text = new StringBuilder("object_id,account_id,content_id,timestamp_share\n");
        for (var i = 0; i < 200_000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"object{chance.Next(20_000)},account{chance.Next(300)},c{i},{1_600_000_000 + chance.Next(2_000)}\n");
        }

        var file = _typed.File("shares.csv", text.ToString());
        var (whole, resumed, work) = (_typed.File("whole.csv", ""), _typed.File("resumed.csv", ""), Path.Combine(_typed.Data, "work"));
        Assert.Equal(0, (await _typed.Run(["coordination", "detect", file, "--all", "--out", whole])).ExitCode);

        // The first time as soon as reading is done, the second as soon as one more part is.
        for (var notes = 1; notes <= 2; notes++)
        {
            using var killed = Start(file, resumed, work);
            while (!killed.HasExited && Notes(work) < notes)
            {
                await Task.Delay(1, ct);
            }

            killed.Kill();
            await killed.WaitForExitAsync(ct);
        }

        Assert.Empty(await File.ReadAllTextAsync(resumed, ct));
        using var last = Start(file, resumed, work);
        var error = await last.StandardError.ReadToEndAsync(ct);
        await last.WaitForExitAsync(ct);
        Assert.Equal(0, last.ExitCode);
        Assert.Contains("travail repris", error, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(whole, ct), await File.ReadAllTextAsync(resumed, ct));
    }

    static int Notes(string work) => Directory.Exists(work) ? Directory.GetFiles(work, "*.json").Length : 0;

    static Process Start(string file, string output, string work) => Process.Start(new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, "coordination", "detect", file, "--all", "--out", output, "--work", work, "--memory", "64MB"])
    {
        UseShellExecute = false,
        RedirectStandardError = true,
        RedirectStandardOutput = true,
    })!;
}
