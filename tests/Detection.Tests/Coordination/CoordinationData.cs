using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace Beffroi.Detection.Tests;

/// <summary>The published shares and what the peers make of them stand outside the repository; a test that needs them is skipped where they are absent.</summary>
static class CoordinationData
{
    public static Stream Open(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "..", "shared", "data", "coordination", name));
        Assert.SkipUnless(File.Exists(path), $"{name} is not beside the project.");
        return File.OpenRead(path);
    }

    public static ShareTable Table(string name)
    {
        using var stream = Open(name);
        var table = new ShareTable();
        var report = ShareReader.Read(stream, table);
        Assert.Equal(0, report.Problems);
        return table;
    }

    public static string Text(string name)
    {
        using var stored = Open(name);
        using var reader = new StreamReader(name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stored, CompressionMode.Decompress) : stored);
        return reader.ReadToEnd();
    }

    static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
