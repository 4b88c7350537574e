using System.IO.Compression;

namespace Beffroi.Cli.Psychometrics.Tables;

/// <summary>Opens a file of text, or the standard input, unpacked when it is compressed by gzip (whatever its name).</summary>
static class TextSource
{
    /// <summary>What messages call the source.</summary>
    public static string Name(string path) => path is "-" ? "l’entrée standard" : Quoted.Path(path);

    public static async Task<StartedStream> Open(string path, Terminal terminal, CancellationToken ct)
    {
        try
        {
            var stored = await StartedStream.Of(path is "-" ? terminal.Input : File(path), ct);
            return stored.Start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? await StartedStream.Of(new GZipStream(stored, CompressionMode.Decompress), ct) : stored;
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, wrong);
        }
    }

    /// <summary>An exception that says why reading failed.</summary>
    public static CommandFailedException Unreadable(string path, Exception wrong) =>
        new(wrong is InvalidDataException ? $"{Name(path)} : fichier gzip abîmé ou tronqué" : $"impossible de lire {Name(path)}", ExitCodes.BadUsage, wrong);

    static FileStream File(string path)
    {
        try
        {
            return new(path, new FileStreamOptions { Options = FileOptions.SequentialScan | FileOptions.Asynchronous, BufferSize = 0 });
        }
        catch (Exception wrong) when (wrong is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw new CommandFailedException($"fichier introuvable : {Name(path)}", ExitCodes.BadUsage, wrong);
        }
    }
}
