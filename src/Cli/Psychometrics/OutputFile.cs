using System.Text;
using Beffroi.Cli.Psychometrics.Tables;

namespace Beffroi.Cli.Psychometrics;

/// <summary>A result that goes to a file: it appears whole or not at all.</summary>
static class OutputFile
{
    public static async Task Write(string path, Func<TextWriter, Task> write, CancellationToken ct)
    {
        // Beside the file, so that the last step is a change of name within one disk.
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (var text = new StreamWriter(unfinished, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" })
            {
                await write(text);
            }

            ct.ThrowIfCancellationRequested();
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandFailedException($"impossible d’écrire {Quoted.Path(path)}", cause: wrong);
        }
        finally
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }
        }
    }
}
