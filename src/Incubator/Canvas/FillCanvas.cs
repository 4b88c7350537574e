using Beffroi.Dsfr;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Securing;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Canvas;

/// <summary>Puts notes of one colour on the canvas of a workshop, and takes them off while no risk needs them.</summary>
public static class FillCanvas
{
    const string Route = "/incubateur/ateliers/{id:guid}/tableau/{colour}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Put).Does("incubateur.poser-note").For();
        app.MapPost(Route + "/{note:guid}/retirer", TakeOff).Does("incubateur.retirer-note").For().RequireAntiforgery();
    }

    static async Task<IResult> Show(Guid id, string colour, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        NoteWords.OfPath(colour) is { } kind && await Open(id, db, visitor, ct) is { } sheet ? View(sheet, kind, new(), new()) : TypedResults.NotFound();

    static async Task<IResult> Put(Guid id, string colour, [FromForm] NoteForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (NoteWords.OfPath(colour) is not { } kind || await Open(id, db, visitor, ct) is not { } sheet)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed, author) = (new Errors(), form ?? new(), new Author(visitor.SignedIn.Id, clock.GetUtcNow()));
        if (typed.Read(id, kind, author, errors) is not { } note)
        {
            return View(sheet, kind, typed, errors);
        }

        db.Add(note);
        await db.KeepAct(sheet.Startup.Id, author, "incubateur.poser-note", null, $"{kind.Label()}\u00A0: {note.Text}", ct);
        return TypedResults.LocalRedirect(Addresses.Canvas(id, colour));
    }

    static async Task<IResult> TakeOff(Guid id, string colour, Guid note, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (NoteWords.OfPath(colour) is not { } kind || await Open(id, db, visitor, ct) is not { } sheet || await db.Notes.SingleOrDefaultAsync(n => n.Id == note && n.WorkshopId == id && n.Kind == kind, ct) is not { } there)
        {
            return TypedResults.NotFound();
        }

        if (sheet.Risks.Any(r => r.Source.Id == note || r.Component.Id == note || r.Event.Id == note || r.Measures.Any(m => m.Id == note)))
        {
            var errors = new Errors();
            errors.Add("Text", $"Un risque emploie «\u00A0{there.Text}\u00A0»\u00A0: retirez d’abord ce risque");
            return View(sheet, kind, new(), errors);
        }

        db.Remove(there);
        await db.KeepAct(sheet.Startup.Id, new(visitor.SignedIn.Id, clock.GetUtcNow()), "incubateur.retirer-note", $"{kind.Label()}\u00A0: {there.Text}", null, ct);
        return TypedResults.LocalRedirect(Addresses.Canvas(id, colour));
    }

    // What is out of date stays as it was: there is nothing to fill in any more.
    static async Task<WorkshopSheet?> Open(Guid id, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        await WorkshopSheet.Read(db, db.Startups.HeldBy(db, visitor.SignedIn, Rights.Secures), id, ct) is { IsOpen: true } sheet ? sheet : null;

    static IResult View(WorkshopSheet sheet, NoteKind kind, NoteForm typed, Errors errors) =>
        Html.Form<FillCanvasPage, FillCanvasModel>(new(sheet, kind, typed, errors), errors);
}

public sealed record FillCanvasModel(WorkshopSheet Sheet, NoteKind Kind, NoteForm Typed, Errors Errors)
{
    public static IReadOnlyList<Option> Needs => [.. Enumerable.Range(0, Note.MostNeed + 1).Select(n => new Option($"{n}", NoteWords.Need(n)))];
}
