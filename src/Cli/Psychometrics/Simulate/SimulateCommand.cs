using System.CommandLine;
using Beffroi.Cli.Psychometrics.Banks;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Simulate;

static class SimulateCommand
{
    public static Command Make(Terminal terminal)
    {
        var bankFile = new BankOption();
        var people = new PeopleOptions();
        var test = new TestOptions();
        var output = OutOption.Make("Fichier où écrire aussi une ligne par personne, en CSV : person, true, theta, se, n, items (rangs dans la banque), stop.");
        var json = JsonOption.Make();
        var command = new Command("simulate", "Fait passer des tests adaptatifs à des personnes tirées au sort, ou dont les réponses sont connues, et dit ce qu’ils valent.");
        bankFile.AddTo(command);
        people.AddTo(command);
        test.AddTo(command);
        command.Add(output);
        command.Add(json);
        command.SetAction(async (parsed, ct) =>
        {
            people.Check(parsed);
            var bank = await bankFile.Read(parsed, terminal, ct);
            var crowd = await people.Read(parsed, bank, terminal, ct);
            var report = Simulation.Run(crowd, test.Read(parsed, crowd), terminal, ct) with { Cuts = test.Cuts(parsed) };
            if (parsed.GetValue(output) is { } path)
            {
                await OutputFile.Write(path, report.WriteCsv, ct);
            }

            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? report.Json().ToJsonString() : SimulationText.Of(report));
        });
        return command;
    }
}
