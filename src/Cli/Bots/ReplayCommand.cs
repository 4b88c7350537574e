using System.CommandLine;
using Beffroi.Kit;

namespace Beffroi.Cli.Bots;

/// <summary>Plays an archive again as Bluesky's Jetstream would, for exercises: a source of the site listens to it as to the real one.</summary>
static class ReplayCommand
{
    const int DefaultPort = 6008;

    public static Command Make(Terminal terminal)
    {
        var path = new Argument<string>("FICHIER") { Description = "Une archive : JSONL de Jetstream, ou tout fichier de messages que « beffroi » sait lire, compressé ou non." };
        var speed = new Option<double>("--speed") { Description = "Vitesse : 60 joue une heure en une minute ; 0 va aussi vite que possible.", HelpName = "FOIS", DefaultValueFactory = _ => 1 };
        var port = new Option<int>("--port") { Description = "Port d’écoute, sur cette machine seulement.", HelpName = "PORT", DefaultValueFactory = _ => DefaultPort };
        var command = new Command("replay", "Rejoue une archive comme un flux Jetstream, à la vitesse voulue, jusqu’à ce qu’on l’arrête. Le temps commence à la première connexion.") { path, speed, port };
        command.SetAction(async (parsed, ct) =>
        {
            if (parsed.GetValue(speed) is < 0 or double.NaN or > 1e6)
            {
                throw new CommandFailedException("--speed attend un nombre de 0 à 1 000 000.", ExitCodes.BadUsage);
            }

            if (parsed.GetValue(port) is < 0 or > 65535)
            {
                throw new CommandFailedException("--port attend un nombre de 0 à 65535.", ExitCodes.BadUsage);
            }

            using var archive = ReplayArchive.Open(parsed.GetValue(path)!);
            if (archive.Count == 0)
            {
                throw new CommandFailedException("aucun message lisible dans ce fichier", ExitCodes.Failure);
            }

            await using var server = await ReplayServer.Start(archive, new() { Speed = parsed.GetValue(speed), Port = parsed.GetValue(port) }, terminal.Clock, ct);
            var host = $"127.0.0.1:{server.Port}";
            await terminal.Output.WriteLineAsync($"{French.Count(archive.Count, "message", "messages")}, du {French.Moment(archive.Begins)} au {French.Moment(archive.Ends)}.");
            await terminal.Output.WriteLineAsync($"Écoute : ws://{host}/subscribe (arrêt : Ctrl+C).");
            await terminal.Output.WriteLineAsync($"Pour le site : Bots__Network__Enabled=true Bots__Network__PlainHosts__0={host}, puis une source Jetstream dont la machine est {host}.");
            await server.Stopped(ct);
        });
        return command;
    }
}
