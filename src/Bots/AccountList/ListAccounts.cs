using Beffroi.Bots.Figures;
using Beffroi.Bots.Leaving;
using Beffroi.Bots.Scoring;
using Beffroi.Bots.Signs;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.AccountList;

/// <summary>The accounts that an organisation's watches met.</summary>
public static class ListAccounts
{
    const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Accounts(l), Show).ForAnalysts();
            app.MapGet(Addresses.Accounts(l) + ".csv", File).Does("robots.exporter").ForAnalysts();
        }
    }

    static async Task<IResult> Show(HttpRequest request, BotsDb db, AtWork at, CancellationToken ct)
    {
        var filter = AccountFilter.Of(request.Query);
        var accounts = Filtered(filter, db, at);
        var count = await accounts.CountAsync(ct);
        var last = Math.Max(1, (count + PageSize - 1) / PageSize);
        filter = filter with { Page = Math.Min(filter.Page, last) };
        var rows = await Ordered(accounts, filter.Order).Skip((filter.Page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return Html.View<ListAccountsPage, ListAccountsModel>(new()
        {
            L = Langs.Of(request), Filter = filter, Count = count, LastPage = last, Rows = await Listed(rows, db, at, ct),
            Watches = await db.WatchesOf(at.Organisation).OrderBy(w => w.Name).ThenBy(w => w.Id).Select(w => new WatchName(w.Id, w.Name)).ToListAsync(ct),
        });
    }

    static async Task<IResult> File(HttpRequest request, BotsDb db, AtWork at, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var accounts = Filtered(AccountFilter.Of(request.Query), db, at);
        await ExportAudit.Keep(db, actor, clock, $"{nameof(WatchedAccount)}×{await accounts.CountAsync(ct)}", "csv", ct);
        return CsvFile.Of(Langs.Of(request).Say("comptes.csv", "accounts.csv"), AccountFile.Columns, AccountFile.Rows(accounts, db, at, request.Root(), ct));
    }

    internal static async Task<IReadOnlyList<ListedAccount>> Listed(IReadOnlyList<WatchedAccount> rows, BotsDb db, AtWork at, CancellationToken ct)
    {
        Guid[] ids = [.. rows.Select(r => r.Id)];
        var scores = await LatestScores.Of(db, ids, ct);
        var signs = (await db.Signs.AsNoTracking().Where(s => ids.Contains(s.AccountId) && db.Watches.Any(w => w.Id == s.WatchId && w.OrganisationId == at.Organisation)).Select(s => new { s.AccountId, s.Kind }).Distinct().ToListAsync(ct)).ToLookup(s => s.AccountId, s => s.Kind);
        return [.. rows.Select(r => new ListedAccount(r, AccountEvidence.ProfileOf(r), ScoreView.Of(scores.GetValueOrDefault(r.Id)), [.. signs[r.Id].Order()]))];
    }

    static IQueryable<WatchedAccount> Ordered(IQueryable<WatchedAccount> accounts, AccountOrder order) => order switch
    {
        // What has no score comes last on both engines.
        AccountOrder.Score => accounts.OrderByDescending(a => a.Probability ?? -1).ThenBy(a => a.Id),
        AccountOrder.Posts => accounts.OrderByDescending(a => a.Posts).ThenBy(a => a.Id),
        AccountOrder.Seen => accounts.OrderByDescending(a => a.LastSeenAt).ThenBy(a => a.Id),
        AccountOrder.Handle => accounts.OrderBy(a => a.Handle ?? a.NativeId).ThenBy(a => a.Id),
    };

    static IQueryable<WatchedAccount> Filtered(AccountFilter filter, BotsDb db, AtWork at)
    {
        var organisation = at.Organisation;
        var accounts = db.AccountsOf(organisation).AsNoTracking();
        if (filter.Words.Length > 0)
        {
            var words = filter.Words.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Becomes lower() in SQL: the database has no culture to be given.
            accounts = accounts.Where(a => (a.Handle ?? a.NativeId).ToLower().Contains(words));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        if (filter.Watch is { } watch)
        {
            accounts = accounts.Where(a => db.AccountMatches.Any(m => m.AccountId == a.Id && m.WatchId == watch && db.Watches.Any(w => w.Id == watch && w.OrganisationId == organisation)));
        }

        if (filter.Sign is { } sign)
        {
            accounts = accounts.Where(a => db.Signs.Any(s => s.AccountId == a.Id && s.Kind == sign && db.Watches.Any(w => w.Id == s.WatchId && w.OrganisationId == organisation)));
        }

        accounts = filter.Network is { } network ? accounts.Where(a => a.Network == network) : accounts;
        accounts = filter.Class is { } known ? accounts.Where(a => a.Class == known) : accounts;
        accounts = filter.Least is { } least ? accounts.Where(a => a.Probability >= least) : accounts;
        return filter.Most is { } most ? accounts.Where(a => a.Probability <= most) : accounts;
    }
}

public sealed record WatchName(Guid Id, string Name);

public sealed record ListedAccount(WatchedAccount Row, Account Profile, ScoreView? Score, IReadOnlyList<Typology> Signs);

public sealed record ListAccountsModel
{
    public required Lang L { get; init; }
    public required AccountFilter Filter { get; init; }
    public required int Count { get; init; }
    public required int LastPage { get; init; }
    public required IReadOnlyList<ListedAccount> Rows { get; init; }
    public required IReadOnlyList<WatchName> Watches { get; init; }
}
