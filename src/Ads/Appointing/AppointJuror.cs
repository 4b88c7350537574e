using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Appointing;

/// <summary>Superadmins say who reviews ads. An appointment is a row with its dates; the name that is printed under a decision is given by its bearer only.</summary>
public static class AppointJuror
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Jurors(l), Show).For(Role.Superadmin);
            app.MapPost(Addresses.Jurors(l), Appoint).Does("annonces.nommer").For(Role.Superadmin);
            app.MapPost(Addresses.Jurors(l) + "/{id:guid}", Withdraw).Does("annonces.relever").For(Role.Superadmin);
        }
    }

    static Task<IResult> Show(HttpRequest request, AdsDb db, IStructures people, CancellationToken ct) => View(null, new(), Langs.Of(request), db, people, ct);

    static async Task<IResult> Appoint([FromForm] AppointForm? form, HttpRequest request, AdsDb db, Visitor visitor, IStructures people, TimeProvider clock, CancellationToken ct)
    {
        var (l, errors) = (Langs.Of(request), new Errors());
        if (await people.AcceptedPerson(form?.Email ?? "", ct) is not { } person)
        {
            errors.Add("Email", l.Say("Aucune personne acceptée n’a cette adresse électronique", "No accepted person has this electronic address"));
            return await View(form?.Email, errors, l, db, people, ct);
        }

        if (person.Id == visitor.SignedIn.Id)
        {
            errors.Add("Email", l.Say("On ne se nomme pas soi-même : un superadmin relit déjà", "Nobody appoints themselves: a superadmin reviews already"));
            return await View(form?.Email, errors, l, db, people, ct);
        }

        if (!await db.Jurors.Current().AnyAsync(j => j.AccountId == person.Id, ct))
        {
            var now = clock.GetUtcNow();
            db.Add(new Juror { Id = Guid.CreateVersion7(now), AccountId = person.Id, GivenBy = visitor.SignedIn.Id, GivenAt = now });
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.LocalRedirect(Addresses.Jurors(l));
    }

    static async Task<IResult> Withdraw(Guid id, [FromForm] IFormCollection? form, HttpRequest request, AdsDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Jurors.SingleOrDefaultAsync(j => j.Id == id, ct) is not { } juror)
        {
            return TypedResults.NotFound();
        }

        if (juror.WithdrawnAt is null)
        {
            (juror.WithdrawnAt, juror.WithdrawnBy) = (clock.GetUtcNow(), visitor.SignedIn.Id);
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.LocalRedirect(Addresses.Jurors(Langs.Of(request)));
    }

    static async Task<IResult> View(string? typed, Errors errors, Lang l, AdsDb db, IStructures people, CancellationToken ct)
    {
        var rows = await db.Jurors.AsNoTracking().Where(j => j.GivenBy != j.AccountId).OrderBy(j => j.WithdrawnAt != null).ThenByDescending(j => j.GivenAt).ToListAsync(ct);
        var names = await people.People([.. rows.SelectMany(r => new[] { r.AccountId, r.GivenBy }).Distinct()], ct);
        string Name(Guid account) => names.GetValueOrDefault(account) ?? l.Say("Compte supprimé", "Deleted account");
        return Html.Form<AppointJurorPage, AppointJurorModel>(new(l, [.. rows.Select(r => new JurorRow
        {
            Id = r.Id, Name = Name(r.AccountId), By = Name(r.GivenBy), From = r.GivenAt, To = r.WithdrawnAt, PublicName = r.ConsentedAt is null ? null : r.PublicName,
        })], typed, errors), errors);
    }
}

public sealed record AppointForm
{
    public string? Email { get; init; }
}

public sealed record JurorRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset? To { get; init; }

    /// <summary>Null: they do not agree to be named, so nothing that they decide is shown.</summary>
    public required string? PublicName { get; init; }
}

public sealed record AppointJurorModel(Lang L, IReadOnlyList<JurorRow> Rows, string? Typed, Errors Errors);
