using System.Runtime.CompilerServices;

namespace Beffroi.Detection.Tests;

/// <summary>The example of the package's README is this code, and it runs.</summary>
public sealed class ReadmeTests
{
    static readonly string[] Lines = File.ReadAllLines(Here());

    [Fact]
    public void The_example_of_the_readme_is_the_code_below()
    {
        var readme = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "src", "Detection", "README.md"));
        Assert.Equal(readme.SkipWhile(l => l != "```csharp").Skip(1).TakeWhile(l => l != "```"), Between("// README", "// END").Select(l => l.Length > 8 ? l[8..] : l));
    }

    [Fact]
    public void It_says_what_was_found()
    {
        using var said = new StringWriter();
        using var model = new MemoryStream();
        ExplanationTests.Model.Write(model);
        model.Position = 0;
        Example(model, new MemoryStream("{\"id\":\"1\",\"screen_name\":\"lou\",\"statuses_count\":5,\"followers_count\":3,\"friends_count\":2,\"favourites_count\":4,\"listed_count\":0}\noops\n"u8.ToArray()), said);
        var lines = said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(3, lines.Length);
        Assert.Matches("^lou: (Looks like|Undetermined)", lines[0]);
        Assert.EndsWith(".", lines[1], StringComparison.Ordinal);
        Assert.Equal("1 accounts, 1 lines in error", lines[2]);
    }

    static void Example(Stream modelFile, Stream accounts, StringWriter Console)
    {
        // README
        var model = AutomationModel.Read(modelFile);
        var explainer = new ScoreExplainer(model);
        var tally = new ReadingTally(allowedShare: 0.05);
        foreach (var step in tally.Through(AccountReader.Read(accounts)))                 // JSON, JSONL or CSV of several networks, gzip or not
        {
            if (step.Value is { } record)
            {
                var explained = explainer.Explain(record.Account, posts: null, prior: 0.1);   // 1 account in 10 assumed automated
                Console.WriteLine($"{record.Account.Handle}: {explained.Summary(Tongue.English)}");
                Console.WriteLine($"  {explained.Contributions[0].Sentence(Tongue.English)}");
            }
        }

        Console.WriteLine($"{tally.Values} accounts, {tally.Errors} lines in error");
        // END
    }

    static IEnumerable<string> Between(string from, string to) => Lines.SkipWhile(l => l.Trim() != from).Skip(1).TakeWhile(l => l.Trim() != to);

    static string Here([CallerFilePath] string path = "") => path;
}
