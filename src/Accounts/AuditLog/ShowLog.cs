using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.AuditLog;

/// <summary>Who changed what in accounts and structures, and when.</summary>
public static class ShowLog
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/admin/journal", Show).For(Role.Superadmin);

    static async Task<IResult> Show(string? acte, int? page, AccountsDb db, CancellationToken ct)
    {
        var acts = await db.Audit.Select(a => a.Act).Distinct().OrderBy(a => a).ToListAsync(ct);
        var act = acts.Find(a => string.Equals(a, acte, StringComparison.Ordinal));
        var rows = await db.Audit.AsNoTracking()
            .Where(a => act == null || a.Act == act)
            .OrderByDescending(a => a.At).ThenByDescending(a => a.Id)
            .ToPage(page, ct);
        return Html.View<ShowLogPage, ShowLogModel>(new(rows, acts, act, await Names(db, rows.Rows, ct)));
    }

    static async Task<IReadOnlyDictionary<string, string>> Names(AccountsDb db, IReadOnlyList<AuditRow> rows, CancellationToken ct)
    {
        const string account = "compte:";
        var ids = rows.Where(r => r.Who.StartsWith(account, StringComparison.Ordinal))
            .Select(r => Guid.TryParse(r.Who[account.Length..], out var id) ? id : Guid.Empty).Distinct().ToList();
        return await db.Users.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => account + a.Id.ToString(), a => a.Name, StringComparer.Ordinal, ct);
    }
}

public sealed record ShowLogModel(PageOf<AuditRow> List, IReadOnlyList<string> Acts, string? Act, IReadOnlyDictionary<string, string> Names);
