using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Appointing;

/// <summary>Superadmins say who reviews. An appointment is a row with its dates: who reviewed when can always be told.</summary>
public static class AppointReviewer
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Reviewers(l), Show).For(Role.Superadmin);
            app.MapPost(Addresses.Reviewers(l), Appoint).Does("encyclopedie.nommer").For(Role.Superadmin);
            app.MapPost(Addresses.Reviewers(l) + "/{id:guid}", Withdraw).Does("encyclopedie.relever").For(Role.Superadmin);
        }
    }

    static Task<IResult> Show(HttpRequest request, EncyclopediaDb db, Visitor visitor, IStructures people, CancellationToken ct) => View(null, new(), Langs.Of(request), db, visitor, people, ct);

    static async Task<IResult> Appoint([FromForm] AppointForm? form, HttpRequest request, EncyclopediaDb db, Visitor visitor, IStructures people, TimeProvider clock, CancellationToken ct)
    {
        var (l, errors) = (Langs.Of(request), new Errors());
        if (await people.AcceptedPerson(form?.Email ?? "", ct) is not { } person)
        {
            errors.Add("Email", l.Say("Aucune personne acceptée n’a cette adresse électronique", "No accepted person has this electronic address"));
            return await View(form?.Email, errors, l, db, visitor, people, ct);
        }

        if (!await db.Appointments.Current().AnyAsync(a => a.AccountId == person.Id, ct))
        {
            var now = clock.GetUtcNow();
            db.Add(new Appointment { Id = Guid.CreateVersion7(now), AccountId = person.Id, GivenBy = visitor.SignedIn.Id, GivenAt = now });
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.LocalRedirect(Addresses.Reviewers(l));
    }

    static async Task<IResult> Withdraw(Guid id, [FromForm] IFormCollection form, HttpRequest request, EncyclopediaDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Appointments.SingleOrDefaultAsync(a => a.Id == id, ct) is not { } appointment)
        {
            return TypedResults.NotFound();
        }

        if (appointment.WithdrawnAt is null)
        {
            (appointment.WithdrawnAt, appointment.WithdrawnBy) = (clock.GetUtcNow(), visitor.SignedIn.Id);
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.LocalRedirect(Addresses.Reviewers(Langs.Of(request)));
    }

    static async Task<IResult> View(string? typed, Errors errors, Lang l, EncyclopediaDb db, Visitor visitor, IStructures people, CancellationToken ct)
    {
        var rows = await db.Appointments.AsNoTracking().OrderBy(a => a.WithdrawnAt != null).ThenByDescending(a => a.GivenAt).ToListAsync(ct);
        var names = await Signatures.For(visitor.User, rows.SelectMany(r => new Guid?[] { r.AccountId, r.GivenBy }), people, l, ct);
        return Html.Form<AppointReviewerPage, AppointReviewerModel>(new(l, [.. rows.Select(r => new AppointmentRow(r.Id, names.Of(r.AccountId), names.Of(r.GivenBy), r.GivenAt, r.WithdrawnAt))], typed, errors), errors);
    }
}

public sealed record AppointForm
{
    public string? Email { get; init; }
}

public sealed record AppointmentRow(Guid Id, string Name, string By, DateTimeOffset From, DateTimeOffset? To);

public sealed record AppointReviewerModel(Lang L, IReadOnlyList<AppointmentRow> Rows, string? Typed, Errors Errors);
