using System.CommandLine;
using System.CommandLine.Help;
using Beffroi.Cli.Ads;
using Beffroi.Cli.Bots;
using Beffroi.Cli.Case;
using Beffroi.Cli.Chat;
using Beffroi.Cli.Coordination;
using Beffroi.Cli.Crowd;
using Beffroi.Cli.Db;
using Beffroi.Cli.Detection;
using Beffroi.Cli.Encyclopedia;
using Beffroi.Cli.Eva;
using Beffroi.Cli.Incubator;
using Beffroi.Cli.Psychometrics;
using Beffroi.Cli.Serve;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Cli;

/// <summary>The whole <c>beffroi</c> command: what is typed in, exit code out, an error said in one line.</summary>
public static class CommandLine
{
    internal const string HelpDescription = "Affiche cette aide.";

    static readonly (string Name, Func<Terminal, Command> Make)[] Groups =
    [
        ("serve", ServeCommand.Make),
        ("db", DbCommand.Make),
        ("encyclopedia", EncyclopediaCommand.Make),
        ("eva", EvaCommand.Make),
        ("psychometrics", PsychometricsCommand.Make),
        ("accounts", AccountsCommand.Make),
        ("coordination", CoordinationCommand.Make),
        ("crowd", CrowdCommand.Make),
        ("ads", AdsCommand.Make),
        ("bots", BotsCommand.Make),
        ("case", CaseCommand.Make),
        ("chat", ChatCommand.Make),
        ("incubator", IncubatorCommand.Make),
    ];

    /// <param name="first">The first word typed: where it names a group of commands, only that one is made, since making all of them reads most of the product.</param>
    public static RootCommand Root(Terminal terminal, string? first = null)
    {
        var root = new RootCommand("Beffroi en ligne de commande : lancer le site, tenir sa base, noter et recalculer des évaluations Eva, mesurer.");
        var asked = Groups.Where(g => string.Equals(g.Name, first, StringComparison.Ordinal)).ToList();
        foreach (var (_, make) in asked is [] ? [.. Groups] : asked)
        {
            root.Add(make(terminal));
        }

        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = HelpDescription;
        help.Action = new FrenchHelp();
        return root;
    }

    public static async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken ct)
    {
        // A file name may start with @.
        var parsed = Root(terminal, arguments.Count > 0 ? arguments[0] : null).Parse(arguments, new() { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            return Say(terminal, $"{parsed.Errors[0].Message} Voir : beffroi --help", ExitCodes.BadUsage);
        }

        try
        {
            return await parsed.InvokeAsync(new() { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, ct);
        }
        catch (Exception wrong) when (terminal.Variable("BEFFROI_DEBUG") is not "1")
        {
            return wrong is CommandFailedException failure ? Say(terminal, failure.Message, failure.ExitCode) : Say(terminal, Sentence(wrong, ct), ExitCodes.Failure);
        }
    }

    static string Sentence(Exception wrong, CancellationToken ct) => wrong switch
    {
        OperationCanceledException when ct.IsCancellationRequested => "arrêt demandé",
        DbUpdateException => $"la base refuse l’écriture : {wrong.GetBaseException().Message}",
        _ when wrong.GetBaseException() is System.Data.Common.DbException or System.Net.Sockets.SocketException => $"la base ne répond pas comme prévu : {wrong.GetBaseException().Message}",
        IOException or UnauthorizedAccessException => $"lecture ou écriture impossible : {wrong.Message}",
        _ => $"erreur imprévue ({wrong.GetType().Name}) : {wrong.Message} BEFFROI_DEBUG=1 donne le détail.",
    };

    static int Say(Terminal terminal, string message, int exitCode)
    {
        terminal.Error.WriteLine("beffroi : " + string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return exitCode;
    }
}
