using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Beffroi.Cli.Tests.Psychometrics;

/// <summary>Published data and figures: what is free to ship stands with the tests of the library; the classic sets of the field stand outside the
/// repository and are read where they are present.</summary>
static class Published
{
    // Bock & Lieberman (1970), table 1: people for each of the 32 patterns, 00000 to 11111.
    static readonly int[] Lsat6Counts =
        [3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298];

    /// <summary>Five items of the Law School Admission Test, a thousand people.</summary>
    public static string Lsat6 { get; } = "Q1,Q2,Q3,Q4,Q5\n" + string.Concat(Lsat6Counts.SelectMany((count, pattern) =>
        Enumerable.Repeat(string.Join(',', pattern.ToString("b5", CultureInfo.InvariantCulture).ToCharArray()) + "\n", count)));

    /// <summary>A file that the repository holds.</summary>
    public static string Shipped(string name) => Path.Combine(Tests(), "Psychometrics.Tests", "Data", name);

    /// <summary>A file that stands beside the repository; the test is skipped with the reason when it is absent.</summary>
    public static string Beside(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Tests(), "..", "..", "shared", "data", "psychometrics", "inputs", name));
        Assert.SkipUnless(File.Exists(path), $"{name} is not shipped with the project and is not beside it.");
        return path;
    }

    /// <summary>Names of the reference values that start so.</summary>
    public static IEnumerable<string> Ids(string start) => References.Keys.Where(id => id.StartsWith(start, StringComparison.Ordinal));

    /// <summary>A figure of a command is the reference value, within its tolerance.</summary>
    public static void Agrees(string id, JsonNode? figure)
    {
        var (expected, tolerance) = References[id];
        Assert.Equal(expected, (double)figure!, tolerance);
    }

    static Dictionary<string, (double Value, double Tolerance)> References => field ??= File.ReadLines(Shipped("reference_values.csv")).Skip(1)
        .Select(line => line.Split(',').Select(f => f.Trim('"')).ToArray())
        .ToDictionary(f => f[0], f => (Number(f[1]), Number(f[2])), StringComparer.Ordinal);

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    static string Tests([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}
