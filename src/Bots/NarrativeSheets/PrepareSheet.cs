using Beffroi.Bots.Analysing;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.NarrativeSheets;

/// <summary>An analyst reads the sheet that figures filled in, changes it, and opens a case in one press.</summary>
public static class PrepareSheet
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Sheet(l), Show).ForAnalysts();
            app.MapPost(Addresses.Sheet(l), Send).Does("robots.dossier.ouvrir").ForAnalysts();
        }
    }

    static async Task<IResult> Show(Guid? cluster, HttpRequest request, AtWork at, BotsDb db, NarrativeReading reading, NarrativeEvidence evidence, ClusterEvidenceSheet clusters, TimeProvider clock, CancellationToken ct)
    {
        var (l, now) = (Langs.Of(request), clock.GetUtcNow());
        if (cluster is { } id)
        {
            return await clusters.Of(id, at.Organisation, l, ct) is { } found ? Page(l, SheetForm.Of(found, Guid.CreateVersion7(now)), new(), request.QueryString.ToString()) : TypedResults.NotFound();
        }

        // What is wrong with the address is said by the page that it comes from.
        if (NarrativeFilter.Read(NarrativeForm.Of(request.Query), NarrativeChanges.Today(now), new(), l) is not { } filter)
        {
            return TypedResults.LocalRedirect(Addresses.Narratives(l) + request.QueryString);
        }

        if (filter.Watch is { } watch && !await db.Watches.AnyAsync(w => w.Id == watch && w.OrganisationId == at.Organisation, ct))
        {
            return TypedResults.NotFound();
        }

        return await reading.Of(at.Organisation, filter, ct) is { IsEmpty: false } narrative
            ? Page(l, SheetForm.Of(await evidence.Of(narrative, at.Organisation, l, ct), Guid.CreateVersion7(now)), new(), request.QueryString.ToString())
            : TypedResults.LocalRedirect(Addresses.Narratives(l) + filter.ToQuery());
    }

    static async Task<IResult> Send([FromForm] SheetForm? typed, HttpRequest request, Visitor visitor, ICaseDesk desk, CancellationToken ct)
    {
        var (l, form, errors) = (Langs.Of(request), typed ?? new(), new Errors());
        if (form is { FormId: null, Cluster: { } cluster })
        {
            // The button of the page of a cluster.
            return TypedResults.LocalRedirect($"{Addresses.Sheet(l)}?cluster={cluster}");
        }

        if (form.Read(l, errors) is not { } sheet)
        {
            return Page(l, form, errors);
        }

        return await desk.Open(visitor.SignedIn, sheet, ct) is { } opened
            ? TypedResults.LocalRedirect(l.Say(opened.French, opened.English))
            : TypedResults.StatusCode(StatusCodes.Status403Forbidden);
    }

    static IResult Page(Lang l, SheetForm form, Errors errors, string query = "") => Html.Form<SheetPage, SheetModel>(new(l, form, errors, query), errors);
}

/// <param name="Query">What the sheet is of, as the address says it; empty once it was sent.</param>
public sealed record SheetModel(Lang L, SheetForm Form, Errors Errors, string Query);
