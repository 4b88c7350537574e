using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Organising;

/// <summary>A superadmin accepts an organisation, after a talk, with the domains of its addresses.</summary>
public static class ApproveOrganisation
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Organisations(l), List).For(Role.Superadmin);
            app.MapGet(Addresses.NewOrganisation(l), (HttpRequest request) => View(new() { Country = "FR" }, new(), Langs.Of(request))).For(Role.Superadmin);
            app.MapPost(Addresses.NewOrganisation(l), Submit).Does("discussion.approuver").For(Role.Superadmin);
        }
    }

    static async Task<IResult> List(HttpRequest request, ChatDb db, CancellationToken ct)
    {
        var rows = await db.Organisations.AsNoTracking().OrderBy(o => o.ClosedAt != null).ThenBy(o => o.Name).ThenBy(o => o.Id)
            .Select(o => new OrganisationRow(o.Id, o.Name, o.Sector, o.Country, o.ApprovedAt, o.ClosedAt, o.Domains.Count, db.Members.Count(m => m.OrganisationId == o.Id && m.LeftAt == null), db.Members.Any(m => m.OrganisationId == o.Id && m.LeftAt == null && m.IsReferent)))
            .ToListAsync(ct);
        return Html.View<ListOrganisationsPage, ListOrganisationsModel>(new(Langs.Of(request), rows));
    }

    static async Task<IResult> Submit([FromForm] OrganisationForm? form, HttpRequest request, ChatDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var (l, errors, now) = (Langs.Of(request), new Errors(), clock.GetUtcNow());
        if (await form.Read(null, db, l, errors, ct) is not { } details)
        {
            return View(form, errors, l);
        }

        var by = visitor.SignedIn.Id;
        var organisation = new Organisation { Id = Guid.CreateVersion7(now), Name = details.Name, Sector = details.Sector, Country = details.Country, ApprovedAt = now, ApprovedBy = by };
        details.Write(organisation, by, now);
        db.Add(organisation);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Somebody else took one of the domains at the same moment.
            errors.Add(nameof(form.Domains), l.Say("Un de ces domaines vient d’être pris : vérifiez la liste", "One of these domains was just taken: check the list"));
            return View(form, errors, l);
        }

        return TypedResults.LocalRedirect(Addresses.Organisation(l, organisation.Id));
    }

    static IResult View(OrganisationForm form, Errors errors, Lang l) => Html.Form<ApproveOrganisationPage, ApproveOrganisationModel>(new(l, form, errors), errors);
}

public sealed record OrganisationRow(Guid Id, string Name, Cases.Sector Sector, string Country, DateTimeOffset ApprovedAt, DateTimeOffset? ClosedAt, int Domains, int Members, bool HasReferent);

public sealed record ListOrganisationsModel(Lang L, IReadOnlyList<OrganisationRow> Rows);

public sealed record ApproveOrganisationModel(Lang L, OrganisationForm Form, Errors Errors);
