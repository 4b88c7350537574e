using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Beffroi.Chat.Cases;

namespace Beffroi.Chat.Archiving;

/// <summary>A ZIP written as it goes, each file at its turn; at its end, the list of the files with the SHA-256 of each.</summary>
sealed class ArchiveWriter(ZipArchive zip, DateTimeOffset at)
{
    public const string Manifest = "manifest.json";

    static readonly JsonSerializerOptions Indented = new(CaseJson.Options) { WriteIndented = true };

    readonly List<ArchivedFile> _files = [];

    public Task PutJson<T>(string name, T value, CancellationToken ct) => Put(name, JsonSerializer.SerializeToUtf8Bytes(value, Indented), ct);

    public Task Put(string name, ReadOnlyMemory<byte> bytes, CancellationToken ct) => Put(name, async (write, cancel) => await write(bytes, cancel), ct);

    /// <summary>One line of JSON for each.</summary>
    public Task PutLines<T>(string name, IAsyncEnumerable<T> lines, CancellationToken ct) => Put(name, async (write, cancel) =>
    {
        await foreach (var line in lines.WithCancellation(cancel))
        {
            await write((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(line, CaseJson.Options), (byte)'\n'], cancel);
        }
    }, ct);

    public async Task End(CancellationToken ct)
    {
        var list = JsonSerializer.SerializeToUtf8Bytes(new { At = at, Files = _files }, Indented);
        var entry = zip.CreateEntry(Manifest);
        entry.LastWriteTime = at;
        await using var stream = await entry.OpenAsync(ct);
        await stream.WriteAsync(list, ct);
    }

    public async Task Put(string name, Func<Func<ReadOnlyMemory<byte>, CancellationToken, Task>, CancellationToken, Task> content, CancellationToken ct)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = at;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var size = 0L;
        await using (var stream = await entry.OpenAsync(ct))
        {
            await content(
                async (bytes, cancel) =>
                {
                    hash.AppendData(bytes.Span);
                    size += bytes.Length;
                    await stream.WriteAsync(bytes, cancel);
                },
                ct);
        }

        _files.Add(new(name, size, Convert.ToHexStringLower(hash.GetHashAndReset())));
    }
}

/// <param name="Size">Bytes.</param>
public sealed record ArchivedFile(string Name, long Size, string Sha256);
