using System.CommandLine;
using Beffroi.Cli.Db;
using Beffroi.Cli.Eva.Banks;
using Beffroi.Cli.Psychometrics;
using Beffroi.Cli.Psychometrics.Calibrate;
using Beffroi.Eva;
using Beffroi.Eva.Bank;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Norming;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Cli.Eva.Calibrate;

static class CalibrateCommand
{
    public static Command Make(Terminal terminal)
    {
        var situation = BankCommand.Situation();
        var scale = new Option<string>("--scale") { Description = "L’échelle : « litteratie » ou « numeratie ».", HelpName = "ÉCHELLE", Required = true };
        scale.AcceptOnlyFromAmong([.. TechnicalName.All<NormScale>()]);
        var filter = new FilterOptions();
        var anchors = new Option<string[]>("--anchors") { Description = "Questions tenues fixes, telles que la banque les dit : l’échelle ne bouge pas.", HelpName = "QUESTION…", AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };
        var reference = new Option<bool>("--reference") { Description = "Ces personnes sont la population de référence : moyenne 0, écart type 1. Sinon, l’avis des experts tient l’échelle." };
        var least = NumberOption.MakeWhole("--least", "Nombre de réponses à partir duquel une difficulté passe dans le brouillon de banque.", 100, 1, 1_000_000);
        var output = OutOption.Make("Fichier où écrire l’étalonnage (CSV) ; il ne doit pas exister.");
        var draft = new Option<string?>("--draft") { Description = "Fichier où écrire un brouillon de banque (.csv ou .xlsx), à importer ensuite par le site ; il ne doit pas exister.", HelpName = "FICHIER" };
        var json = JsonOption.Make();
        var storage = new StorageOptions();
        var command = new Command("calibrate", "Étalonne les questions d’une banque sur les réponses de la base et l’avis des experts. Ne change rien à la base.") { situation, scale, anchors, reference, least, output, draft, json };
        filter.AddTo(command);
        storage.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var files = new CalibrationFiles(parsed.GetValue(output), parsed.GetValue(draft));
            files.CheckFree();
            var outline = BankOutline.Find(parsed.GetValue(situation)!)!;
            var about = TechnicalName.TryParse<NormScale>(parsed.GetValue(scale), out var known) ? known : throw new InvalidOperationException("The parser let an unknown scale pass.");
            var choice = storage.Read(parsed, terminal);
            await using var database = OpenedDatabase.Open(choice, "eva.etalonner", terminal.Clock);
            await database.RequireUpToDate(choice, ct);
            await using var scope = database.Scope();
            var db = scope.ServiceProvider.GetRequiredService<EvaDb>();
            var bank = await BankShelf.Current(db, outline.Situation, ct);
            var read = await BankAnswers.Read(db, outline, bank, about, filter.Read(parsed), terminal, ct);
            var calibration = Run(read, parsed.GetValue(anchors) ?? [], parsed.GetValue(reference), terminal, ct);
            var report = new CalibrationWords(outline, bank, about, calibration);
            await files.Write(report, parsed.GetValue(least), ct);
            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? report.Json().ToJsonString() : report.Text(files));
        });
        return command;
    }

    static ItemCalibration Run(BankAnswers read, string[] anchors, bool isReference, Terminal terminal, CancellationToken ct)
    {
        var line = new CalibrationLine(terminal);
        try
        {
            return ItemCalibration.Of(read.Items, read.People, anchors, isReference, line, ct);
        }
        catch (ArgumentException wrong)
        {
            throw new CommandFailedException($"étalonnage impossible : {wrong.Message.Split(" (Parameter", StringSplitOptions.None)[0]}", ExitCodes.BadUsage, wrong);
        }
        finally
        {
            line.End();
        }
    }
}
