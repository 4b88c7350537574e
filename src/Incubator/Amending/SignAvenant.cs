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

    static async Task<IResult> Show(string slug, string? comite, IncubatorDb db, Visitor visitor, CancellationToken ct)
    {
        if (await Find(slug, db, visitor, ct) is not { } convention)
        {
            return TypedResults.NotFound();
        }

        var decided = await DecidedEnvelope.Find(db, convention.Id, comite, ct);
        return View(convention, decided, decided?.Proposed(convention.Dates!) ?? new(), new());
    }

    static async Task<IResult> Sign(string slug, [FromForm] AvenantForm? form, IncubatorDb db, DelegatorNotices notices, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await Find(slug, db, visitor, ct) is not { } convention)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed) = (new Errors(), form ?? new());
        var author = new Author(visitor.SignedIn.Id, clock.GetUtcNow());
        await using var turn = (await LedgerTurn.Take(db, convention.Id, ct))!;
        var decided = await DecidedEnvelope.Find(db, convention.Id, typed.Committee, ct);
        if (decided is null && !string.IsNullOrWhiteSpace(typed.Committee))
        {
            errors.Add(nameof(typed.Reason), "Un avenant donne déjà ce que ce comité a décidé");
        }

        if (typed.Read(turn.Convention, turn.Ledger.Entries, decided, author, clock.Today(), errors) is { } avenant)
        {
            var written = avenant.DeltaAe == Money.Zero && avenant.DeltaCp == Money.Zero ? null
                : turn.Ledger.Allocate(avenant.DeltaAe, avenant.DeltaCp, avenant.Year, avenant.SignedOn, $"Avenant {avenant.Number}", $"Avenant {avenant.Number}", author);
            if (written?.Refusal is { } refusal)
            {
                errors.Add(nameof(typed.DeltaAe), refusal);
            }
            else
            {
                Keep(turn, db, avenant, written?.Entry, author);
                await (decided?.Answer(db, avenant, ct) ?? Task.CompletedTask);
                await notices.Tell(turn, ct);
                await turn.Keep(ct);
                await notices.Write(turn.Convention, ct);
                return TypedResults.LocalRedirect(Addresses.Convention(slug));
            }
        }

        return View(convention, decided, typed, errors);
    }

    static void Keep(LedgerTurn turn, IncubatorDb db, Avenant avenant, LedgerEntry? entry, Author author)
    {
        var before = $"fin le {turn.Convention.Dates!.End:yyyy-MM-dd}";
        db.Add(avenant);
        db.AddRange(RegisterTask.OfAvenant(avenant));
        if (entry is not null)
        {
            turn.Write(author, "incubateur.signer-avenant", entry, avenant.Reason);
        }
        else
        {
            turn.Note(author, "incubateur.signer-avenant", before, $"fin le {avenant.NewEnd:yyyy-MM-dd}", avenant.Reason);
        }
    }

    static Task<Convention?> Find(string slug, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        db.Conventions.AsNoTracking().Include(c => c.Avenants).HeldBy(db, visitor.SignedIn, Rights.Keeps).SingleOrDefaultAsync(c => c.Slug == slug && c.SignedOn != null, ct);

    static IResult View(Convention convention, DecidedEnvelope? decided, AvenantForm typed, Errors errors) => Html.Form<SignAvenantPage, SignAvenantModel>(new(convention, decided, typed, errors), errors);
}

public sealed record SignAvenantModel(Convention Convention, DecidedEnvelope? Decided, AvenantForm Typed, Errors Errors);
