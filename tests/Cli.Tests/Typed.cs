using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Beffroi.Cli.Tests;

/// <summary>What a command gave back.</summary>
sealed record Answer(int ExitCode, string Output, string Error)
{
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Somebody at a terminal of their own: a fresh folder, a set clock, nothing in the environment.</summary>
sealed class Typed : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("beffroi-cli-");

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public string Data => Path.Combine(_folder.FullName, "data");

    public async Task<Answer> Run(string[] arguments, byte[]? input = null, bool screen = false, CancellationToken? ct = null)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        using var stream = new MemoryStream(input ?? []);
        var terminal = new Terminal
        {
            Input = stream,
            Output = output,
            Error = error,
            ErrorIsScreen = screen,
            Variable = name => Variables.GetValueOrDefault(name),
            Clock = Clock,
        };
        var exitCode = await CommandLine.Run(arguments, terminal, ct ?? TestContext.Current.CancellationToken);
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The same, words separated by spaces, on this folder's data.</summary>
    public Task<Answer> OnData(string words) => Run([.. words.Split(' '), "--data", Data]);

    public string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public string File(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
