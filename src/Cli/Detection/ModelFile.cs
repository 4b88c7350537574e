using System.CommandLine;
using Beffroi.Cli.Psychometrics;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Cli.Detection;

/// <summary>The file of a model: the one given, or the one that stands beside the command.</summary>
static class ModelFile
{
    public static string Default => Path.Combine(AppContext.BaseDirectory, "models", "automation.beffroi");

    public static Option<string?> Option() => new("--model") { Description = "Le modèle ; par défaut celui fourni avec la commande.", HelpName = "MODÈLE" };

    public static AutomationModel Read(string? path)
    {
        var file = path ?? Default;
        try
        {
            using var stream = File.OpenRead(file);
            return AutomationModel.Read(stream);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandFailedException($"impossible de lire le modèle {Quoted.Path(file)}", ExitCodes.BadUsage, wrong);
        }
        catch (InvalidDataException wrong)
        {
            throw new CommandFailedException($"{Quoted.Path(file)} n’est pas un modèle utilisable : {Reason(wrong)}", ExitCodes.BadUsage, wrong);
        }
    }

    /// <summary>The model, and a word on the error stream when its day is past.</summary>
    public static AutomationModel Read(string? path, Terminal terminal)
    {
        var model = Read(path);
        if (model.ExpiresOn is { } last && DateOnly.FromDateTime(terminal.Clock.GetUtcNow().UtcDateTime) > last)
        {
            Note.Write(terminal, $"ce modèle a expiré le {French.Day(last)} : les programmes changent. Entraînez-le de nouveau (beffroi accounts train), ou défiez-vous de ce qu’il dit");
        }

        return model;
    }

    /// <summary>Fails before the work when the file could not be written after it.</summary>
    public static void MustBeWritable(string path)
    {
        if (Directory.Exists(path))
        {
            throw new CommandFailedException($"{Quoted.Path(path)} est un dossier : donnez le nom d’un fichier (--out)", ExitCodes.BadUsage);
        }

        if (path.Length == 0 || Path.GetDirectoryName(Path.GetFullPath(path)) is not { } folder || !Directory.Exists(folder))
        {
            throw new CommandFailedException($"impossible d’écrire {Quoted.Path(path)} : son dossier n’existe pas", ExitCodes.BadUsage);
        }
    }

    static string Reason(InvalidDataException wrong) =>
        wrong.Message.Contains("version", StringComparison.Ordinal) || wrong.Message.Contains("trained again", StringComparison.Ordinal) ? "il vient d’une autre version ; entraînez-le de nouveau (beffroi accounts train)"
        : wrong.Message.Contains("not an automation", StringComparison.Ordinal) ? "ce n’est pas un modèle de Beffroi"
        : "il est abîmé ou incomplet";

    public static void Write(AutomationModel model, string path)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = File.Create(unfinished))
            {
                model.Write(stream);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandFailedException($"impossible d’écrire {Quoted.Path(path)}", cause: wrong);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
