using System.Text.RegularExpressions;

namespace Beffroi.Testing;

/// <summary>A page of docs/ that ties each promise to the tests that hold the product to it: « | row | promise | `test`, `test` | ».</summary>
public static partial class RowsPage
{
    /// <summary>What is wrong with it: a row without a test, a name that is no test's, rows that are not those asked for. Empty: nothing.</summary>
    /// <param name="path">From the root of the repository.</param>
    /// <param name="rows">Those that it has to hold, in order.</param>
    public static IReadOnlyList<string> Faults(string path, IEnumerable<string> rows)
    {
        var read = File.ReadAllLines(Path.Combine(Repository.Root, path)).Select(l => Row().Match(l)).Where(m => m.Success)
            .Select(m => (Row: m.Groups["row"].Value, Tests: Name().Matches(m.Groups["tests"].Value).Select(n => n.Groups["name"].Value).ToList())).Where(r => r.Row is not "Row" and not "---").ToList();
        var known = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText).SelectMany(t => Method().Matches(t).Select(m => m.Groups["name"].Value)).ToHashSet(StringComparer.Ordinal);
        var wanted = rows.ToList();
        return
        [
            .. read.Select(r => r.Row).SequenceEqual(wanted, StringComparer.Ordinal) ? Array.Empty<string>() : [$"rows are {string.Join(' ', read.Select(r => r.Row))}, not {string.Join(' ', wanted)}"],
            .. read.Where(r => r.Tests.Count == 0).Select(r => $"{r.Row} names no test"),
            .. read.SelectMany(r => r.Tests.Where(t => !known.Contains(t)).Select(t => $"{r.Row}: no test is called {t}")),
        ];
    }

    [GeneratedRegex(@"^\| (?<row>[^|]+?) \| .* \| (?<tests>[^|]*) \|$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<name>\w+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"public (async Task|Task|void) (?<name>\w+)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Method();
}
