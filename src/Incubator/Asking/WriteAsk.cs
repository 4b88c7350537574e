using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Steering;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Asking;

/// <summary>The team writes what it asks of an investment committee, until the file is locked.</summary>
public static class WriteAsk
{
    const string Route = "/incubateur/comites/{id:guid}/demande";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Write).Does("incubateur.demander").For();
    }

    static async Task<IResult> Show(Guid id, IncubatorDb db, Visitor visitor, CancellationToken ct)
    {
        if (await Find(id, db, visitor, ct) is not { } committee)
        {
            return TypedResults.NotFound();
        }

        var last = await db.Asks.AsNoTracking().Where(a => a.CommitteeId == id).OrderByDescending(a => a.At).FirstOrDefaultAsync(ct);
        return await View(committee, last is null ? new() : AskForm.Of(last), new(), db, ct);
    }

    static async Task<IResult> Write(Guid id, [FromForm] AskForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await Find(id, db, visitor, ct) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed, author) = (new Errors(), form ?? new(), new Author(visitor.SignedIn.Id, clock.GetUtcNow()));
        if (typed.Read(found, author, errors) is { } ask)
        {
            await using var turn = (await LedgerTurn.Take(db, found.ConventionId, ct))!;
            // The night may have locked the file since the page was read.
            if (await db.Committees.AnyAsync(c => c.Id == id && c.LockedAt == null && c.ClosedAt == null, ct))
            {
                db.Add(ask);
                turn.Note(author, "incubateur.demander", null, $"{ask.EnvelopeAe} en AE, {ask.EnvelopeCp} en CP");
                await turn.Keep(ct);
                return TypedResults.LocalRedirect(Addresses.Committee(id));
            }

            errors.Add(nameof(typed.Team), "Le dossier est figé : la demande ne change plus");
        }

        return await View(found, typed, errors, db, ct);
    }

    static Task<Committee?> Find(Guid id, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        (from m in db.Committees.AsNoTracking() join c in db.Conventions.HeldBy(db, visitor.SignedIn, Rights.Asks) on m.ConventionId equals c.Id where m.Id == id && m.Kind == CommitteeKind.Investment select m).SingleOrDefaultAsync(ct);

    static async Task<IResult> View(Committee committee, AskForm typed, Errors errors, IncubatorDb db, CancellationToken ct)
    {
        var convention = await db.Conventions.AsNoTracking().SingleAsync(c => c.Id == committee.ConventionId, ct);
        return Html.Form<WriteAskPage, WriteAskModel>(new(committee, convention.Title, convention.Slug, typed, errors), errors);
    }
}

public sealed record AskForm
{
    public string? Team { get; init; }
    public string? Hypotheses { get; init; }
    public string? Criteria { get; init; }
    public string? EnvelopeAe { get; init; }
    public string? EnvelopeCp { get; init; }

    public static AskForm Of(Ask ask) => new() { Team = ask.Team, Hypotheses = ask.Hypotheses, Criteria = ask.Criteria, EnvelopeAe = ask.EnvelopeAe.Plain, EnvelopeCp = ask.EnvelopeCp.Plain };

    public Ask? Read(Committee committee, Author author, Errors errors)
    {
        var team = Typed.Text(Team, nameof(Team), Ask.TextMaxLength, "Écrivez l’équipe des six mois, métier par métier", errors);
        var (ae, cp) = (Money.Read(EnvelopeAe, nameof(EnvelopeAe), errors), Money.Read(EnvelopeCp, nameof(EnvelopeCp), errors));
        var hypotheses = Typed.Text(Hypotheses, nameof(Hypotheses), Ask.TextMaxLength, "Écrivez ce que l’équipe veut vérifier", errors);
        var criteria = Typed.Text(Criteria, nameof(Criteria), Ask.TextMaxLength, "Écrivez à quoi on verra, dans six mois, que cela marche", errors);
        return errors.Any ? null : new() { Id = Guid.CreateVersion7(author.At), ConventionId = committee.ConventionId, CommitteeId = committee.Id, Team = team, Hypotheses = hypotheses, Criteria = criteria, EnvelopeAe = ae!.Value, EnvelopeCp = cp!.Value, By = author.Id, At = author.At };
    }
}

public sealed record WriteAskModel(Committee Committee, string Convention, string Slug, AskForm Typed, Errors Errors);
