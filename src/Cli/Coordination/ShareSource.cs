using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Detection;

namespace Beffroi.Cli.Coordination;

/// <summary>Reads the shares of a file, whatever it is, into a sink.</summary>
static class ShareSource
{
    // A clock may be ahead by as much; beyond, the date is wrong.
    static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    public static async Task<ShareReport> Read(string path, Trace? on, Stream stored, ShareSink sink, Terminal terminal, Action<long>? progress, CancellationToken ct)
    {
        var reading = new ShareReading { Latest = (terminal.Clock.GetUtcNow() + Ahead).ToUnixTimeSeconds(), Progress = progress };
        var name = TextSource.Name(path);
        try
        {
            var started = await StartedStream.Of(stored, ct);
            if (started.Start.SequenceEqual("PAR1"u8))
            {
                return await Parquet(path, sink, reading, ct);
            }

            return on is { } trace ? PostShares.Read(started, trace, sink, reading, ct) : ShareReader.Read(started, sink, reading, ct);
        }
        catch (FormatException wrong)
        {
            throw new CommandFailedException(
                on is null ? $"{name} : la première ligne ne nomme pas object_id, account_id, content_id et timestamp_share ; pour des messages, ajouter --on" : $"{name} : ce ne sont pas des messages dans une forme connue",
                ExitCodes.BadUsage, wrong);
        }
        catch (InvalidDataException wrong)
        {
            throw new CommandFailedException($"{name} : fichier abîmé, tronqué ou démesurément compressé", ExitCodes.BadUsage, wrong);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw TextSource.Unreadable(path, wrong);
        }
    }

    // Its index is at its end: it is read from a file, not from a stream.
    static async Task<ShareReport> Parquet(string path, ShareSink sink, ShareReading reading, CancellationToken ct)
    {
        if (path is "-")
        {
            throw new CommandFailedException("un fichier Parquet ne se lit pas depuis l’entrée standard", ExitCodes.BadUsage);
        }

        await using var file = File.OpenRead(path);
        return await ParquetShares.Read(file, sink, reading, ct);
    }

    public static Stream Open(string path, Terminal terminal)
    {
        try
        {
            return path is "-" ? terminal.Input : new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
        }
        catch (Exception wrong) when (wrong is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw new CommandFailedException($"fichier introuvable : {TextSource.Name(path)}", ExitCodes.BadUsage, wrong);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw TextSource.Unreadable(path, wrong);
        }
    }
}
