using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Beffroi.Ads.Law;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Beffroi.Ads.OpenData;

/// <summary>
/// The files of open data, made each night and kept on the disk until the next. What may no longer be shown does not wait for the night: a vote that begins, a
/// decision that another replaces, an ad that is hidden, answers that are removed make them anew at once. One is made at a time: the others wait.
/// </summary>
public sealed class DataShelf(IHostApplicationLifetime site) : IDisposable
{
    /// <summary>Of the night, UTC: answers are counted again the hour before (<see cref="AnswerHours"/>).</summary>
    public const int Hour = 3;

    readonly ConcurrentDictionary<(string Database, string Name), (string Path, string Stamp, DateTimeOffset At)> _files = new();
    readonly SemaphoreSlim _oneMaker = new(1);
    readonly Lazy<DirectoryInfo> _folder = new(() => Directory.CreateTempSubdirectory("beffroi-ads-"));

    /// <returns>The file, opened before another can take its place, a word that changes with it, when it was made.</returns>
    public async Task<(Stream Body, string Stamp, DateTimeOffset At)> Take(string name, AdsDb db, Publication publication, Func<Stream, CancellationToken, Task> write, CancellationToken ct)
    {
        var place = (db.Database.GetConnectionString() ?? "", name);
        await _oneMaker.WaitAsync(ct);
        try
        {
            var stamp = await Stamp(db, publication, ct);
            if (_files.TryGetValue(place, out var kept) && string.Equals(kept.Stamp, stamp, StringComparison.Ordinal))
            {
                return (File.OpenRead(kept.Path), kept.Stamp, kept.At);
            }

            var path = Path.Combine(_folder.Value.FullName, Guid.NewGuid().ToString("N"));
            // Who asked first may leave: others wait for the same file.
            await Make(path, write, site.ApplicationStopping);
            _files[place] = (path, stamp, publication.Now);
            Forget(kept.Path);
            return (File.OpenRead(path), stamp, publication.Now);
        }
        finally
        {
            _oneMaker.Release();
        }
    }

    public static DateTimeOffset LastNight(DateTimeOffset now)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(Hour);
        return now >= today ? today : today.AddDays(-1);
    }

    static async Task<string> Stamp(AdsDb db, Publication publication, CancellationToken ct)
    {
        var shown = await publication.Shown.OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(ct);
        var hidden = await db.Ads.Where(a => a.HiddenAt != null).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(ct);
        // A removal changes the word twice: when it is made, and when all verdicts were made again without what it took out.
        var removed = (await db.Removals.OrderBy(r => r.Id).Select(r => new { r.Id, r.UndoneAt, r.CountedAt }).ToListAsync(ct)).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Id}/{r.UndoneAt?.UtcTicks}/{r.CountedAt?.UtcTicks}"));
        var experts = await db.Established.Where(f => f.Key == FactKey.Political).OrderBy(f => f.Id).Select(f => f.Id).ToListAsync(ct);
        var words = string.Create(CultureInfo.InvariantCulture, $"{LastNight(publication.Now):O} {string.Join(',', publication.Frozen)} {string.Join(',', hidden)} {string.Join(',', removed)} {string.Join(',', shown)} {string.Join(',', experts)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..32];
    }

    public void Dispose()
    {
        _oneMaker.Dispose();
        if (_folder.IsValueCreated)
        {
            _folder.Value.Delete(recursive: true);
        }
    }

    // A file half made is nobody's.
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
