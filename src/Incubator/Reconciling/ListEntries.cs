using System.Text;
using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Reconciling;

/// <summary>The entries of a convention, to compare with Chorus line by line: a page that prints, a CSV file, a spreadsheet.</summary>
public static class ListEntries
{
    const string Route = "/incubateur/conventions/{slug}/ecritures";
    static readonly byte[] Schema = Load();

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, async (string slug, IncubatorDb db, Visitor visitor, CancellationToken ct) => await Read(slug, db, visitor, ct) is { } sheet ? Html.View<ListEntriesPage, LedgerSheet>(sheet) : TypedResults.NotFound()).For();
        app.MapGet(Route + ".csv", async (string slug, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
            await Read(slug, db, visitor, ct) is { } sheet ? (IResult)TypedResults.File(Encoding.UTF8.GetBytes(sheet.Csv()), "text/csv; charset=utf-8", $"ecritures-{slug}.csv") : TypedResults.NotFound()).For();
        app.MapGet(Route + ".ods", async (string slug, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
            await Read(slug, db, visitor, ct) is { } sheet ? (IResult)TypedResults.File(sheet.Ods(), OdsFile.MediaType, $"ecritures-{slug}.ods") : TypedResults.NotFound()).For();
        app.MapGet(Addresses.EntriesSchema, () => TypedResults.File(Schema, "application/json")).ForEveryone();
    }

    static async Task<LedgerSheet?> Read(string slug, IncubatorDb db, Visitor visitor, CancellationToken ct)
    {
        if (await db.Conventions.AsNoTracking().ReadBy(db, visitor.SignedIn).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } convention)
        {
            return null;
        }

        var entries = await db.Entries.AsNoTracking().Where(e => e.ConventionId == convention.Id).ToListAsync(ct);
        var orders = await db.Orders.Where(o => o.ConventionId == convention.Id).ToDictionaryAsync(o => o.Id, o => o.Number, ct);
        var typed = await db.ChorusRecords.AsNoTracking().Where(r => r.ConventionId == convention.Id).ToDictionaryAsync(r => r.EntryId, ct);
        return LedgerSheet.Of(convention, entries, orders, typed);
    }

    static byte[] Load()
    {
        using var stream = typeof(ListEntries).Assembly.GetManifestResourceStream("entries.schema.json") ?? throw new InvalidOperationException("entries.schema.json is missing from the assembly.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
