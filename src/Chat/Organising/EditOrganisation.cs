using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Organising;

/// <summary>A superadmin looks after an organisation: its name and domains, its first referent, its end.</summary>
public static class EditOrganisation
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Organisation(l, "{id:guid}"), Show).For(Role.Superadmin);
            app.MapPost(Addresses.Organisation(l, "{id:guid}"), Submit).Does("discussion.modifier-organisation").For(Role.Superadmin);
            app.MapPost(Addresses.Organisation(l, "{id:guid}") + l.Say("/fermer", "/close"), Close).Does("discussion.fermer-organisation").For(Role.Superadmin);
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, ChatDb db, CancellationToken ct) =>
        await Find(db, id, ct) is { } organisation
            ? await View(organisation, OrganisationForm.Of(organisation), new(), Langs.Of(request), db, ct)
            : TypedResults.NotFound();

    static async Task<IResult> Submit(Guid id, [FromForm] OrganisationForm? form, HttpRequest request, ChatDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var (l, errors) = (Langs.Of(request), new Errors());
        if (await Find(db, id, ct) is not { ClosedAt: null } organisation)
        {
            return TypedResults.NotFound();
        }

        if (await form.Read(id, db, l, errors, ct) is not { } details)
        {
            return await View(organisation, form, errors, l, db, ct);
        }

        details.Write(organisation, visitor.SignedIn.Id, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            errors.Add(nameof(form.Domains), l.Say("Un de ces domaines vient d’être pris : vérifiez la liste", "One of these domains was just taken: check the list"));
            return await View((await Find(db, id, ct))!, form, errors, l, db, ct);
        }

        return TypedResults.LocalRedirect(Addresses.Organisation(l, id));
    }

    static async Task<IResult> Close(Guid id, [FromForm] CloseForm? form, HttpRequest request, ChatDb db, Departures departures, Visitor visitor, CancellationToken ct)
    {
        var (l, errors) = (Langs.Of(request), new Errors());
        if (await Find(db, id, ct) is not { ClosedAt: null } organisation)
        {
            return TypedResults.NotFound();
        }

        if (!string.Equals(form?.Sure, "true", StringComparison.Ordinal))
        {
            errors.Add(nameof(CloseForm.Sure), l.Say("Cochez la case pour fermer", "Tick the box to close it"));
            return await View(organisation, OrganisationForm.Of(organisation), errors, l, db, ct);
        }

        await departures.Close(organisation, visitor.SignedIn.Id, ct);
        return TypedResults.LocalRedirect(Addresses.Organisations(l));
    }

    static Task<Organisation?> Find(ChatDb db, Guid id, CancellationToken ct) => db.Organisations.Include(o => o.Domains).SingleOrDefaultAsync(o => o.Id == id, ct);

    static async Task<IResult> View(Organisation organisation, OrganisationForm form, Errors errors, Lang l, ChatDb db, CancellationToken ct) =>
        Html.Form<EditOrganisationPage, EditOrganisationModel>(new(l, organisation.Id, organisation.Name, organisation.ClosedAt, form, await MemberRow.Of(db, organisation.Id, ct), errors), errors);
}

public sealed record CloseForm
{
    public string? Sure { get; init; }
}

public sealed record EditOrganisationModel(Lang L, Guid Id, string Name, DateTimeOffset? ClosedAt, OrganisationForm Form, IReadOnlyList<MemberRow> Members, Errors Errors);
