using System.CommandLine;
using Beffroi.Cli.Coordination.Detect;
using Beffroi.Cli.Psychometrics;
using Beffroi.Detection;

namespace Beffroi.Cli.Coordination.Sql;

static class SqlCommand
{
    public static Command Make(Terminal terminal)
    {
        var mode = DetectModes.Option();
        var dialect = new Option<SqlDialect>("--dialect")
        {
            Description = "Moteur : duckdb, clickhouse, trino ou spark. Par défaut : duckdb.",
            HelpName = "MOTEUR",
            CustomParser = typed =>
            {
                if (Enum.TryParse<SqlDialect>(typed.Tokens[0].Value, ignoreCase: true, out var named) && !char.IsAsciiDigit(typed.Tokens[0].Value[0]))
                {
                    return named;
                }

                typed.AddError("--dialect attend duckdb, clickhouse, trino ou spark.");
                return SqlDialect.DuckDb;
            },
        };
        var window = Quantity.Window();
        var repetition = NumberOption.MakeWhole("--min-repetition", "Répétitions minimales, comme pour « detect ».", 2, 1, 1_000_000);
        var parquet = new Option<string?>("--parquet") { Description = "Fichiers Parquet des partages, tels que le moteur les nomme. Par défaut : shares.parquet.", HelpName = "CHEMIN" };
        var table = new Option<string?>("--table") { Description = "Table des partages, à la place de fichiers (nécessaire avec Trino).", HelpName = "TABLE" };
        var command = new Command("sql", "Écrit la recherche des paires en SQL, pour un moteur qui lit du Parquet au-delà d’une machine.") { mode, dialect, window, repetition, parquet, table };
        command.SetAction(async (parsed, ct) =>
        {
            var (engine, seconds, least) = (parsed.GetValue(dialect), parsed.GetResult(window) is null ? 60 : parsed.GetValue(window), parsed.GetValue(repetition));
            var source = parsed.GetValue(table) ?? (engine is SqlDialect.Trino ? "shares" : CoordinationSql.Parquet(engine, parsed.GetValue(parquet) ?? "shares.parquet"));
            await terminal.Output.WriteLineAsync(parsed.GetValue(mode) switch
            {
                DetectMode.Beffroi => CoordinationSql.CoSharing(engine, source, seconds, least),
                DetectMode.CooRTweet => CoordinationSql.CooRTweet(engine, source, seconds, least),
                DetectMode.Qut => CoordinationSql.Qut(engine, source, seconds, least),
            });
        });
        return command;
    }
}
