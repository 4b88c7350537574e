using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Amending;

/// <summary>Writes an avenant that both parties signed: nothing else changes an amount or an end.</summary>
public static class SignAvenant
{
    const string Route = "/incubateur/conventions/{slug}/avenant";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Sign).Does("incubateur.signer-avenant").For();
    }

    static async Task<IResult> Show(string slug, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        await Find(slug, db, visitor, ct) is { } convention ? View(convention, new(), new()) : TypedResults.NotFound();

    static async Task<IResult> Sign(string slug, [FromForm] AvenantForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await Find(slug, db, visitor, ct) is not { } convention)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed) = (new Errors(), form ?? new());
        var author = new Author(visitor.SignedIn.Id, clock.GetUtcNow());
        await using var turn = (await LedgerTurn.Take(db, convention.Id, ct))!;
        if (typed.Read(turn.Convention, author, clock.Today(), errors) is { } avenant)
        {
            var written = avenant.DeltaAe == Money.Zero && avenant.DeltaCp == Money.Zero ? null
                : turn.Ledger.Allocate(avenant.DeltaAe, avenant.DeltaCp, avenant.Year, avenant.SignedOn, $"Avenant {avenant.Number}", $"Avenant {avenant.Number}", author);
            if (written?.Refusal is { } refusal)
            {
                errors.Add(nameof(typed.DeltaAe), refusal);
            }
            else
            {
                var before = $"fin le {turn.Convention.Dates!.End:yyyy-MM-dd}";
                db.Add(avenant);
                db.AddRange(RegisterTask.OfAvenant(avenant));
                if (written?.Entry is { } entry)
                {
                    turn.Write(author, "incubateur.signer-avenant", entry, avenant.Reason);
                }
                else
                {
                    turn.Note(author, "incubateur.signer-avenant", before, $"fin le {avenant.NewEnd:yyyy-MM-dd}", avenant.Reason);
                }

                await turn.Keep(ct);
                return TypedResults.LocalRedirect(Addresses.Convention(slug));
            }
        }

        return View(convention, typed, errors);
    }

    static Task<Convention?> Find(string slug, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        db.Conventions.AsNoTracking().Include(c => c.Avenants).HeldBy(db, visitor.SignedIn, Rights.Keeps).SingleOrDefaultAsync(c => c.Slug == slug && c.SignedOn != null, ct);

    static IResult View(Convention convention, AvenantForm typed, Errors errors) => Html.Form<SignAvenantPage, SignAvenantModel>(new(convention, typed, errors), errors);
}

public sealed record AvenantForm
{
    public string? SignedOn { get; init; }
    public string? DeltaAe { get; init; }
    public string? DeltaCp { get; init; }
    public string? NewEnd { get; init; }
    public string? NewHardStop { get; init; }
    public string? Reason { get; init; }

    public Avenant? Read(Convention convention, Author author, DateOnly today, Errors errors)
    {
        var signed = Typed.Day(SignedOn, nameof(SignedOn), "Écrivez la date de signature", errors);
        var (ae, cp) = (Delta(DeltaAe, nameof(DeltaAe), errors), Delta(DeltaCp, nameof(DeltaCp), errors));
        var (end, stop) = (Typed.OptionalDay(NewEnd, nameof(NewEnd), errors), Typed.OptionalDay(NewHardStop, nameof(NewHardStop), errors));
        var reason = Typed.Text(Reason, nameof(Reason), Avenant.ReasonMaxLength, "Écrivez pourquoi la convention change", errors);
        if (signed > today || signed < convention.SignedOn)
        {
            errors.Add(nameof(SignedOn), "L’avenant est signé après la convention, et au plus tard aujourd’hui");
        }

        if (end > (stop ?? convention.Dates!.HardStop))
        {
            errors.Add(nameof(NewHardStop), $"La fin dépasse le dernier jour de paiement, le {French.Day(convention.Dates!.HardStop)} : changez-le aussi");
        }

        if (ae == Money.Zero && cp == Money.Zero && end is null && stop is null)
        {
            errors.Add(nameof(DeltaAe), "Un avenant change un montant ou une date");
        }

        return errors.Any ? null : new()
        {
            Id = Guid.CreateVersion7(author.At), ConventionId = convention.Id, Number = convention.Avenants.Count + 1, SignedOn = signed!.Value, DeltaAe = ae!.Value, DeltaCp = cp!.Value, Year = signed.Value.Year, NewEnd = end, NewHardStop = stop, Reason = reason, CommitteeId = null, By = author.Id, At = author.At,
        };
    }

    static Money? Delta(string? typed, string field, Errors errors) => string.IsNullOrWhiteSpace(typed) ? Money.Zero : Money.Read(typed, field, errors, signed: true);
}

public sealed record SignAvenantModel(Convention Convention, AvenantForm Typed, Errors Errors);
