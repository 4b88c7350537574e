using System.CommandLine;
using System.Runtime.CompilerServices;

namespace Beffroi.Cli.Tests.Psychometrics;

public sealed class DocumentationTests
{
    public static TheoryData<string> Commands() => [.. Root().Subcommands.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_page_of_the_command_names_every_option(string name)
    {
        var page = await File.ReadAllTextAsync(Page(), TestContext.Current.CancellationToken);
        var start = page.IndexOf($"\n### psychometrics {name}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"docs/cli.md has no section on psychometrics {name}.");
        var end = page.IndexOf("\n### ", start + 1, StringComparison.Ordinal);
        // What all commands read alike is said once, before.
        var section = page[page.IndexOf("\n## psychometrics: files\n", StringComparison.Ordinal)..page.IndexOf("\n### ", StringComparison.Ordinal)] + (end < 0 ? page[start..] : page[start..end]);
        Assert.All(Root().Subcommands.Single(c => c.Name == name).Options.Select(o => o.Name), option => Assert.Contains(option, section, StringComparison.Ordinal));
    }

    static Command Root()
    {
        var terminal = new Terminal { Input = Stream.Null, Output = TextWriter.Null, Error = TextWriter.Null, Variable = _ => null, Clock = TimeProvider.System };
        return CommandLine.Root(terminal).Subcommands.Single(c => c.Name == "psychometrics");
    }

    static string Page([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "docs", "cli.md");
}
