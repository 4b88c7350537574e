using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Beffroi.Psychometrics.Tests;

/// <summary>The example of the package's README is this code, and it runs.</summary>
public sealed class ReadmeTests
{
    static readonly string[] Lines = File.ReadAllLines(Here());

    [Fact]
    public void The_example_of_the_readme_is_the_code_below()
    {
        var readme = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "src", "Psychometrics", "README.md"));
        Assert.Equal(readme.SkipWhile(l => l != "```csharp").Skip(1).TakeWhile(l => l != "```"), Between("// README", "// END").Select(l => l.Length > 8 ? l[8..] : l));
    }

    [Fact]
    public void It_says_what_was_found()
    {
        using var said = new StringWriter();
        Example(["one", "two", "three"], SimulatedAnswers.Of(SimulatedAnswers.TwoParameter(3, 2), 500, 3), _ => 1, said);
        var lines = said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.Matches("^one: a [0-9.,]+ \\([0-9.,]+\\), b -?[0-9.,]+ \\([0-9.,]+\\)$", lines[0].TrimEnd());
        Assert.Matches("^ability [0-9.,]+ ± [0-9.,]+ after [1-3] items$", lines[3].TrimEnd());
    }

#pragma warning disable xUnit1051 // The example is what a reader types: without a token.
    static void Example(ImmutableArray<string> names, ResponseMatrix drawn, Func<string, int> ask, StringWriter Console)
    {
        sbyte[] scores = [.. Enumerable.Range(0, drawn.Persons).SelectMany(p => drawn.Row(p).ToArray())];

        // README
        var answers = new ResponseMatrix(names, scores);                        // people × items, one byte a cell, -1 where missing
        var calibration = Calibrator.Run(answers, new() { Family = ItemFamily.TwoParameter });
        foreach (var item in calibration.Items)
        {
            Console.WriteLine($"{item.Name}: a {item.Discrimination:F2} ({item.DiscriminationError:F2}), b {item.Locations[0]:F2} ({item.LocationErrors[0]:F2})");
        }

        var bank = new ItemBank("first", calibration.Items.Select(i => new BankItem(i.Name, i.Item)));
        var session = new AdaptiveTest(bank, new() { Stops = [new StopAtStandardError(0.85)] }).Start();
        while (session.Next() is { } item)
        {
            session.Answer(item.Id, ask(item.Id));
        }

        Console.WriteLine($"ability {session.Ability:F2} ± {session.StandardError:F2} after {session.Answered} items");
        // END
    }
#pragma warning restore xUnit1051

    static IEnumerable<string> Between(string from, string to) => Lines.SkipWhile(l => l.Trim() != from).Skip(1).TakeWhile(l => l.Trim() != to);

    static string Here([CallerFilePath] string path = "") => path;
}
