using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Steering;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Breaching;

/// <summary>Withdraws support after a breach, in part or whole, and gives it back: everybody reads it on the card of the service. One suspension at a time.</summary>
public static class SuspendSupport
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(RecordBreach.Route + "/suspendre", Suspend).Does("incubateur.suspendre").For();
        app.MapPost(RecordBreach.Route + "/lever", Lift).Does("incubateur.lever-suspension").For();
    }

    static async Task<IResult> Suspend(string slug, [FromForm] SuspensionForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await RecordBreach.Held(slug, db, visitor, ct) is not { } convention)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed, author) = (new Errors(), form ?? new(), new Author(visitor.SignedIn.Id, clock.GetUtcNow()));
        await using var turn = (await LedgerTurn.Take(db, convention.Id, ct))!;
        var breaches = await db.Breaches.AsNoTracking().Where(b => b.ConventionId == convention.Id).ToListAsync(ct);
        var suspension = typed.Read(convention.Id, breaches, author, clock.Today(), errors);
        if (await db.Suspensions.AnyAsync(s => s.ConventionId == convention.Id && s.LiftedOn == null, ct))
        {
            errors.Add(nameof(typed.Scope), "Le soutien est déjà suspendu\u00A0: levez d’abord cette suspension");
        }

        if (errors.Any)
        {
            return await RecordBreach.View(convention, new(), typed, errors, db, visitor, ct);
        }

        db.Add(suspension!);
        turn.Note(author, "incubateur.suspendre", null, $"{suspension!.Scope} {suspension.From:yyyy-MM-dd}", suspension.Withdrawn);
        await turn.Keep(ct);
        return TypedResults.LocalRedirect(Addresses.Breaches(slug));
    }

    static async Task<IResult> Lift(string slug, [FromForm] SuspensionForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await RecordBreach.Held(slug, db, visitor, ct) is not { } convention)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed, author) = (new Errors(), form ?? new(), new Author(visitor.SignedIn.Id, clock.GetUtcNow()));
        await using var turn = (await LedgerTurn.Take(db, convention.Id, ct))!;
        var inForce = await db.Suspensions.SingleOrDefaultAsync(s => s.ConventionId == convention.Id && s.LiftedOn == null, ct);
        var (day, reason) = typed.ReadLift(inForce, clock.Today(), errors);
        if (errors.Any)
        {
            return await RecordBreach.View(convention, new(), typed, errors, db, visitor, ct);
        }

        (inForce!.LiftedOn, inForce.LiftReason, inForce.LiftedBy, inForce.LiftedAt) = (day, reason, author.Id, author.At);
        turn.Note(author, "incubateur.lever-suspension", null, $"{day:yyyy-MM-dd}", reason);
        await turn.Keep(ct);
        return TypedResults.LocalRedirect(Addresses.Breaches(slug));
    }
}

public sealed record SuspensionForm
{
    public string? Breach { get; init; }
    public string? Scope { get; init; }
    public string? From { get; init; }
    public string? Withdrawn { get; init; }
    public string? LiftedOn { get; init; }
    public string? LiftReason { get; init; }

    public Suspension? Read(Guid conventionId, IReadOnlyList<Breach> breaches, Author author, DateOnly today, Errors errors)
    {
        var breach = breaches.FirstOrDefault(b => string.Equals(b.Id.ToString(), Breach, StringComparison.OrdinalIgnoreCase));
        if (breach is null)
        {
            errors.Add(nameof(Breach), "Choisissez le manquement qui en est la cause");
        }

        var scope = Typed.Choice<SuspensionScope>(Scope, nameof(Scope), "Choisissez si tout le soutien est suspendu, ou une partie", errors);
        var from = Typed.Day(From, nameof(From), "Écrivez le premier jour", errors);
        var withdrawn = Typed.Text(Withdrawn, nameof(Withdrawn), Suspension.TextMaxLength, "Écrivez ce qui est suspendu", errors);
        if (from > today)
        {
            errors.Add(nameof(From), "Choisissez aujourd’hui ou un jour passé");
        }

        return errors.Any ? null : new() { Id = Guid.CreateVersion7(author.At), ConventionId = conventionId, BreachId = breach!.Id, Scope = scope!.Value, From = from!.Value, Withdrawn = withdrawn, By = author.Id, At = author.At };
    }

    public (DateOnly? Day, string Reason) ReadLift(Suspension? inForce, DateOnly today, Errors errors)
    {
        var day = Typed.Day(LiftedOn, nameof(LiftedOn), "Écrivez le jour où le soutien reprend", errors);
        var reason = Typed.Text(LiftReason, nameof(LiftReason), Suspension.TextMaxLength, "Écrivez pourquoi le soutien reprend", errors);
        if (inForce is null)
        {
            errors.Add(nameof(LiftedOn), "Aucune suspension n’est en cours");
        }
        else if (day < inForce.From || day > today)
        {
            errors.Add(nameof(LiftedOn), $"Choisissez un jour entre le {French.Day(inForce.From)} et aujourd’hui");
        }

        return (day, reason);
    }
}
