using System.Runtime.CompilerServices;
using Beffroi.Detection.Bench;

namespace Beffroi.Detection.Tests;

/// <summary>The shares that speed is measured on; and the example of docs/coordination.md, which is this code.</summary>
public sealed class GeneratedSharesTests
{
    static readonly string[] Lines = File.ReadAllLines(Here());

    [Fact]
    public void The_same_seed_gives_the_same_shares_with_the_shape_of_the_published_set()
    {
        var shares = new GeneratedShares(100_000, seed: 5).All().ToList();
        Assert.Equal(shares, new GeneratedShares(100_000, seed: 5).All());
        Assert.NotEqual(shares, new GeneratedShares(100_000, seed: 6).All());

        // 91,848 objects in the published hundred thousand, of which 6.6 % are shared more than once; planted groups aside.
        var ordinary = shares.Where(s => !s.AccountId.StartsWith(GeneratedShares.Planted, StringComparison.Ordinal)).ToList();
        var sizes = ordinary.GroupBy(s => s.ObjectId).Select(g => g.Count()).ToList();
        Assert.InRange((double)sizes.Count / ordinary.Count, 0.90, 0.94);
        Assert.InRange(sizes.Count(s => s > 1) / (double)sizes.Count, 0.06, 0.073);
        Assert.InRange(ordinary.GroupBy(s => s.AccountId).Max(g => g.Count()), 10_000, 20_000);
    }

    [Fact]
    public void The_planted_groups_are_found_and_nobody_else()
    {
        using var file = new MemoryStream();
        new GeneratedShares(100_000, seed: 2).WriteCsv(file);
        file.Position = 0;
        using var said = new StringWriter();
        Example(file, said);
        var accounts = said.ToString().Split('\n').Where(l => l.Contains(" and ", StringComparison.Ordinal)).SelectMany(l => l.Split(':')[0].Split(" and ")).ToHashSet();
        Assert.Equal(10 + 20 + 40, accounts.Count);
        Assert.All(accounts, a => Assert.StartsWith(GeneratedShares.Planted, a, StringComparison.Ordinal));
    }

    [Fact]
    public void The_example_of_the_documentation_is_the_code_below()
    {
        var page = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs", "coordination.md"));
        Assert.Equal(page.SkipWhile(l => l != "```csharp").Skip(1).TakeWhile(l => l != "```"), Between("// EXAMPLE", "// END").Select(l => l.Length > 8 ? l[8..] : l));
    }

#pragma warning disable xUnit1051 // The example is what a reader types: without a token.
    static void Example(Stream file, StringWriter Console)
    {
        // EXAMPLE
        var table = new ShareTable();
        var report = ShareReader.Read(file, table);
        Console.WriteLine($"{report.Shares} shares, {report.WithoutObject} posts without object, {report.Problems} unreadable lines");

        var sharing = CoSharing.Find(table, new() { Window = 60 });
        var findings = CoordinationAnalysis.Run(sharing.Network, sharing.Census);
        foreach (var (place, found) in findings.Ties.Index().Where(t => t.Item.Kept))
        {
            Console.WriteLine($"{findings.Accounts[found.Tie.First]} and {findings.Accounts[found.Tie.Second]}: {found.Tie.Objects} objects");
            Console.WriteLine($"  {sharing.Evidence(place)[0]}");
        }
        // END
    }
#pragma warning restore xUnit1051

    static IEnumerable<string> Between(string from, string to) => Lines.SkipWhile(l => l.Trim() != from).Skip(1).TakeWhile(l => l.Trim() != to);

    static string Here([CallerFilePath] string path = "") => path;
}
