using System.Globalization;
using System.Text;
using Beffroi.Dsfr;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Securing;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Incubator.Workshops;

/// <summary>A workshop whole, to read and to print: canvas, risks, what is left; its risks as a file; and what makes it out of date.</summary>
public static class ShowWorkshop
{
    const string Route = "/incubateur/ateliers/{id:guid}";

    const string Head = "source,composant,evenement_redoute,impact,gravite,vraisemblance,criticite,mesures,tests,accepte_provisoirement,mesure_a_prendre,pour_le,recit_d_attaque";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapGet(Route + "/risques.csv", Csv).For();
        app.MapPost(Route + "/perimer", Declare).Does("incubateur.perimer-atelier").For();
    }

    static async Task<IResult> Show(Guid id, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct) =>
        await WorkshopSheet.Read(db, db.Startups.ReadBy(db, visitor.SignedIn), id, ct) is { } sheet ? await View(sheet, new(), new(), db, visitor, clock, ct) : TypedResults.NotFound();

    static async Task<IResult> Csv(Guid id, IncubatorDb db, Visitor visitor, CancellationToken ct)
    {
        if (await WorkshopSheet.Read(db, db.Startups.ReadBy(db, visitor.SignedIn), id, ct) is not { } sheet)
        {
            return TypedResults.NotFound();
        }

        var text = CsvFile.Of(Head, sheet.Risks.Select(Row));
        return TypedResults.File(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8", $"risques-{sheet.Startup.Slug}-{CsvFile.Day(sheet.Workshop.HeldOn)}.csv");
    }

    static string[] Row(RiskLine line) =>
    [
        line.Source.Text, line.Component.Text, line.Event.Text, line.Event.Detail ?? "", Plain(line.Severity), Plain(line.Risk.Likelihood), Plain(line.Criticality), string.Join(" ; ", line.Measures.Select(m => m.Text)), string.Join(" ; ", line.Risk.TestNames),
        line.Residual is null ? "non" : "oui", line.Residual?.ToTake ?? "", CsvFile.Day(line.Residual?.DueOn), line.AbuserStory,
    ];

    static string Plain(int value) => value.ToString(CultureInfo.InvariantCulture);

    static async Task<IResult> Declare(Guid id, [FromForm] TriggerForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await WorkshopSheet.Read(db, db.Startups.HeldBy(db, visitor.SignedIn, Rights.Secures), id, ct) is not { } sheet)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed, author) = (new Errors(), form ?? new(), new Accounting.Author(visitor.SignedIn.Id, clock.GetUtcNow()));
        if (typed.Read(sheet.Workshop, author, clock.Today(), errors) is not { } trigger)
        {
            return await View(sheet, typed, errors, db, visitor, clock, ct);
        }

        db.Add(trigger);
        await db.KeepAct(sheet.Startup.Id, author, "incubateur.perimer-atelier", $"Atelier du {French.Day(sheet.Workshop.HeldOn)}, à jour", $"Périmé depuis le {French.Day(trigger.On)}\u00A0: {trigger.Kind.Label()}", ct, trigger.What);
        return TypedResults.LocalRedirect(Addresses.Workshop(id));
    }

    static async Task<IResult> View(WorkshopSheet sheet, TriggerForm typed, Errors errors, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct) =>
        Html.Form<ShowWorkshopPage, ShowWorkshopModel>(new(sheet, await db.MaySecure(visitor.SignedIn, sheet.Startup.Id, ct), clock.Today(), typed, errors), errors);
}

public sealed record TriggerForm
{
    public string? Kind { get; init; }
    public string? What { get; init; }
    public string? On { get; init; }

    public static IReadOnlyList<Option> Kinds => [.. Enum.GetValues<TriggerKind>().Select(k => new Option(k.ToString(), k.Label()))];

    public Trigger? Read(Workshop workshop, Accounting.Author author, DateOnly today, Errors errors)
    {
        var kind = Typed.Choice<TriggerKind>(Kind, nameof(Kind), "Choisissez ce qui a changé", errors);
        var what = Typed.Text(What, nameof(What), Trigger.TextMaxLength, "Écrivez ce qui a changé", errors);
        var on = Typed.Day(On, nameof(On), "Écrivez depuis quel jour", errors);
        if (on < workshop.HeldOn || on > today)
        {
            errors.Add(nameof(On), $"Choisissez un jour entre le {French.Day(workshop.HeldOn)} et aujourd’hui");
        }

        return errors.Any ? null : new() { Id = Guid.CreateVersion7(author.At), WorkshopId = workshop.Id, Kind = kind!.Value, What = what, On = on!.Value, By = author.Id, At = author.At };
    }
}

public sealed record ShowWorkshopModel(WorkshopSheet Sheet, bool MayWrite, DateOnly Today, TriggerForm Typed, Errors Errors);
