using System.CommandLine;
using Beffroi.Cli.Detection.Accounts;
using Beffroi.Cli.Detection.Learning;
using Beffroi.Cli.Detection.Quality;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Cli.Detection;

static class TrainCommand
{
    public static Command Make(Terminal terminal)
    {
        var data = DataOptions.Data();
        var posts = DataOptions.Posts();
        var output = new Option<string>("--out", "--output") { Description = "Fichier où écrire le modèle.", HelpName = "MODÈLE", Required = true };
        var holdout = new Option<string?>("--holdout") { Description = "Jeu à laisser de côté : le modèle est jugé sur lui.", HelpName = "JEU" };
        var seed = DataOptions.Seed();
        var maxErrors = AccountFileOptions.MaxErrors();
        var json = JsonOption.Make();
        var command = new Command("train", "Entraîne un modèle sur des comptes étiquetés.") { data, posts, output, holdout, seed, maxErrors, json };
        command.SetAction(async (parsed, ct) =>
        {
            ModelFile.MustBeWritable(parsed.GetValue(output)!);
            var files = new LabelledFiles(parsed.GetValue(maxErrors), terminal, ct);
            var accounts = await files.WithPosts(await files.Read(parsed.GetValue(data)!), parsed.GetValue(posts));
            var (taught, aside) = Part(accounts, parsed.GetValue(holdout));
            var kept = Identities.Apart(taught, aside, terminal);
            var model = await Task.Run(() => Learn(kept, parsed.GetValue(seed), terminal, ct), ct);
            ModelFile.Write(model, parsed.GetValue(output)!);
            if (aside.Count > 0)
            {
                var report = EvaluationReport.Of(model, aside, prior: null);
                report.Warn(terminal);
                await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? report.Json().ToJsonString() : report.Text());
            }
            else
            {
                await terminal.Output.WriteLineAsync(parsed.GetValue(json)
                    ? new System.Text.Json.Nodes.JsonObject { ["accounts"] = kept.Count, ["bots"] = kept.Count(a => a.Bot), ["description"] = model.Description }.ToJsonString()
                    : $"Modèle écrit : {French.Count(kept.Count, "compte", "comptes")}, dont {French.Count(kept.Count(a => a.Bot), "programme", "programmes")}. {model.Description}");
            }
        });
        return command;
    }

    /// <summary>Trains with the progress said on the error stream.</summary>
    public static AutomationModel Learn(IReadOnlyList<LabelledAccount> accounts, int seed, Terminal terminal, CancellationToken ct)
    {
        Progress? progress = null;
        var model = new ModelLearner(seed, ct).Learn(accounts, DateOnly.FromDateTime(terminal.Clock.GetUtcNow().UtcDateTime), steps =>
        {
            progress = new(terminal, steps, "groupes d’arbres", stepsByLine: 10);
            return progress.Step;
        });
        progress?.End();
        return model;
    }

    static (List<LabelledAccount> Kept, List<LabelledAccount> Aside) Part(List<LabelledAccount> accounts, string? holdout)
    {
        if (holdout is null)
        {
            return (accounts, []);
        }

        bool IsAside(LabelledAccount account) => string.Equals(account.Set, holdout, StringComparison.OrdinalIgnoreCase)
            || account.Set.StartsWith(holdout + "/", StringComparison.OrdinalIgnoreCase) || string.Equals(account.Subset, holdout, StringComparison.OrdinalIgnoreCase);
        var parts = accounts.ToLookup(IsAside);
        return parts[true].Any() ? ([.. parts[false]], [.. parts[true]])
            : throw new CommandFailedException($"aucun compte n’est du jeu {Quoted.Text(holdout)} ; jeux lus : {Psychometrics.Note.List([.. accounts.Select(a => a.Set).Distinct(StringComparer.Ordinal)])}", ExitCodes.BadUsage);
    }
}
