using System.Runtime.CompilerServices;

namespace Beffroi.Crowdsourcing.Tests;

/// <summary>The example of the package's README is this code, and it runs.</summary>
public sealed class ReadmeTests
{
    static readonly string[] Lines = File.ReadAllLines(Here());

    [Fact]
    public void The_example_of_the_readme_is_the_code_below()
    {
        var readme = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "src", "Crowdsourcing", "README.md"));
        Assert.Equal(readme.SkipWhile(l => l != "```csharp").Skip(1).TakeWhile(l => l != "```"), Between("// README", "// END").Select(l => l.Length > 8 ? l[8..] : l));
    }

    [Fact]
    public void It_says_what_people_say_together()
    {
        using var said = new StringWriter { NewLine = "\n" };
        using var labels = new MemoryStream("item,worker,label\nad-1,ann,political\nad-1,bob,political\nad-2,ann,other\noops\nad-2,bob,political\nad-2,cam,political\n"u8.ToArray());
        Example(labels, new DateTimeOffset(2026, 11, 26, 10, 0, 0, TimeSpan.Zero), new Random(1), said);
        var lines = said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, lines.Length);
        Assert.Equal("line 5: FieldCount", lines[0]);
        Assert.Matches("^ad-1: political [01][.,][0-9]{3}, majority political$", lines[1]);
        Assert.Matches("^ad-2: political [01][.,][0-9]{3}, majority political$", lines[2]);
        Assert.Equal(["Settled", "1"], lines[3..]);
    }

    static void Example(Stream labels, DateTimeOffset now, Random random, StringWriter Console)
    {
#pragma warning disable xUnit1051 // The example is as a reader would write it.
        // README
        var file = VoteFile.Read(labels);                                   // CSV: item, worker, label, in any order, any text
        foreach (var problem in file.Problems)
        {
            Console.WriteLine($"line {problem.Line}: {problem.Kind}");
        }

        var found = Aggregator.Aggregate(file.Votes);                       // Dawid-Skene with a prior; show the majority beside it
        var majority = Aggregator.Aggregate(file.Votes, AggregationMethod.Majority);
        for (var item = 0; item < file.Items.Count; item++)
        {
            Console.WriteLine($"{file.Items[item]}: {file.Labels[found.Label(item)]} {found.Certainty(item):F3}, majority {file.Labels[majority.Label(item)]}");
        }

        var running = RunningAggregation.Of(file.Votes);                    // then one answer at a time
        running.TryAdd(new Vote(file.Item("ad-2")!.Value, Worker: 3, Label: file.Label("political")!.Value));
        Console.WriteLine(StopRule.Default.Decide(running.Answers(1), running.Posterior(1)));

        var queue = new AssignmentQueue();                                  // fewest answers first, nobody sees an item twice
        queue.Add(1);
        Console.WriteLine(queue.Next(worker: 3, now, random)?.Item);
        // END
#pragma warning restore xUnit1051
    }

    static IEnumerable<string> Between(string from, string to) => Lines.SkipWhile(l => l.Trim() != from).Skip(1).TakeWhile(l => l.Trim() != to);

    static string Here([CallerFilePath] string path = "") => path;
}
