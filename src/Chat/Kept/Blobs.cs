using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>Bytes of files, kept and given part by part: before anything holds a room or a case, so that nobody waits for a large file.</summary>
public sealed class Blobs(ChatDb db, TimeProvider clock)
{
    const int PartSize = 1024 * 1024;

    /// <summary>Once for all files that are the same. Saves on its own; the file that has them comes after.</summary>
    public async Task Keep(string sha256, byte[] bytes, CancellationToken ct)
    {
        var (now, last) = (clock.GetUtcNow(), Math.Max(0, (bytes.Length - 1) / PartSize));
        if (await db.Blobs.AnyAsync(b => b.Sha256 == sha256 && b.Number == last, ct))
        {
#pragma warning disable RS0030 // Brought again: nothing of it changes, and the file that has it is audited.
            if (await db.Blobs.Where(b => b.Sha256 == sha256).ExecuteUpdateAsync(set => set.SetProperty(b => b.At, now), ct) > 0)
            {
                return;
            }
#pragma warning restore RS0030
        }

        for (var number = 0; number <= last; number++)
        {
            var part = new Blob { Sha256 = sha256, Number = number, Bytes = bytes[(number * PartSize)..Math.Min(bytes.Length, (number + 1) * PartSize)], At = now };
            await Keep(part, ct);
        }
    }

    async Task Keep(Blob part, CancellationToken ct)
    {
        if (await db.Blobs.AnyAsync(b => b.Sha256 == part.Sha256 && b.Number == part.Number, ct))
        {
            return;
        }

        db.Add(part);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Somebody brought the same at the same moment: one of the two is enough. Anything else is thrown again.
            foreach (var audit in db.ChangeTracker.Entries<Kit.AuditRow>().Where(e => e.State == EntityState.Added).ToList())
            {
                audit.State = EntityState.Detached;
            }

            db.Entry(part).State = EntityState.Detached;
            if (!await db.Blobs.AnyAsync(b => b.Sha256 == part.Sha256 && b.Number == part.Number, ct))
            {
                throw;
            }
        }

        db.Entry(part).State = EntityState.Detached;
    }

    /// <summary>Nothing where it is not there.</summary>
    public Task CopyTo(string sha256, Stream to, CancellationToken ct) => CopyTo(sha256, async (part, cancel) => await to.WriteAsync(part, cancel), ct);

    public async Task CopyTo(string sha256, Func<ReadOnlyMemory<byte>, CancellationToken, Task> write, CancellationToken ct)
    {
        // One question for each: whoever reads slowly holds no transaction.
        for (var number = 0; await db.Blobs.AsNoTracking().Where(b => b.Sha256 == sha256 && b.Number == number).Select(b => b.Bytes).SingleOrDefaultAsync(ct) is { } part; number++)
        {
            await write(part, ct);
        }
    }

    public async Task<byte[]> Whole(string sha256, int size, CancellationToken ct)
    {
        var bytes = new byte[size];
        await using var to = new MemoryStream(bytes);
        await CopyTo(sha256, to, ct);
        return bytes;
    }
}

/// <summary>Files that are held whole in memory, for as long as they are looked into: all together within a bound. Whoever comes beyond it waits.</summary>
public sealed class BytesInHand : IDisposable
{
    const int MostMebibytes = 256;
    const int Mebibyte = 1024 * 1024;

    readonly ConcurrencyLimiter _room = new(new() { PermitLimit = MostMebibytes, QueueLimit = int.MaxValue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    public async Task<IDisposable> Take(long bytes, CancellationToken ct) => await _room.AcquireAsync((int)Math.Clamp((bytes / Mebibyte) + 1, 1, MostMebibytes), ct);

    /// <summary>A file of a form.</summary>
    public static async Task<byte[]> Read(IFormFile file, CancellationToken ct)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, ct);
        return bytes;
    }

    public void Dispose() => _room.Dispose();
}
