using Beffroi.Dsfr;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Securing;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Risks;

/// <summary>What is done about a risk: measures, the tests that show the attack to fail, or its acceptance for now.</summary>
public static class TreatRisk
{
    const string Route = WriteRisk.Route + "/{risk:guid}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Treat).Does("incubateur.traiter-risque").For();
        app.MapPost(Route + "/accepter", Accept).Does("incubateur.accepter-risque").For();
        app.MapPost(Route + "/pris", Take).Does("incubateur.prendre-mesure").For().RequireAntiforgery();
        app.MapPost(Route + "/retirer", TakeOff).Does("incubateur.retirer-risque").For().RequireAntiforgery();
    }

    static async Task<IResult> Show(Guid id, Guid risk, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var sheet = await WorkshopSheet.Read(db, db.Startups.ReadBy(db, visitor.SignedIn), id, ct);
        return sheet?.Risks.FirstOrDefault(r => r.Risk.Id == risk) is { } line ? View(sheet, line, await db.MaySecure(visitor.SignedIn, sheet.Startup.Id, ct), TreatmentForm.Of(line), clock.Today(), new()) : TypedResults.NotFound();
    }

    static Task<IResult> Treat(Guid id, Guid risk, [FromForm] TreatmentForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct) =>
        Change(id, risk, form, db, visitor, clock, "incubateur.traiter-risque", (sheet, line, typed, _, errors) =>
        {
            var before = Treatment(sheet, line.Risk);
            var (measures, tests) = typed.Read(sheet, errors);
            db.Attach(line.Risk);
            (line.Risk.MeasuresText, line.Risk.TestsText) = (measures, tests);
            return (before, Treatment(sheet, line.Risk));
        }, ct);

    static Task<IResult> Accept(Guid id, Guid risk, [FromForm] TreatmentForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct) =>
        Change(id, risk, form, db, visitor, clock, "incubateur.accepter-risque", (_, line, typed, author, errors) =>
        {
            if (typed.ReadAcceptance(line, author, clock.Today(), errors) is not { } acceptance)
            {
                return (null, "");
            }

            db.Add(acceptance);
            return (null, $"À prendre pour le {French.Day(acceptance.DueOn)}\u00A0: {acceptance.ToTake}");
        }, ct);

    static Task<IResult> Take(Guid id, Guid risk, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct) =>
        Change(id, risk, null, db, visitor, clock, "incubateur.prendre-mesure", (_, line, _, author, _) =>
        {
            if (line.Residual is not { } residual)
            {
                return null;
            }

            db.Attach(residual);
            (residual.TakenOn, residual.TakenBy) = (clock.Today(), author.Id);
            return ($"À prendre pour le {French.Day(residual.DueOn)}\u00A0: {residual.ToTake}", $"Prise le {French.Day(clock.Today())}");
        }, ct);

    static async Task<IResult> TakeOff(Guid id, Guid risk, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await WriteRisk.Open(id, db, visitor, ct) is not { } sheet || await db.Risks.SingleOrDefaultAsync(r => r.Id == risk && r.WorkshopId == id, ct) is not { } there)
        {
            return TypedResults.NotFound();
        }

        db.Remove(there);
        await db.KeepAct(sheet.Startup.Id, new(visitor.SignedIn.Id, clock.GetUtcNow()), "incubateur.retirer-risque", sheet.Named(there), null, ct);
        return TypedResults.LocalRedirect(Addresses.Workshop(id));
    }

    /// <summary>What it was before and after; null where nothing changed.</summary>
    delegate (string? Before, string After)? Act(WorkshopSheet sheet, RiskLine line, TreatmentForm typed, Accounting.Author author, Errors errors);

    static async Task<IResult> Change(Guid id, Guid risk, TreatmentForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, string name, Act act, CancellationToken ct)
    {
        var sheet = await WriteRisk.Open(id, db, visitor, ct);
        if (sheet?.Risks.FirstOrDefault(r => r.Risk.Id == risk) is not { } line)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed, author) = (new Errors(), form ?? new(), new Accounting.Author(visitor.SignedIn.Id, clock.GetUtcNow()));
        var done = act(sheet, line, typed, author, errors);
        if (errors.Any)
        {
            // The two forms of the page are sent apart: the one that was not sent shows what is kept.
            var kept = TreatmentForm.Of(line);
            return View(sheet, line, true, typed.Tests is null ? typed with { Measures = kept.Measures, Tests = kept.Tests } : typed, clock.Today(), errors);
        }

        if (done is var (before, after))
        {
            await db.KeepAct(sheet.Startup.Id, author, name, before, $"{sheet.Named(line.Risk)}. {after}", ct);
        }

        return TypedResults.LocalRedirect(Addresses.Risk(id, risk));
    }

    static string Treatment(WorkshopSheet sheet, Risk risk)
    {
        string[] measures = [.. sheet.Of(NoteKind.Measure).Where(m => risk.Measures.Contains(m.Id)).Select(m => m.Text)];
        return $"Mesures\u00A0: {(measures.Length == 0 ? "aucune" : string.Join(", ", measures))}. Tests\u00A0: {(risk.TestNames.Count == 0 ? "aucun" : string.Join(", ", risk.TestNames))}";
    }

    static IResult View(WorkshopSheet sheet, RiskLine line, bool mayWrite, TreatmentForm typed, DateOnly today, Errors errors) =>
        Html.Form<TreatRiskPage, TreatRiskModel>(new() { Sheet = sheet, Line = line, MayWrite = mayWrite && sheet.IsOpen, Typed = typed, Today = today, Errors = errors }, errors);
}

public sealed record TreatRiskModel
{
    public required WorkshopSheet Sheet { get; init; }
    public required RiskLine Line { get; init; }
    public required bool MayWrite { get; init; }
    public required TreatmentForm Typed { get; init; }
    public required DateOnly Today { get; init; }
    public required Errors Errors { get; init; }

    public IReadOnlyList<Option> Measures => [.. Sheet.Of(NoteKind.Measure).Select(m => new Option(m.Id.ToString(), m.Text))];
}
