using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Home;

/// <summary>The conventions that a person may read, each with what is left and what is late.</summary>
public static class ShowIncubator
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Addresses.Home, Show).For();

    static async Task<IResult> Show(IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var (user, today) = (visitor.SignedIn, clock.Today());
        var conventions = await db.Conventions.AsNoTracking().AsSplitQuery().Include(c => c.Avenants).ReadBy(db, user).OrderBy(c => c.Title).ToListAsync(ct);
        var ids = conventions.ConvertAll(c => c.Id);
        var entries = (await db.Entries.AsNoTracking().Where(e => ids.Contains(e.ConventionId)).ToListAsync(ct)).ToLookup(e => e.ConventionId);
        var late = await db.Tasks.Where(t => ids.Contains(t.ConventionId) && t.DoneOn == null && t.DueOn < today).GroupBy(t => t.ConventionId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return Html.View<ShowIncubatorPage, ShowIncubatorModel>(new([.. conventions.Select(c => new ConventionLine(c, Balance.Of(entries[c.Id]), late.GetValueOrDefault(c.Id)))], await db.Startups.AsNoTracking().ReadBy(db, user).OrderBy(s => s.Title).Select(s => new StartupLink(s.Slug, s.Title)).ToListAsync(ct), user.Role == Role.Superadmin));
    }
}

public sealed record ConventionLine(Convention Convention, Balance Balance, int LateTasks);

public sealed record StartupLink(string Slug, string Title);

/// <param name="MayFound">Whether this person enters startups and conventions.</param>
public sealed record ShowIncubatorModel(IReadOnlyList<ConventionLine> Lines, IReadOnlyList<StartupLink> Startups, bool MayFound);
