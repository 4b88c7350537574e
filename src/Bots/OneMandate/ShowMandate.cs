using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.OneMandate;

/// <summary>One mandate, whole; and its end, which stops everything that runs under it.</summary>
public static class ShowMandate
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            var path = Addresses.Mandates(l) + "/{id:guid}";
            app.MapGet(path, Show).ForAnalysts();
            app.MapPost(path + l.Say("/fin", "/end"), End).Does("robots.finir-cadre").ForAnalysts().RequireAntiforgery();
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Mandates.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.OrganisationId == at.Organisation, ct) is not { } mandate)
        {
            return TypedResults.NotFound();
        }

        var watches = await db.Watches.AsNoTracking().Where(w => w.MandateId == id).OrderBy(w => w.Name).Select(w => new MandateWatch(w.Id, w.Name, w.ClosedAt)).ToListAsync(ct);
        return Html.View<ShowMandatePage, ShowMandateModel>(new(Langs.Of(request), mandate, watches, clock.Today()));
    }

    static async Task<IResult> End(Guid id, HttpRequest request, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Mandates.SingleOrDefaultAsync(m => m.Id == id && m.OrganisationId == at.Organisation, ct) is not { } mandate)
        {
            return TypedResults.NotFound();
        }

        if (mandate.EndedAt is null)
        {
            (mandate.EndedAt, mandate.EndedBy) = (clock.GetUtcNow(), at.Analyst.AccountId);
            await Stop(id, db, ct);
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.LocalRedirect(Addresses.Mandate(Langs.Of(request), id));
    }

    /// <summary>In the same save: whoever runs one of them finds another version, and writes nothing more.</summary>
    static async Task Stop(Guid mandate, BotsDb db, CancellationToken ct)
    {
        foreach (var source in await db.Sources.Where(s => db.Watches.Any(w => w.Id == s.WatchId && w.MandateId == mandate)).ToListAsync(ct))
        {
            source.Wanted = false;
            source.State = source.State is SourceState.Done ? SourceState.Done : SourceState.Expired;
            source.Version++;
        }

        foreach (var exploration in await db.Explorations.Where(x => (x.State == ExplorationState.Running || x.State == ExplorationState.Stopped) && db.Watches.Any(w => w.Id == x.WatchId && w.MandateId == mandate)).ToListAsync(ct))
        {
            exploration.State = ExplorationState.Expired;
            exploration.Version++;
        }
    }
}

public sealed record MandateWatch(Guid Id, string Name, DateTimeOffset? ClosedAt);

public sealed record ShowMandateModel(Lang L, Mandate Mandate, IReadOnlyList<MandateWatch> Watches, DateOnly Today);
