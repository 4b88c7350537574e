using Beffroi.Dsfr;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Securing;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Incubator.Risks;

/// <summary>Makes a risk of three notes: a source, a component, a feared event.</summary>
public static class WriteRisk
{
    internal const string Route = "/incubateur/ateliers/{id:guid}/risques";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Write).Does("incubateur.ecrire-risque").For();
    }

    static async Task<IResult> Show(Guid id, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        await Open(id, db, visitor, ct) is { } sheet ? View(sheet, new(), new()) : TypedResults.NotFound();

    static async Task<IResult> Write(Guid id, [FromForm] RiskForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await Open(id, db, visitor, ct) is not { } sheet)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed, author) = (new Errors(), form ?? new(), new Author(visitor.SignedIn.Id, clock.GetUtcNow()));
        if (typed.Read(sheet, author, errors) is not { } risk)
        {
            return View(sheet, typed, errors);
        }

        db.Add(risk);
        await db.KeepAct(sheet.Startup.Id, author, "incubateur.ecrire-risque", null, $"Atelier du {French.Day(sheet.Workshop.HeldOn)}\u00A0: {sheet.Named(risk)}", ct);
        return TypedResults.LocalRedirect(Addresses.Risk(id, risk.Id));
    }

    internal static async Task<WorkshopSheet?> Open(Guid id, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        await WorkshopSheet.Read(db, db.Startups.HeldBy(db, visitor.SignedIn, Rights.Secures), id, ct) is { IsOpen: true } sheet ? sheet : null;

    static IResult View(WorkshopSheet sheet, RiskForm typed, Errors errors) => Html.Form<WriteRiskPage, WriteRiskModel>(new(sheet, typed, errors), errors);
}

public sealed record RiskForm
{
    public string? Source { get; init; }
    public string? Component { get; init; }
    public string? Event { get; init; }
    public string? Likelihood { get; init; }

    public Risk? Read(WorkshopSheet sheet, Author author, Errors errors)
    {
        var source = Chosen(sheet, NoteKind.Source, Source, nameof(Source), "Choisissez une source de risque", errors);
        var component = Chosen(sheet, NoteKind.Component, Component, nameof(Component), "Choisissez un composant", errors);
        var feared = Chosen(sheet, NoteKind.Event, Event, nameof(Event), "Choisissez un événement redouté", errors);
        var likelihood = string.IsNullOrWhiteSpace(Likelihood) ? source?.Stars : Typed.Whole(Likelihood, nameof(Likelihood), 1, Note.MostStars, $"Choisissez de 1 à {Note.MostStars}", errors);
        if (sheet.Risks.Any(r => r.Source.Id == source?.Id && r.Component.Id == component?.Id && r.Event.Id == feared?.Id))
        {
            errors.Add(nameof(Source), "Ce risque est déjà écrit");
        }

        return errors.Any ? null : new() { Id = Guid.CreateVersion7(author.At), WorkshopId = sheet.Workshop.Id, SourceId = source!.Id, ComponentId = component!.Id, EventId = feared!.Id, Likelihood = likelihood!.Value, By = author.Id, At = author.At };
    }

    static Note? Chosen(WorkshopSheet sheet, NoteKind kind, string? typed, string field, string missing, Errors errors)
    {
        var note = sheet.Of(kind).FirstOrDefault(n => string.Equals(n.Id.ToString(), typed, StringComparison.OrdinalIgnoreCase));
        if (note is null)
        {
            errors.Add(field, missing);
        }

        return note;
    }
}

public sealed record WriteRiskModel(WorkshopSheet Sheet, RiskForm Typed, Errors Errors)
{
    public IReadOnlyList<Option> Of(NoteKind kind) => [.. Sheet.Of(kind).Select(n => new Option(n.Id.ToString(), n.Text))];

    /// <summary>A risk needs one note of each of these: those that are missing.</summary>
    public IReadOnlyList<NoteKind> Missing => [.. new[] { NoteKind.Source, NoteKind.Component, NoteKind.Event }.Where(k => !Sheet.Of(k).Any())];
}
