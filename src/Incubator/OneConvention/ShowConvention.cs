using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.OneConvention;

/// <summary>A convention: what it says, where its money stands, what is due.</summary>
public static class ShowConvention
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/incubateur/conventions/{slug}", Show).For();

    static async Task<IResult> Show(string slug, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var (user, today) = (visitor.SignedIn, clock.Today());
        if (await db.Conventions.AsNoTracking().Include(c => c.Avenants).ReadBy(db, user).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } convention)
        {
            return TypedResults.NotFound();
        }

        var id = convention.Id;
        var entries = await db.Entries.AsNoTracking().Where(e => e.ConventionId == id).OrderBy(e => e.Number).ToListAsync(ct);
        var recorded = await db.ChorusRecords.Where(r => r.ConventionId == id).Select(r => r.EntryId).ToListAsync(ct);
        var journal = await db.Journal.AsNoTracking().Where(l => l.ConventionId == id).OrderBy(l => l.Number).ToListAsync(ct);
        var sent = await db.Statements.AsNoTracking().Where(s => s.ConventionId == id).Select(s => s.Month).ToListAsync(ct);
        var duties = await db.DutiesOf(user, id, ct);
        return Html.View<ShowConventionPage, ShowConventionModel>(new()
        {
            Convention = convention, StartupSlug = await db.Startups.Where(s => s.Id == convention.StartupId).Select(s => s.Slug).SingleAsync(ct), Balance = Balance.Of(entries), Today = today, Duties = duties, MayCorrect = user.Role == Role.Superadmin,
            Years = [.. entries.Select(e => e.Year).Distinct().Order().Select(y => (y, Balance.OfYear(entries, y)))],
            Orders = await db.Orders.AsNoTracking().Where(o => o.ConventionId == id).OrderByDescending(o => o.At).ToListAsync(ct),
            Outlook = Outlook.Of(entries, await db.Forecasts.AsNoTracking().Where(f => f.ConventionId == id).ToListAsync(ct), today),
            Tasks = await db.Tasks.AsNoTracking().Where(t => t.ConventionId == id).OrderBy(t => t.DueOn).ToListAsync(ct),
            Notices = await db.Notices.AsNoTracking().Where(n => n.ConventionId == id).OrderByDescending(n => n.SentAt).ToListAsync(ct),
            Owed = [.. StatementsDue.On(convention, entries, today).Where(s => !sent.Contains(s.Month))],
            NotInChorus = entries.Count(e => e.Kind is EntryKind.Commitment or EntryKind.Payment && !recorded.Contains(e.Id)),
            BrokenEntry = Chain.FirstBroken(entries), BrokenLine = ActLine.FirstBroken(journal), Acts = journal.Count,
        });
    }
}

public sealed record ShowConventionModel
{
    public required Convention Convention { get; init; }
    /// <summary>The service that it pays for, by the name in its address.</summary>
    public required string StartupSlug { get; init; }
    public required Balance Balance { get; init; }
    public required DateOnly Today { get; init; }
    public required IReadOnlyList<Duty> Duties { get; init; }
    public required IReadOnlyList<(int Year, Balance Balance)> Years { get; init; }
    public required IReadOnlyList<Order> Orders { get; init; }
    public required Outlook Outlook { get; init; }
    public required IReadOnlyList<RegisterTask> Tasks { get; init; }
    public required IReadOnlyList<Notice> Notices { get; init; }

    /// <summary>Accounts not sent yet.</summary>
    public required IReadOnlyList<(DateOnly Month, bool IsFinal, DateOnly DueOn)> Owed { get; init; }

    /// <summary>Entries not yet typed in Chorus.</summary>
    public required int NotInChorus { get; init; }

    /// <summary>Number of the first entry that is not what was written.</summary>
    public required int? BrokenEntry { get; init; }
    public required int? BrokenLine { get; init; }
    public required int Acts { get; init; }

    /// <summary>Whether this person writes conventions.</summary>
    public required bool MayCorrect { get; init; }
}
