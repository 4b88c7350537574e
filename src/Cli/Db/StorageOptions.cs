using System.CommandLine;

namespace Beffroi.Cli.Db;

/// <summary>Where the data are, as asked on the command line or by the environment.</summary>
sealed class StorageOptions
{
    readonly Option<string> _data = new("--data")
    {
        Description = "Dossier des données ; la base SQLite y est le fichier beffroi.db.",
        HelpName = "DOSSIER",
        DefaultValueFactory = _ => "data",
    };

    readonly Option<string?> _postgres = new("--postgres")
    {
        Description = "Chaîne de connexion PostgreSQL, au lieu de SQLite (aussi : variable BEFFROI_POSTGRES).",
        HelpName = "CONNEXION",
    };

    public void AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_postgres);
    }

    public StorageChoice Read(ParseResult parsed, Terminal terminal)
    {
        string?[] connections = [parsed.GetValue(_postgres), terminal.Variable("BEFFROI_POSTGRES"), terminal.Variable("ConnectionStrings__Postgres")];
        return new(FullPath(parsed.GetValue(_data)!), connections.FirstOrDefault(c => !string.IsNullOrWhiteSpace(c)));
    }

    static string FullPath(string folder) => folder.Length > 0 && !folder.Contains('\0', StringComparison.Ordinal)
        ? Path.GetFullPath(folder)
        : throw new CommandFailedException("--data attend un dossier.", ExitCodes.BadUsage);
}

/// <summary>A data folder, and a PostgreSQL connection when the database is not the file in it.</summary>
sealed record StorageChoice(string Folder, string? Postgres)
{
    public string SqliteFile => Path.Combine(Folder, "beffroi.db");

    /// <summary>For people: never a password.</summary>
    public string Name => Postgres is null ? SqliteFile : "PostgreSQL";
}
