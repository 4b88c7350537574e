using System.Text;

namespace Beffroi.Cli.Eva;

/// <summary>The text of a file of answers, or of the standard input.</summary>
static class AnswerText
{
    /// <summary>One evaluation is a few tens of kilobytes: more is another file.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<string> Read(string path, Terminal terminal, CancellationToken ct)
    {
        if (path is "-")
        {
            return await Decode(terminal.Input, "l’entrée standard", ct);
        }

        try
        {
            await using var file = File.OpenRead(path);
            return await Decode(file, path, ct);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandFailedException(File.Exists(path) || Directory.Exists(path) ? $"impossible de lire {path}" : $"fichier introuvable : {path}", ExitCodes.BadUsage, wrong);
        }
    }

    static async Task<string> Decode(Stream stream, string name, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, ct)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MaxBytes)
            {
                throw new CommandFailedException($"{name} dépasse {MaxBytes / 1024 / 1024} Mo", ExitCodes.BadUsage);
            }
        }

        try
        {
            return Strict.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
        catch (DecoderFallbackException)
        {
            throw new CommandFailedException($"{name} n’est pas un texte en UTF-8", ExitCodes.BadUsage);
        }
    }
}
