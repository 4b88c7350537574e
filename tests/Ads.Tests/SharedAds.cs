using System.Runtime.CompilerServices;

namespace Beffroi.Ads.Tests;

/// <summary>Real ads, whose texts belong to who paid for them: they stand outside the repository and are read where they are present.</summary>
static class SharedAds
{
    public static FileStream Open(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "shared", "data", "ads", name));
        Assert.SkipUnless(File.Exists(path), $"{name} is not shipped with the project and is not beside it.");
        return File.OpenRead(path);
    }

    static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
