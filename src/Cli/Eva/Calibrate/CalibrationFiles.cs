using Beffroi.Cli.Psychometrics;
using Beffroi.Eva.BankFiles;

namespace Beffroi.Cli.Eva.Calibrate;

/// <summary>Where a calibration goes. Nothing is ever replaced: a file that exists is refused before the work begins.</summary>
sealed record CalibrationFiles(string? Output, string? Draft)
{
    public void CheckFree()
    {
        if (Draft is not null && Path.GetExtension(Draft) is not (".csv" or ".xlsx"))
        {
            throw new CommandFailedException("le nom du brouillon finit par .csv ou .xlsx", ExitCodes.BadUsage);
        }

        foreach (var path in new[] { Output, Draft }.OfType<string>())
        {
            if (File.Exists(path) || Directory.Exists(path))
            {
                throw new CommandFailedException($"{path} existe déjà : choisissez un autre nom", ExitCodes.BadUsage);
            }
        }
    }

    public async Task Write(CalibrationWords report, int least, CancellationToken ct)
    {
        if (Output is not null)
        {
            await OutputFile.Write(Output, writer => writer.WriteAsync(report.Csv()), ct);
        }

        if (Draft is not null)
        {
            var bank = report.Draft(least);
            try
            {
                await using var file = new FileStream(Draft, FileMode.CreateNew);
                await file.WriteAsync(Path.GetExtension(Draft) is ".csv" ? BankFile.Csv(bank) : BankFile.Xlsx(bank), ct);
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
            {
                throw new CommandFailedException($"impossible d’écrire {Draft}", cause: wrong);
            }
        }
    }

    public string Words() => string.Join('\n', new[]
    {
        Output is null ? null : $"Étalonnage : {Output}",
        Draft is null ? null : $"Brouillon de banque : {Draft}. Importez-le par le site pour voir ce qu’il change, puis confirmer. Il porte les difficultés ; la discrimination du test adaptatif reste celle du plan.",
    }.OfType<string>());
}
