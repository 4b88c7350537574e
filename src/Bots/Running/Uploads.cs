using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Running;

/// <summary>Files that people send for sources: kept part by part in the database, read once, then gone.</summary>
public sealed class Uploads(BotsDb db)
{
    public const long MostBytes = 200L << 20;

    /// <summary>Saves by itself, part by part, in one transaction. What the source had before is replaced.</summary>
    /// <exception cref="UploadTooLargeException">More than <see cref="MostBytes"/>: nothing is kept.</exception>
    public async Task<long> Keep(Guid sourceId, Stream file, CancellationToken ct)
    {
        await using var together = await db.Database.BeginTransactionAsync(ct);
        await Forget(sourceId, ct);
        var (total, part) = (0L, new byte[UploadPart.Size]);
        for (var number = 0; await file.ReadAtLeastAsync(part, part.Length, throwOnEndOfStream: false, ct) is > 0 and var read; number++)
        {
            total += read;
            if (total > MostBytes)
            {
                throw new UploadTooLargeException();
            }

            var row = new UploadPart { SourceId = sourceId, Number = number, Bytes = part[..read] };
            db.Add(row);
            await db.SaveChangesAsync(ct);
            db.Entry(row).State = EntityState.Detached;
        }

        await together.CommitAsync(ct);
        return total;
    }

    /// <summary>Copies what was sent to a file of this machine that nobody else sees; gone once closed. Null where there is nothing.</summary>
    public async Task<FileStream?> Fetch(Guid sourceId, CancellationToken ct)
    {
        if (!await db.Uploads.AnyAsync(u => u.SourceId == sourceId, ct))
        {
            return null;
        }

        var copy = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            for (var number = 0; await db.Uploads.AsNoTracking().Where(u => u.SourceId == sourceId && u.Number == number).Select(u => u.Bytes).SingleOrDefaultAsync(ct) is { } bytes; number++)
            {
                await copy.WriteAsync(bytes, ct);
            }

            return copy;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    public async Task Forget(Guid sourceId, CancellationToken ct)
    {
#pragma warning disable RS0030 // Bytes on their way, which the source and its posts are audited for.
        await db.Uploads.Where(u => u.SourceId == sourceId).ExecuteDeleteAsync(ct);
#pragma warning restore RS0030
    }
}

/// <summary>A file of more than <see cref="Uploads.MostBytes"/>.</summary>
public sealed class UploadTooLargeException() : Exception("The file is larger than an upload may be.");
