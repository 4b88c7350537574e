using System.Text;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Incubator.Publishing;

/// <summary>What everybody may read: budgets as a page and as a file, conventions, a card for each service.</summary>
public static class ShowBudget
{
    static readonly byte[] Schema = Load();

    public static void Map(IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("").ForEveryone().CacheOutput(policy => policy.SetVaryByQuery([]));
        open.MapGet(Addresses.Budget, async (IncubatorDb db, CancellationToken ct) => Html.View<ShowBudgetPage, PublishedBudget>(await PublishedBudget.Read(db, null, ct)));
        open.MapGet(Addresses.BudgetCsv, async (IncubatorDb db, CancellationToken ct) => TypedResults.File(Encoding.UTF8.GetBytes((await PublishedBudget.Read(db, null, ct)).Csv()), "text/csv; charset=utf-8", "budget.csv"));
        open.MapGet(Addresses.BudgetSchema, () => TypedResults.File(Schema, "application/json"));
        open.MapGet(Addresses.Conventions, Conventions);
        open.MapGet("/startups/{slug}", Card);
    }

    static async Task<IResult> Conventions(IncubatorDb db, CancellationToken ct)
    {
        var signed = await (from c in db.Conventions.AsNoTracking().Include(c => c.Avenants) join s in db.Startups.AsNoTracking() on c.StartupId equals s.Id where c.SignedOn != null orderby c.SignedOn descending, c.Slug select new { Convention = c, s.Slug, s.Title }).ToListAsync(ct);
        return Html.View<ListConventionsPage, ListConventionsModel>(new([.. signed.Select(l => new SignedConvention(l.Convention, l.Slug, l.Title))]));
    }

    static async Task<IResult> Card(string slug, IncubatorDb db, CancellationToken ct)
    {
        if (await db.Startups.AsNoTracking().Include(s => s.Phases).SingleOrDefaultAsync(s => s.Slug == slug, ct) is not { } startup)
        {
            return TypedResults.NotFound();
        }

        var conventions = await db.Conventions.AsNoTracking().Include(c => c.Avenants).Where(c => c.StartupId == startup.Id && c.SignedOn != null).OrderBy(c => c.SignedOn).ToListAsync(ct);
        return Html.View<ShowStartupPage, ShowStartupModel>(new(startup, conventions, await PublishedBudget.Read(db, slug, ct)));
    }

    static byte[] Load()
    {
        using var stream = typeof(ShowBudget).Assembly.GetManifestResourceStream("budget.schema.json") ?? throw new InvalidOperationException("The schema of the budget is missing from the assembly.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}

public sealed record SignedConvention(Convention Convention, string StartupSlug, string StartupTitle);

public sealed record ListConventionsModel(IReadOnlyList<SignedConvention> Lines);

public sealed record ShowStartupModel(Startup Startup, IReadOnlyList<Convention> Conventions, PublishedBudget Budget);
