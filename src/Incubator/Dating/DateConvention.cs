using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Dating;

/// <summary>The three days that are of the convention itself: it is signed, it is published, somebody gives notice. Each is written once.</summary>
public static class DateConvention
{
    const string Route = "/incubateur/conventions/{slug}/dates";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route + "/signature", Sign).Does("incubateur.signer").For();
        app.MapPost(Route + "/publication", Publish).Does("incubateur.publier").For();
        app.MapPost(Route + "/preavis", Notify).Does("incubateur.donner-preavis").For();
    }

    static async Task<IResult> Show(string slug, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        await db.Conventions.AsNoTracking().Include(c => c.Avenants).ReadBy(db, visitor.SignedIn).SingleOrDefaultAsync(c => c.Slug == slug, ct) is { } convention ? await View(convention, new(), new(), db, visitor, ct) : TypedResults.NotFound();

    // The money of the convention comes with its signature, and the tasks that it sets going.
    static Task<IResult> Sign(string slug, [FromForm] DatesForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct) =>
        Write(slug, form, "incubateur.signer", (turn, typed, author, today, errors) =>
        {
            var convention = turn.Convention;
            var day = Day(typed.SignedOn, nameof(typed.SignedOn), "Écrivez la date de signature", today, null, errors);
            if (convention.SignedOn is not null)
            {
                errors.Add(nameof(typed.SignedOn), "La convention est déjà signée");
            }
            else if (day > convention.WrittenHardStop)
            {
                errors.Add(nameof(typed.SignedOn), $"Le texte arrête les paiements le {French.Day(convention.WrittenHardStop.Value)}\u00A0: la signature vient avant");
            }

            if (errors.Any)
            {
                return null;
            }

            convention.SignedOn = day;
            turn.Write(author, "incubateur.signer", turn.Ledger.Allocate(convention.AmountAe, convention.AmountCp, day!.Value.Year, day.Value, "Convention", convention.Slug, author).Entry!);
            db.AddRange(RegisterTask.OfSignature(convention, day.Value));
            return $"signée le {day.Value:yyyy-MM-dd}";
        }, db, visitor, clock, ct);

    static Task<IResult> Publish(string slug, [FromForm] DatesForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct) =>
        Write(slug, form, "incubateur.publier", (turn, typed, _, today, errors) =>
        {
            var convention = turn.Convention;
            var day = Day(typed.PublishedOn, nameof(typed.PublishedOn), "Écrivez la date de publication", today, convention.SignedOn, errors);
            if (convention is not { SignedOn: not null, PublishedOn: null })
            {
                errors.Add(nameof(typed.PublishedOn), convention.SignedOn is null ? "La convention n’est pas signée" : "La convention est déjà publiée");
            }

            if (errors.Any)
            {
                return null;
            }

            convention.PublishedOn = day;
            return $"publiée le {day:yyyy-MM-dd}";
        }, db, visitor, clock, ct);

    static Task<IResult> Notify(string slug, [FromForm] DatesForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct) =>
        Write(slug, form, "incubateur.donner-preavis", (turn, typed, _, today, errors) =>
        {
            var convention = turn.Convention;
            var day = Day(typed.NoticeReceivedOn, nameof(typed.NoticeReceivedOn), "Écrivez le jour où le préavis est arrivé", today, convention.SignedOn, errors);
            var from = Typed.Choice<NoticeFrom>(typed.NoticeFrom, nameof(typed.NoticeFrom), "Choisissez qui met fin à la convention", errors);
            var reason = Typed.Text(typed.NoticeReason, nameof(typed.NoticeReason), ActLine.TextMaxLength - 100, "Écrivez pourquoi", errors);
            if (convention is not { SignedOn: not null, NoticeReceivedOn: null })
            {
                errors.Add(nameof(typed.NoticeReceivedOn), convention.SignedOn is null ? "La convention n’est pas signée" : "Un préavis est déjà donné");
            }

            if (errors.Any)
            {
                return null;
            }

            convention.NoticeReceivedOn = day;
            return $"préavis du {from!.Value.Label()} reçu le {day!.Value:yyyy-MM-dd}, fin le {convention.Dates!.Terminated:yyyy-MM-dd}\u00A0: {reason}";
        }, db, visitor, clock, ct);

    /// <summary>One of the three, with the turn of the convention: what was done in words, or nothing and why.</summary>
    delegate string? Dated(LedgerTurn turn, DatesForm typed, Author author, DateOnly today, Errors errors);

    static async Task<IResult> Write(string slug, DatesForm? form, string act, Dated write, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Conventions.AsNoTracking().Include(c => c.Avenants).HeldBy(db, visitor.SignedIn, Rights.Keeps).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } convention)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed, author) = (new Errors(), form ?? new(), new Author(visitor.SignedIn.Id, clock.GetUtcNow()));
        await using var turn = (await LedgerTurn.Take(db, convention.Id, ct))!;
        if (write(turn, typed, author, clock.Today(), errors) is { } done)
        {
            turn.Note(author, act, null, done);
            await turn.Keep(ct);
            return TypedResults.LocalRedirect(Addresses.Convention(slug));
        }

        return await View(convention, typed, errors, db, visitor, ct);
    }

    static DateOnly? Day(string? typed, string field, string missing, DateOnly today, DateOnly? after, Errors errors)
    {
        var day = Typed.Day(typed, field, missing, errors);
        if (day > today)
        {
            errors.Add(field, "Choisissez aujourd’hui ou un jour passé");
        }
        else if (day < after)
        {
            errors.Add(field, $"Choisissez le {French.Day(after.Value)}, jour de la signature, ou un jour après");
        }

        return day;
    }

    static async Task<IResult> View(Convention convention, DatesForm typed, Errors errors, IncubatorDb db, Visitor visitor, CancellationToken ct)
    {
        var keeps = (await db.DutiesOf(visitor.SignedIn, convention.Id, ct)).Any(d => d.Keeps());
        return Html.Form<DateConventionPage, DateConventionModel>(new(convention, keeps, typed, errors), errors);
    }
}

public sealed record DateConventionModel(Convention Convention, bool MayWrite, DatesForm Typed, Errors Errors);
