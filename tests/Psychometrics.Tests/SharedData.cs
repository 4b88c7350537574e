using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace Beffroi.Psychometrics.Tests;

/// <summary>The data of the tests: what is free to ship stands beside them in Data; the classic sets of the field stand outside the
/// repository and are read where they are present.</summary>
static class SharedData
{
    static readonly string Own = Path.Combine(Here(), "Data");
    static readonly string Beside = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "shared", "data", "psychometrics", "inputs"));

    /// <summary>Lines of a file, wherever it stands; the test is skipped with the reason when it is absent.</summary>
    public static string[] Lines(string name)
    {
        var path = new[] { Own, Beside }.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        Assert.SkipUnless(path is not null, $"{name} is not shipped with the project and is not beside it.");
        using var file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Rows of a plain CSV by column name.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string name)
    {
        var lines = Lines(name);
        var header = Fields(lines[0]);
        return [.. lines.Skip(1).Select(line => header.Zip(Fields(line)).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))];
    }

    /// <summary>A matrix of scores; the lowest score of each column becomes 0; empty and NA are missing.</summary>
    public static ResponseMatrix Matrix(string name, params string[] ignored)
    {
        var lines = Lines(name);
        var header = Fields(lines[0]);
        var kept = Enumerable.Range(0, header.Length).Where(i => !ignored.Contains(header[i], StringComparer.Ordinal)).ToArray();
        var cells = lines.Skip(1).Select(Fields).SelectMany(fields => kept.Select(i => fields[i] is "" or "NA" ? -1 : int.Parse(fields[i], CultureInfo.InvariantCulture))).ToArray();
        var lowest = kept.Select((_, i) => cells.Where((c, at) => at % kept.Length == i && c >= 0).Min()).ToArray();
        return new([.. kept.Select(i => header[i])], cells.Select((c, at) => (sbyte)(c < 0 ? -1 : c - lowest[at % kept.Length])).ToArray());
    }

    /// <summary>The oracle: id to value and tolerance.</summary>
    public static (double Value, double Tolerance) Reference(string id)
    {
        var row = Rows("reference_values.csv").Single(r => r["id"] == id);
        return (Number(row["value"]), Number(row["abs_tol"]));
    }

    /// <summary>Right-or-wrong items of a bank file with columns a, b, c, d.</summary>
    public static ImmutableArray<LogisticItem> Bank(string name) =>
        [.. Rows(name).Select(r => new LogisticItem { Discrimination = Number(r["a"]), Difficulty = Number(r["b"]), LowerAsymptote = Number(r["c"]), UpperAsymptote = Number(r["d"]) })];

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    static string[] Fields(string line) => [.. line.Split(',').Select(f => f.Trim('"'))];

    static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
