using System.CommandLine;
using Beffroi.Cli.Psychometrics.Banks;
using Beffroi.Kit;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Calibrate;

static class CalibrateCommand
{
    public static Command Make(Terminal terminal)
    {
        var table = new TableOptions();
        var options = new CalibrateOptions();
        var output = OutOption.Make("Fichier où écrire aussi la banque d’items, en CSV, que les autres commandes relisent.");
        var json = JsonOption.Make();
        var command = new Command("calibrate", "Estime les paramètres des items d’un fichier de réponses (maximum de vraisemblance marginale).");
        table.AddTo(command);
        options.AddTo(command);
        command.Add(output);
        command.Add(json);
        command.SetAction(async (parsed, ct) =>
        {
            var request = await options.Read(parsed, group => table.Read(parsed, terminal, ct, group), terminal, ct);
            var calibration = Run(request, terminal, ct);
            var report = new CalibrationReport(request, calibration, parsed.GetValue(options.Fit) ? CalibrationFit.Of(request, calibration, ct) : null);
            WriteNotes(calibration, terminal);
            if (parsed.GetValue(output) is { } path)
            {
                await OutputFile.Write(path, writer => writer.WriteAsync(BankCsv.Write(report.Bank)), ct);
            }

            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? report.Json().ToJsonString() : CalibrationText.Of(report));
        });
        return command;
    }

    static Calibration Run(CalibrationRequest request, Terminal terminal, CancellationToken ct)
    {
        var line = new CalibrationLine(terminal);
        try
        {
            return Calibrator.Run(request.Answers.Matrix, request.Options, request.Groups, line, ct);
        }
        catch (ArgumentException wrong)
        {
            throw new CommandFailedException($"{request.Answers.Source} : calibration impossible : {wrong.Message}", ExitCodes.BadUsage, wrong);
        }
        finally
        {
            line.End();
        }
    }

    static void WriteNotes(Calibration calibration, Terminal terminal)
    {
        if (!calibration.Converged)
        {
            terminal.Error.WriteLine($"attention : la calibration n’a pas convergé en {French.Count(calibration.Iterations, "itération", "itérations")} (dernier changement {calibration.LargestChange.ToString("G3", French.Culture)}) : ces valeurs ne sont pas le maximum ; --max-iterations en permet plus");
        }

        if (calibration.ErrorsMissing is not null)
        {
            terminal.Error.WriteLine("attention : les réponses ne déterminent pas tous les paramètres : pas d’erreurs types");
        }
    }
}
