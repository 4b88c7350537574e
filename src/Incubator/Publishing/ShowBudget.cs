using System.Text;
using Beffroi.Incubator.Impact;
using Beffroi.Incubator.Steering;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Incubator.Publishing;

/// <summary>What everybody may read: budgets and conventions, as pages and as files with their schemas, and a card for each service.</summary>
public static class ShowBudget
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("").ForEveryone().CacheOutput(policy => policy.SetVaryByQuery([]));
        open.MapGet(Addresses.Budget, async (IncubatorDb db, CancellationToken ct) => Html.View<ShowBudgetPage, PublishedBudget>(await PublishedBudget.Read(db, null, ct)));
        open.MapGet(Addresses.BudgetCsv, async (IncubatorDb db, CancellationToken ct) => Csv((await PublishedBudget.Read(db, null, ct)).Csv(), "budget.csv"));
        open.MapGet(Addresses.BudgetOds, async (IncubatorDb db, CancellationToken ct) => Ods((await PublishedBudget.Read(db, null, ct)).Ods(), "budget.ods"));
        open.MapGet(Addresses.BudgetSchema, () => TypedResults.File(PublishedSchemas.Budget, "application/json"));
        open.MapGet(Addresses.Conventions, async (IncubatorDb db, CancellationToken ct) => Html.View<ListConventionsPage, PublishedConventions>(await PublishedConventions.Read(db, ct)));
        open.MapGet(Addresses.ConventionsCsv, async (IncubatorDb db, CancellationToken ct) => Csv((await PublishedConventions.Read(db, ct)).Csv(), "conventions.csv"));
        open.MapGet(Addresses.ConventionsOds, async (IncubatorDb db, CancellationToken ct) => Ods((await PublishedConventions.Read(db, ct)).Ods(), "conventions.ods"));
        open.MapGet(Addresses.ConventionsSchema, () => TypedResults.File(PublishedSchemas.Conventions, "application/json"));
        open.MapGet("/startups/{slug}", Card);
    }

    static IResult Csv(string text, string name) => TypedResults.File(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8", name);

    static IResult Ods(byte[] file, string name) => TypedResults.File(file, OdsFile.MediaType, name);

    static async Task<IResult> Card(string slug, IncubatorDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Startups.AsNoTracking().Include(s => s.Phases).SingleOrDefaultAsync(s => s.Slug == slug, ct) is not { } startup)
        {
            return TypedResults.NotFound();
        }

        var conventions = await db.Conventions.AsNoTracking().Include(c => c.Avenants).Where(c => c.StartupId == startup.Id && c.SignedOn != null).OrderBy(c => c.SignedOn).ToListAsync(ct);
        var suspension = await db.Suspensions.Suspending(db, startup.Id).AsNoTracking().OrderByDescending(s => s.Scope == SuspensionScope.Total).ThenBy(s => s.From).FirstOrDefaultAsync(ct);
        return Html.View<ShowStartupPage, ShowStartupModel>(new(startup, conventions, suspension, await PublishedBudget.Read(db, slug, ct), await PublishedImpacts.Of(db, startup, clock.Today(), ct)));
    }
}

/// <param name="Suspension">Support that is withdrawn today; the widest, where there are several.</param>
public sealed record ShowStartupModel(Startup Startup, IReadOnlyList<Convention> Conventions, Suspension? Suspension, PublishedBudget Budget, PublishedImpact Impact)
{
    /// <summary>The listing itself is withdrawn: what the public is owed, money and conventions, stays.</summary>
    public bool IsWithdrawn => Suspension?.Scope == SuspensionScope.Total;
}
