using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Tracing;

/// <summary>Who read or took away something restricted that one shared: referents see it for all their organisation, the others for the cases in which they wrote.</summary>
public static class ShowReadings
{
    const int PerPage = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Readings(l), Show).ForSeated();
        }
    }

    static async Task<IResult> Show(Guid? dossier, int? page, HttpRequest request, ChatDb db, Scopes scopes, CaseShelf shelf, Seated seated, Naming naming, IStructures people, CancellationToken ct)
    {
        var (l, seat) = (Langs.Of(request), seated.Seat);
        var cases = scopes.CasesOf(seat.Reader).Select(c => c.Id);
        var written = await Written(db, shelf, seat, ct);
        var mine = db.Readings.AsNoTracking().Where(r => r.AccountId != seat.AccountId
            && (r.OwnerId == seat.AccountId || (r.OwnerOrganisationId != null && r.OwnerOrganisationId == seat.OrganisationId && (seat.IsReferent || written.Contains(r.CaseId)))));
        var asked = dossier is { } one ? mine.Where(r => r.CaseId == one) : mine;
        var pages = Math.Max(1, (await asked.CountAsync(ct) + PerPage - 1) / PerPage);
        var at = Math.Clamp(page ?? 1, 1, pages);
        var rows = await asked.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Skip((at - 1) * PerPage).Take(PerPage)
            .Select(r => new
            {
                Line = r,
                // A case that was shared with us and is no longer keeps its secret: the reading of our own line is told without it.
                Opens = r.CaseId != null && cases.Contains(r.CaseId.Value),
            }).ToListAsync(ct);
        // What one of us shared with a few in it is not ours to know by its number, no more than its words.
        var views = (await shelf.Views(seat.Reader, [.. rows.Where(r => r.Opens && r.Line.ItemId is not null).Select(r => r.Line.CaseId!.Value).Distinct()], ct)).ToDictionary(v => v.CaseId);
        var book = await naming.Of([.. rows.Select(r => r.Line.AccountId).Distinct()], [.. rows.Select(r => r.Line.OrganisationId).OfType<Guid>().Distinct()], ct);
        bool Named(ReadingLine r) => NameRule.Shows(r.AccountId, r.OrganisationId, r.OrganisationId is { } home && book.Masking.Contains(home), seat.Reader);
        var others = await people.People([.. rows.Select(r => r.Line).Where(r => Named(r) && book.Signed(r.AccountId, r.OrganisationId, isMasked: false, seat.Reader) is null).Select(r => r.AccountId).Distinct()], ct);
        return Html.View<ShowReadingsPage, ShowReadingsModel>(new(l, seat.IsReferent, dossier, [.. rows.Select(r => new ReadingRow(
            r.Line.At, r.Line.Act,
            Named(r.Line) ? book.Signed(r.Line.AccountId, r.Line.OrganisationId, isMasked: false, seat.Reader) ?? others.GetValueOrDefault(r.Line.AccountId) : null,
            r.Line.OrganisationId is { } home ? book.Organisations.GetValueOrDefault(home) : null, r.Opens ? r.Line.CaseId : null,
            r.Opens && r.Line is { CaseId: { } of, ItemId: { } item } && views.TryGetValue(of, out var view) && view.Find(item) is not null ? item : null, Named(r.Line)))], at, pages));
    }

    /// <summary>Of the cases whose readings are told to the organisation, those in which this member wrote.</summary>
    static async Task<List<Guid?>> Written(ChatDb db, CaseShelf shelf, Seat seat, CancellationToken ct)
    {
        if (seat.IsReferent || seat.IsGuest)
        {
            return [];
        }

        // Only those that name them are read: whoever wrote in a case is among its people (CasePerson), and so is whom a marking names.
        var told = await db.CasePeople.Where(p => p.AccountId == seat.AccountId && db.Readings.Any(r => r.OwnerOrganisationId == seat.OrganisationId && r.CaseId == p.CaseId)).Select(p => p.CaseId).ToListAsync(ct);
        return [.. (await shelf.Views(seat.Reader, told, ct)).Where(v => v.Events.Exists(e => e.Author.Person == seat.AccountId)).Select(v => (Guid?)v.CaseId)];
    }
}

/// <param name="Item">A line of the case that this reader reads.</param>
/// <param name="Who">Null where their organisation masks its people, or the account is gone.</param>
public sealed record ReadingRow(DateTimeOffset At, ReadingAct Act, string? Who, string? Organisation, Guid? Case, Guid? Item, bool Named);

public sealed record ShowReadingsModel(Lang L, bool IsReferent, Guid? Case, IReadOnlyList<ReadingRow> Rows, int Page, int Pages);
