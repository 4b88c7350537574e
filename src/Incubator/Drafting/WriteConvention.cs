using Beffroi.Dsfr;
using Beffroi.Incubator.Steering;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Drafting;

/// <summary>Writes a convention from the template: who, how much, on which codes, and the clauses that say what differs. It is a draft until it is signed, and public only then.</summary>
public static class WriteConvention
{
    /// <summary>Of this page.</summary>
    const string Taken = "nouvelle";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.NewConvention, async (IncubatorDb db, CancellationToken ct) => await View(new(), new() { NoticeMonths = "3" }, new(), new(), db, ct)).For(Role.Superadmin);
        app.MapPost(Addresses.NewConvention, Write).Does("incubateur.ecrire-convention").For(Role.Superadmin);
    }

    static async Task<IResult> Write([FromForm] ConventionForm? form, [FromForm] ClausesForm? clauses, [FromForm] ImputationForm? codes, HttpRequest request, IncubatorDb db, TimeProvider clock, CancellationToken ct)
    {
        var (errors, typed, asked) = (new Errors(), form ?? new(), (clauses ?? new()) with { Prestations = [.. request.Form["Prestations"].OfType<string>()] });
        var startup = await db.Startups.SingleOrDefaultAsync(s => s.Slug == typed.Startup, ct);
        if (startup is null)
        {
            errors.Add(nameof(typed.Startup), "Choisissez la startup");
        }

        var imputation = Imputation.Read(codes ?? new(), errors);
        var terms = asked.Read(errors);
        var convention = typed.Read(startup, imputation, terms, clock.GetUtcNow(), errors);
        var slug = typed.Slug?.Trim();
        if (string.Equals(slug, Taken, StringComparison.Ordinal) || await db.Conventions.AnyAsync(c => c.Slug == slug, ct))
        {
            errors.Add(nameof(typed.Slug), "Une convention a déjà cette adresse");
        }

        if (errors.Any)
        {
            return await View(typed, asked, codes ?? new(), errors, db, ct);
        }

        db.Add(convention!);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.People(convention!.Slug));
    }

    static async Task<IResult> View(ConventionForm typed, ClausesForm clauses, ImputationForm codes, Errors errors, IncubatorDb db, CancellationToken ct) =>
        Html.Form<WriteConventionPage, WriteConventionModel>(
            new() { Startups = await db.Startups.OrderBy(s => s.Title).Select(s => new Option(s.Slug, s.Title, null)).ToListAsync(ct), Typed = typed, Clauses = clauses, Codes = codes, Errors = errors },
            errors);
}

public sealed record WriteConventionModel
{
    public required IReadOnlyList<Option> Startups { get; init; }
    public required ConventionForm Typed { get; init; }
    public required ClausesForm Clauses { get; init; }
    public required ImputationForm Codes { get; init; }

    /// <summary>Why a draft is corrected, as typed; null where a convention is written.</summary>
    public string? Reason { get; init; }

    /// <summary>The draft that is corrected; null where a convention is written.</summary>
    public Convention? Draft { get; init; }
    public required Errors Errors { get; init; }

    public static IReadOnlyList<Option> Versions => [.. Manifesto.All.Select(m => new Option(m.Version, $"{m.Version}\u00A0: {m.Engagements[0]}"))];

    public static IReadOnlyList<Option> Prestations => [.. Enum.GetValues<Prestation>().Select(p => new Option(p.ToString(), p.Label()))];

    public static IReadOnlyList<Option> AccountsAsked =>
    [
        new(nameof(Accounts.MonthlyAndFinal), "Chaque mois, et à la fin"),
        new(nameof(Accounts.FinalOnly), "À la fin"),
    ];

    public static IReadOnlyList<Option> Duties =>
    [
        new(nameof(DutyOf.NotAsked), "La convention n’en parle pas"),
        new(nameof(DutyOf.Delegator), "Le délégant"),
        new(nameof(DutyOf.AllPartners), "Tous les partenaires"),
    ];
}
