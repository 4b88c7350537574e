using System.Text.Json.Nodes;

namespace Beffroi.Cli.Tests.Psychometrics;

/// <summary>Somebody who types one command of measurement.</summary>
public abstract class CommandTests(string command) : IDisposable
{
    private protected Typed Person { get; } = new();

    public void Dispose()
    {
        Person.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Task<Answer> Run(params string[] words) => Person.Run(["psychometrics", command, .. words]);

    /// <summary>What the command writes for programs; it must say nothing else.</summary>
    private protected async Task<JsonNode> Json(params string[] words)
    {
        var answer = await Run([.. words, "--json"]);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        return JsonNode.Parse(Assert.Single(answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)))!;
    }

    /// <summary>The command refuses in one line that ends so, and writes nothing.</summary>
    private protected async Task Refused(string end, params string[] words)
    {
        var answer = await Run(words);
        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        var line = Assert.Single(answer.ErrorLines);
        Assert.StartsWith("beffroi : ", line, StringComparison.Ordinal);
        Assert.EndsWith(end, line, StringComparison.Ordinal);
    }

    private protected static IEnumerable<string> Keys(JsonNode? node) => node!.AsObject().Select(p => p.Key);

    private protected static double Number(JsonNode? node) => (double)node!;
}
