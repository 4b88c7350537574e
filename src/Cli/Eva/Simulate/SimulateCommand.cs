using System.CommandLine;
using Beffroi.Cli.Psychometrics;

namespace Beffroi.Cli.Eva.Simulate;

static class SimulateCommand
{
    const int MostPersons = 100_000;
    const int PresetPersons = 2_000;

    public static Command Make(Terminal terminal)
    {
        var persons = NumberOption.MakeWhole("--persons", "Nombre de personnes inventées, pour chaque échelle.", PresetPersons, 20, MostPersons);
        var seed = NumberOption.MakeWhole("--seed", "Graine du tirage : la même donne les mêmes chiffres.", 1, 0, int.MaxValue);
        var json = JsonOption.Make();
        var command = new Command("simulate", "Donne à des personnes inventées les vrais tests de positionnement d’Eva, la banque entière et les règles historiques, et compare ce qu’ils en disent à la vérité.") { persons, seed, json };
        command.SetAction(async (parsed, ct) =>
        {
            var (count, start) = (parsed.GetValue(persons), parsed.GetValue(seed));
            var scenarios = EvaScenario.All(count, start).ToList();
            var progress = new Progress(terminal, count * scenarios.Count, "personnes");
            var figures = scenarios.ConvertAll(scenario => EvaSimulation.Run(scenario, progress, ct));
            progress.End();
            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? SimulationJson.Of(figures, count, start).ToJsonString() : SimulationWords.Of(figures, count, start));
        });
        return command;
    }
}
