namespace Beffroi.Cli.Serve;

static class SiteFolder
{
    public const string Program = "Site.dll";

    /// <summary>Where the published site is: the folder asked for, or <c>site</c> beside the command.</summary>
    public static string Find(string? asked)
    {
        string[] places = asked is null ? [Path.Combine(AppContext.BaseDirectory, "site"), AppContext.BaseDirectory] : [Path.GetFullPath(asked)];
        return Array.Find(places, place => File.Exists(Path.Combine(place, Program)))
            ?? throw new CommandFailedException($"le site publié ({Program}) n’est pas dans {places[0]} : publiez-le avec « dotnet publish src/Site -o {places[0]} », ou indiquez son dossier avec --site.");
    }
}
