using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts;

/// <summary>One page of a list, and how many rows there are in all.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, int Page, int Total)
{
    /// <summary>What a screen and a half shows.</summary>
    public const int Size = 20;

    public int PageCount => Math.Max(1, ((Total - 1) / Size) + 1);
}

static class Paging
{
    /// <summary>Reads one page; a page that does not exist is the nearest one that does.</summary>
    public static async Task<PageOf<T>> ToPage<T>(this IQueryable<T> rows, int? page, CancellationToken ct)
    {
        var total = await rows.CountAsync(ct);
        var wanted = Math.Clamp(page ?? 1, 1, Math.Max(1, ((total - 1) / PageOf<T>.Size) + 1));
        return new(await rows.Skip((wanted - 1) * PageOf<T>.Size).Take(PageOf<T>.Size).ToListAsync(ct), wanted, total);
    }
}
