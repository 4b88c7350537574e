using System.Text.RegularExpressions;

namespace Beffroi.Bots.Tests.Work;

/// <summary>docs/bots-rows.md: each promise has its tests, and each of these is there.</summary>
public sealed partial class RowsTests
{
    [Fact]
    public void Every_row_names_tests_and_every_name_is_that_of_a_test()
    {
        var page = File.ReadAllLines(Path.Combine(Repository.Root, "docs/bots-rows.md"));
        var rows = page.Select(l => Row().Match(l)).Where(m => m.Success).ToDictionary(m => m.Groups["row"].Value, m => Name().Matches(m.Groups["tests"].Value).Select(n => n.Groups["name"].Value).ToArray(), StringComparer.Ordinal);
        var tests = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText).SelectMany(t => Method().Matches(t).Select(m => m.Groups["name"].Value)).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(Enumerable.Range(1, 18).Select(n => $"B{n}"), rows.Keys);
        Assert.All(rows.Values, names => Assert.NotEmpty(names));
        Assert.All(rows.Values.SelectMany(names => names), name => Assert.Contains(name, tests));
    }

    [GeneratedRegex(@"^\| (?<row>B\d+) \| .* \| (?<tests>[^|]*) \|$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<name>\w+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"public (async Task|void) (?<name>\w+)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Method();
}
