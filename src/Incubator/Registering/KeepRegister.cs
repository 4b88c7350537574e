using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Registering;

/// <summary>The proofs: what was sent or published, what was typed in Chorus, what the delegator has read.</summary>
public static class KeepRegister
{
    const string Route = "/incubateur/conventions/{slug}/registre";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route + "/taches/{id:guid}", Done).Does("incubateur.transmettre").For();
        app.MapPost(Route + "/chorus/{id:guid}", Recorded).Does("incubateur.saisir-chorus").For();
        app.MapPost(Route + "/avis/{id:guid}", Read).Does("incubateur.accuser").For();
    }

    static async Task<IResult> Show(string slug, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct) =>
        await db.Conventions.AsNoTracking().ReadBy(db, visitor.SignedIn).SingleOrDefaultAsync(c => c.Slug == slug, ct) is { } convention ? await View(convention, new(), db, visitor, clock, ct) : TypedResults.NotFound();

    static async Task<IResult> Done(string slug, Guid id, [FromForm] IFormCollection form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await Held(slug, Rights.Keeps, db, visitor, ct) is not { } convention || !await db.Tasks.AnyAsync(t => t.Id == id && t.ConventionId == convention.Id, ct))
        {
            return TypedResults.NotFound();
        }

        var errors = new Errors();
        var proof = Typed.Text(form[$"Proof-{id}"], $"Proof-{id}", RegisterTask.EvidenceMaxLength, "Écrivez la preuve : une adresse ou un numéro", errors);
        if (!(await db.Tasks.AsNoTracking().SingleAsync(t => t.Id == id, ct)).ClosesByProof)
        {
            errors.Add($"Proof-{id}", "Cette ligne se ferme toute seule : nommez la personne, ou écrivez l’avenant");
        }

        if (errors.Any)
        {
            return await View(convention, errors, db, visitor, clock, ct);
        }

        var author = new Author(visitor.SignedIn.Id, clock.GetUtcNow());
        await using var turn = (await LedgerTurn.Take(db, convention.Id, ct))!;
        var task = await db.Tasks.SingleAsync(t => t.Id == id, ct);
        if (task.DoneOn is null)
        {
            (task.DoneOn, task.DoneBy, task.Evidence) = (clock.Today(), author.Id, proof);
            turn.Note(author, "incubateur.transmettre", null, $"{task.About} : {task.Kind.Label()}. {proof}");
            await turn.Keep(ct);
        }

        return TypedResults.LocalRedirect(Addresses.Register(slug));
    }

    static async Task<IResult> Recorded(string slug, Guid id, [FromForm] IFormCollection form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await Held(slug, Rights.Keeps, db, visitor, ct) is not { } convention || !await db.Entries.AnyAsync(e => e.Id == id && e.ConventionId == convention.Id, ct))
        {
            return TypedResults.NotFound();
        }

        var errors = new Errors();
        var reference = Typed.Text(form[$"Proof-{id}"], $"Proof-{id}", ChorusRecord.ReferenceMaxLength, "Écrivez le numéro de la pièce dans Chorus", errors);
        if (errors.Any)
        {
            return await View(convention, errors, db, visitor, clock, ct);
        }

        var author = new Author(visitor.SignedIn.Id, clock.GetUtcNow());
        await using var turn = (await LedgerTurn.Take(db, convention.Id, ct))!;
        if (!await db.ChorusRecords.AnyAsync(r => r.EntryId == id, ct))
        {
            db.Add(new ChorusRecord { EntryId = id, ConventionId = convention.Id, RecordedOn = clock.Today(), Reference = reference, By = author.Id, At = author.At });
            turn.Note(author, "incubateur.saisir-chorus", null, $"{id} {reference}");
            await turn.Keep(ct);
        }

        return TypedResults.LocalRedirect(Addresses.Register(slug));
    }

    static async Task<IResult> Read(string slug, Guid id, [FromForm] IFormCollection form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await Held(slug, Rights.Acknowledges, db, visitor, ct) is not { } convention || !await db.Notices.AnyAsync(n => n.Id == id && n.ConventionId == convention.Id, ct))
        {
            return TypedResults.NotFound();
        }

        var author = new Author(visitor.SignedIn.Id, clock.GetUtcNow());
        await using var turn = (await LedgerTurn.Take(db, convention.Id, ct))!;
        var notice = await db.Notices.SingleAsync(n => n.Id == id, ct);
        if (notice.AcknowledgedAt is null)
        {
            (notice.AcknowledgedAt, notice.AcknowledgedBy) = (author.At, author.Id);
            turn.Note(author, "incubateur.accuser", null, notice.Said);
            await turn.Keep(ct);
        }

        return TypedResults.LocalRedirect(Addresses.Register(slug));
    }

    static Task<Convention?> Held(string slug, List<Duty> duties, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        db.Conventions.AsNoTracking().HeldBy(db, visitor.SignedIn, duties).SingleOrDefaultAsync(c => c.Slug == slug, ct);

    static async Task<IResult> View(Convention convention, Errors errors, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var duties = await db.DutiesOf(visitor.SignedIn, convention.Id, ct);
        return Html.Form<KeepRegisterPage, KeepRegisterModel>(
            new()
            {
                Slug = convention.Slug, Title = convention.Title, Today = clock.Today(), MayKeep = duties.Any(d => d.Keeps()), MayRead = duties.Any(Rights.Acknowledges.Contains), Errors = errors,
                Tasks = await db.Tasks.AsNoTracking().Where(t => t.ConventionId == convention.Id).OrderBy(t => t.DoneOn != null).ThenBy(t => t.DueOn).ToListAsync(ct),
                Entries = await db.Entries.AsNoTracking().Where(e => e.ConventionId == convention.Id && (e.Kind == EntryKind.Commitment || e.Kind == EntryKind.Payment) && !db.ChorusRecords.Any(r => r.EntryId == e.Id)).OrderBy(e => e.Number).ToListAsync(ct),
                Notices = await db.Notices.AsNoTracking().Where(n => n.ConventionId == convention.Id).OrderByDescending(n => n.SentAt).ToListAsync(ct),
            },
            errors);
    }
}

public sealed record KeepRegisterModel
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required DateOnly Today { get; init; }
    public required bool MayKeep { get; init; }
    public required bool MayRead { get; init; }
    public required IReadOnlyList<RegisterTask> Tasks { get; init; }

    /// <summary>Entries not yet typed in Chorus.</summary>
    public required IReadOnlyList<LedgerEntry> Entries { get; init; }
    public required IReadOnlyList<Notice> Notices { get; init; }
    public required Errors Errors { get; init; }
}
