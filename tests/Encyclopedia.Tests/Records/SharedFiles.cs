using System.Runtime.CompilerServices;

namespace Beffroi.Encyclopedia.Tests.Records;

/// <summary>Files that stand outside the repository, read where they are present.</summary>
static class SharedFiles
{
    static readonly string Folder = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "..", "shared", "data"));

    /// <summary>The test is skipped with the reason when the file is absent.</summary>
    public static byte[] Bytes(string name)
    {
        var path = Path.Combine(Folder, name);
        Assert.SkipUnless(File.Exists(path), $"{name} is not shipped with the project and is not beside it.");
        return File.ReadAllBytes(path);
    }

    static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
