using System.CommandLine;
using System.Globalization;
using Beffroi.Cli.Psychometrics.Study.Drawing;

namespace Beffroi.Cli.Psychometrics.Study;

static class StudyCommand
{
    const string DefaultPath = "docs/measurement-study.md";

    // Enough for every part to have a meaning, in less than a minute.
    static readonly StudySize Quick = new(Persons: 400, Banks: 4, Replications: 2, Seed: 1);

    public static Command Make(Terminal terminal)
    {
        var output = new Option<string>("--out") { Description = "Fichier où écrire l’étude ; les figures vont dans « images », à côté.", HelpName = "FICHIER", DefaultValueFactory = _ => DefaultPath };
        var persons = NumberOption.MakeWhole("--persons", "Nombre de personnes par simulation.", 20_000, 100, 1_000_000);
        var seed = NumberOption.MakeWhole("--seed", "Graine du hasard : la même donne la même étude.", 1, 0, int.MaxValue);
        var quick = new Option<bool>("--quick") { Description = "Une étude en petit, en moins d’une minute, pour voir." };
        var command = new Command("study", "Écrit l’étude par simulation : longueur, précision et décision des tests, avec tableaux et figures.") { output, persons, seed, quick };
        command.SetAction(async (parsed, ct) =>
        {
            var path = parsed.GetValue(output)!;
            var chance = parsed.GetValue(seed);
            var size = parsed.GetValue(quick)
                ? Quick with { Seed = (ulong)chance }
                : new StudySize(parsed.GetValue(persons), Banks: 20, Replications: 20, (ulong)chance);
            var again = string.Create(CultureInfo.InvariantCulture, $"beffroi psychometrics study --out {DefaultPath} {(parsed.GetValue(quick) ? "--quick" : $"--persons {size.Persons}")} --seed {chance}");
            // Simulations keep one thread busy for minutes: off the thread that hears the stop.
            var study = await Task.Run(() => MeasurementStudy.Write(size, again, terminal, ct), ct);
            var images = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "images");
            Directory.CreateDirectory(images);
            foreach (var image in study.Images)
            {
                await OutputFile.Write(Path.Combine(images, image.File), writer => writer.WriteAsync(Svg.Write(image.Plot)), ct);
            }

            await OutputFile.Write(path, writer => writer.WriteAsync(study.Markdown), ct);
        });
        return command;
    }
}
