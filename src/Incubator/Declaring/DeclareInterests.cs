using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Declaring;

/// <summary>Experts whom the delegate mobilises, and their declaration that nothing opposes their interests to the service: no order without it, where the convention asks it.</summary>
public static class DeclareInterests
{
    const string Route = "/incubateur/conventions/{slug}/interets";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Add).Does("incubateur.mobiliser").For();
        app.MapPost(Route + "/{id:guid}", Declare).Does("incubateur.declarer-interets").For();
    }

    static async Task<IResult> Show(string slug, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        await db.Conventions.AsNoTracking().ReadBy(db, visitor.SignedIn).SingleOrDefaultAsync(c => c.Slug == slug, ct) is { } convention ? await View(convention, new(), null, new(), db, visitor, ct) : TypedResults.NotFound();

    static async Task<IResult> Add(string slug, [FromForm] ExpertForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await Held(slug, db, visitor, ct) is not { } convention)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed, author) = (new Errors(), form ?? new(), new Author(visitor.SignedIn.Id, clock.GetUtcNow()));
        if (typed.Read(convention.Id, author, errors) is not { } expert)
        {
            return await View(convention, typed, null, errors, db, visitor, ct);
        }

        await using var turn = (await LedgerTurn.Take(db, convention.Id, ct))!;
        db.Add(expert);
        turn.Note(author, "incubateur.mobiliser", null, expert.Id.ToString());
        await turn.Keep(ct);
        return TypedResults.LocalRedirect(Addresses.Interests(slug));
    }

    static async Task<IResult> Declare(string slug, Guid id, [FromForm] IFormCollection form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await Held(slug, db, visitor, ct) is not { } convention || !await db.Experts.AnyAsync(e => e.Id == id && e.ConventionId == convention.Id, ct))
        {
            return TypedResults.NotFound();
        }

        var (errors, field) = (new Errors(), $"Declared-{id}");
        var day = Typed.Day(form[field], field, "Écrivez le jour où la déclaration est signée", errors);
        if (day > clock.Today())
        {
            errors.Add(field, "Choisissez aujourd’hui ou un jour passé");
        }

        if (errors.Any)
        {
            return await View(convention, new(), (id, form[field]), errors, db, visitor, ct);
        }

        var author = new Author(visitor.SignedIn.Id, clock.GetUtcNow());
        await using var turn = (await LedgerTurn.Take(db, convention.Id, ct))!;
        var expert = await db.Experts.SingleAsync(e => e.Id == id, ct);
        if (expert.DeclaredOn is null)
        {
            expert.DeclaredOn = day;
            turn.Note(author, "incubateur.declarer-interets", null, $"{id} {day:yyyy-MM-dd}");
            await turn.Keep(ct);
        }

        return TypedResults.LocalRedirect(Addresses.Interests(slug));
    }

    static Task<Convention?> Held(string slug, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        db.Conventions.AsNoTracking().HeldBy(db, visitor.SignedIn, Rights.Orders).SingleOrDefaultAsync(c => c.Slug == slug, ct);

    static async Task<IResult> View(Convention convention, ExpertForm typed, (Guid Expert, string? Day)? declared, Errors errors, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        Html.Form<DeclareInterestsPage, DeclareInterestsModel>(
            new()
            {
                Slug = convention.Slug, Title = convention.Title, Asked = convention.Clauses.ChecksConflicts, Typed = typed, Declared = declared, Errors = errors,
                Experts = await db.Experts.AsNoTracking().Where(e => e.ConventionId == convention.Id).OrderBy(e => e.Name).ToListAsync(ct),
                MayWrite = (await db.DutiesOf(visitor.SignedIn, convention.Id, ct)).Any(d => d.Orders()),
            },
            errors);
}

public sealed record ExpertForm
{
    public string? Name { get; init; }
    public string? Employer { get; init; }
    public string? From { get; init; }

    public Expert? Read(Guid conventionId, Author author, Errors errors)
    {
        var name = Typed.Text(Name, nameof(Name), Expert.NameMaxLength, "Écrivez le nom de cette personne", errors);
        var employer = Typed.Text(Employer, nameof(Employer), Expert.EmployerMaxLength, "Écrivez le nom de son employeur", errors);
        var from = Typed.Day(From, nameof(From), "Écrivez le premier jour de sa mission", errors);
        return errors.Any ? null : new() { Id = Guid.CreateVersion7(author.At), ConventionId = conventionId, Name = name, Employer = employer, From = from!.Value, By = author.Id };
    }
}

public sealed record DeclareInterestsModel
{
    public required string Slug { get; init; }
    public required string Title { get; init; }

    /// <summary>The convention asks it.</summary>
    public required bool Asked { get; init; }
    public required IReadOnlyList<Expert> Experts { get; init; }
    public required bool MayWrite { get; init; }
    public required ExpertForm Typed { get; init; }

    /// <summary>The day that was typed for the declaration of one of them, when it was wrong.</summary>
    public required (Guid Expert, string? Day)? Declared { get; init; }
    public required Errors Errors { get; init; }
}
