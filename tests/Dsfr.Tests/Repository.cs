namespace Beffroi.Dsfr.Tests;

/// <summary>Files of the repository that the tests read.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    public static readonly string DesignSystem = Path.Combine(Root, "src", "Dsfr", "front", "node_modules", "@gouvfr", "dsfr");

    public static readonly string Dist = Path.Combine(Root, "src", "Dsfr", "wwwroot", "dist");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BannedSymbols.txt")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests are run from outside the repository.");
    }
}
