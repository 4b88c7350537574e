using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Beffroi.Cli.Coordination.Work;

/// <summary>The files of a work in progress. A file counts once its note is there, and a note is written whole or not at all: a stop at any instant leaves either.</summary>
sealed class WorkFolder : IDisposable
{
    readonly bool _temporary;
    readonly FileStream _lock;

    WorkFolder(string path, bool temporary, FileStream held) => (Path, _temporary, _lock) = (path, temporary, held);

    public string Path { get; }

    /// <param name="path">Null for a folder that goes away at the end.</param>
    public static WorkFolder Open(string? path)
    {
        try
        {
            var folder = path is null ? Directory.CreateTempSubdirectory("beffroi-coordination-").FullName : Directory.CreateDirectory(path).FullName;
            if (path is not null && !File.Exists(System.IO.Path.Combine(folder, "lock")) && Directory.EnumerateFileSystemEntries(folder).Any())
            {
                throw new CommandFailedException($"le dossier de travail {path} contient autre chose : il faut un dossier vide, ou celui d’un travail commencé", ExitCodes.BadUsage);
            }

            return new(folder, path is null, new(System.IO.Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"le dossier de travail {path} est pris par une autre commande, ou ne peut être écrit", ExitCodes.BadUsage, wrong);
        }
    }

    public string Of(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A note, or null when it is not there or is damaged.</summary>
    public JsonObject? Note(string name)
    {
        try
        {
            return File.Exists(Of(name)) ? JsonNode.Parse(File.ReadAllBytes(Of(name))) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Write(string name, JsonObject note)
    {
        var unfinished = Of(name + ".tmp");
        using (var file = File.Create(unfinished))
        {
            file.Write(JsonSerializer.SerializeToUtf8Bytes(note));
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, Of(name), overwrite: true);
    }

    /// <summary>Forgets all that was done.</summary>
    public void Empty()
    {
        // Notes first: no note may outlive the file that it speaks of.
        foreach (var file in Directory.GetFiles(Path).OrderBy(f => !f.EndsWith(".json", StringComparison.Ordinal)))
        {
            if (System.IO.Path.GetFileName(file) is not "lock")
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Whether a file is the one that a note speaks of.</summary>
    public static bool Is(string path, JsonNode? hash) => File.Exists(path) && string.Equals(Hash(path), (string?)hash, StringComparison.Ordinal);

    public static string Hash(string path)
    {
        using var file = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 1 << 20 });
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    public void Dispose()
    {
        _lock.Dispose();
        if (_temporary)
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
