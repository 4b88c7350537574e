using System.CommandLine;

namespace Beffroi.Cli.Db;

static class DbCommand
{
    public static Command Make(Terminal terminal) => new("db", "La base de données : la créer, la mettre à jour, y planter des données de démonstration, y effacer le vieux journal, y fermer un compte.")
    {
        MigrateCommand.Make(terminal),
        SeedCommand.Make(terminal),
        JournalCommand.Make(terminal),
        RequestsCommand.Make(terminal),
        CloseCommand.Make(terminal),
    };
}
