using Beffroi.Incubator.Securing;
using Beffroi.Incubator.Steering;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.OneStartup;

/// <summary>A startup for those who work on it: until when it is authorised, what its last workshop found, its conventions.</summary>
public static class FollowStartup
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/incubateur/startups/{slug}", Show).For();

    static async Task<IResult> Show(string slug, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var (user, today) = (visitor.SignedIn, clock.Today());
        if (await db.Startups.AsNoTracking().Include(s => s.Phases).ReadBy(db, user).SingleOrDefaultAsync(s => s.Slug == slug, ct) is not { } startup)
        {
            return TypedResults.NotFound();
        }

        var homologation = await db.Homologations.AsNoTracking().Where(h => h.StartupId == startup.Id).OrderByDescending(h => h.From).FirstOrDefaultAsync(ct);
        var reading = homologation?.Figure is { } figure ? await db.FigureReadings.AsNoTracking().Where(r => r.StartupId == startup.Id && r.Figure == figure).OrderByDescending(r => r.On).FirstOrDefaultAsync(ct) : null;
        var workshop = await db.Workshops.AsNoTracking().Where(w => w.StartupId == startup.Id).OrderByDescending(w => w.HeldOn).ThenByDescending(w => w.At).Select(w => w.Id).FirstOrDefaultAsync(ct);
        return Html.View<FollowStartupPage, FollowStartupModel>(new()
        {
            Startup = startup, Today = today, Homologation = homologation, Reading = reading, MayFound = user.Role == Role.Superadmin,
            Alarms = homologation is null ? [] : [.. homologation.Alarms(reading?.Value, today)],
            Sheet = await WorkshopSheet.Read(db, db.Startups.ReadBy(db, user), workshop, ct),
            Suspension = await db.Suspensions.Suspending(db, startup.Id).AsNoTracking().OrderBy(s => s.From).FirstOrDefaultAsync(ct),
            Conventions = await db.Conventions.AsNoTracking().ReadBy(db, user).Where(c => c.StartupId == startup.Id).OrderBy(c => c.Title).Select(c => new ConventionLink(c.Slug, c.Title)).ToListAsync(ct),
        });
    }
}

public sealed record ConventionLink(string Slug, string Title);

public sealed record FollowStartupModel
{
    public required Startup Startup { get; init; }
    public required DateOnly Today { get; init; }
    public required Homologation? Homologation { get; init; }

    /// <summary>The last count of the figure that its ceiling is about.</summary>
    public required FigureReading? Reading { get; init; }
    public required IReadOnlyList<AlarmKind> Alarms { get; init; }

    /// <summary>The last workshop.</summary>
    public required WorkshopSheet? Sheet { get; init; }
    public required Suspension? Suspension { get; init; }
    public required IReadOnlyList<ConventionLink> Conventions { get; init; }
    public required bool MayFound { get; init; }
}
