using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Exporting;

/// <summary>The files of everything, each made once and kept on the disk until something is published. One is made at a time: the others wait.</summary>
public sealed class ExportShelf(PageStamp stamps) : IDisposable
{
    readonly ConcurrentDictionary<(string Database, string Name), (string Stamp, string Path)> _files = new();
    readonly SemaphoreSlim _oneMaker = new(1);
    readonly Lazy<DirectoryInfo> _folder = new(() => Directory.CreateTempSubdirectory("beffroi-export-"));

    /// <returns>The path of the file, and a word that changes with it.</returns>
    public async Task<(string Path, string Stamp)> Take(string name, EncyclopediaDb db, Func<Stream, CancellationToken, Task> write, CancellationToken ct)
    {
        var place = (db.Database.GetConnectionString() ?? "", name);
        await _oneMaker.WaitAsync(ct);
        try
        {
            var stamp = await stamps.Of(db, ct);
            if (_files.TryGetValue(place, out var kept) && string.Equals(kept.Stamp, stamp, StringComparison.Ordinal))
            {
                return (kept.Path, stamp);
            }

            var path = Path.Combine(_folder.Value.FullName, Guid.NewGuid().ToString("N"));
            await Make(path, write, ct);
            _files[place] = (stamp, path);
            Forget(kept.Path);
            return (path, stamp);
        }
        finally
        {
            _oneMaker.Release();
        }
    }

    public void Dispose()
    {
        _oneMaker.Dispose();
        if (_folder.IsValueCreated)
        {
            _folder.Value.Delete(recursive: true);
        }
    }

    // A file half made, because whoever asked left, is nobody's.
    static async Task Make(string path, Func<Stream, CancellationToken, Task> write, CancellationToken ct)
    {
        try
        {
            await using var body = File.Create(path);
            await write(body, ct);
        }
        catch
        {
            Forget(path);
            throw;
        }
    }

    // Who is still reading it reads it to its end.
    static void Forget(string? path)
    {
        try
        {
            if (path is not null)
            {
                File.Delete(path);
            }
        }
        catch (IOException)
        {
            // It goes with the folder.
        }
    }
}
