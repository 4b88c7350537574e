using System.CommandLine;
using Beffroi.Cli.Psychometrics;
using Beffroi.Detection;

namespace Beffroi.Cli.Coordination.Detect;

static class DetectCommand
{
    public static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("FICHIER") { Description = "Partages (object_id, account_id, content_id, timestamp_share) ou, avec --on, messages ; CSV, JSONL ou Parquet, gzip admis ; « - » lit l’entrée standard." };
        var on = TraceOption.Make();
        var mode = DetectModes.Option();
        var window = Quantity.Window();
        var repetition = NumberOption.MakeWhole("--min-repetition", "Répétitions minimales : objets communs distincts (beffroi), partages d’un compte (coortweet), poids d’un lien (qut).", 2, 1, 1_000_000);
        var edgeWeight = NumberOption.Make("--edge-weight", "Quantile des poids au-dessus duquel weight_threshold vaut 1 (coortweet).", 0.5, 0, 1);
        var mostPairs = NumberOption.MakeOptionalWhole("--max-pairs-per-object", "Laisse de côté, en les comptant, les objets viraux qui ont plus de paires. Sans cette option, aucun.", 1, int.MaxValue);
        var maxErrors = NumberOption.Make("--max-errors", "Part des lignes illisibles au-delà de laquelle le fichier est refusé.", 0.1, 0, 1);
        var all = new Option<bool>("--all") { Description = "Écrit aussi les liens que le hasard explique (beffroi)." };
        var output = OutOption.Make("Fichier où écrire les liens, en CSV.");
        var pairs = FileOption("--pairs", "Fichier où écrire les paires des liens écrits, en CSV.");
        var evidence = FileOption("--evidence", "Fichier où écrire, pour chaque lien écrit, les deux partages de chaque paire, en CSV.");
        var gexf = FileOption("--gexf", "Fichier où écrire le réseau pour Gephi, en GEXF.");
        var graphMl = FileOption("--graphml", "Fichier où écrire le réseau en GraphML.");
        var memory = Quantity.Memory();
        var work = new Option<string?>("--work") { Description = "Dossier où garder le travail fait : la même commande, relancée, reprend où elle s’est arrêtée.", HelpName = "DOSSIER" };
        var json = JsonOption.Make();
        var command = new Command("detect", "Trouve les comptes qui partagent les mêmes choses dans une fenêtre de temps.")
        {
            file, on, mode, window, repetition, edgeWeight, mostPairs, maxErrors, all, output, pairs, evidence, gexf, graphMl, memory, work, json,
        };
        command.SetAction(async (parsed, ct) =>
        {
            var request = new DetectRequest
            {
                File = parsed.GetValue(file)!,
                On = parsed.GetValue(on) ?? [],
                Mode = parsed.GetValue(mode),
                Join = new() { Window = parsed.GetResult(window) is null ? 60 : parsed.GetValue(window), MostPairsPerObject = parsed.GetValue(mostPairs) },
                MinRepetition = parsed.GetValue(repetition),
                EdgeWeight = parsed.GetValue(edgeWeight),
                MaxErrors = parsed.GetValue(maxErrors),
                All = parsed.GetValue(all),
                Outputs = new(parsed.GetValue(output), parsed.GetValue(pairs), parsed.GetValue(evidence), parsed.GetValue(gexf), parsed.GetValue(graphMl)),
                Memory = parsed.GetValue(memory),
                Work = parsed.GetValue(work),
            };
            var report = await DetectRun.Run(request, terminal, ct);
            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? report.Json().ToJsonString() : report.Text());
        });
        return command;
    }

    static Option<string?> FileOption(string name, string description) => new(name) { Description = description, HelpName = "FICHIER" };
}
