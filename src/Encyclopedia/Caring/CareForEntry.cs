using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Caring;

/// <summary>Reviewers and the owner of an entry say that it is still true, and who looks after it.</summary>
public static class CareForEntry
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Care(l, "{key}"), Show).For();
            app.MapPost(Addresses.Care(l, "{key}"), Change).Does("encyclopedie.entretenir").For();
        }
    }

    static async Task<IResult> Show(string key, HttpRequest request, EncyclopediaDb db, Visitor visitor, IStructures people, TimeProvider clock, CancellationToken ct) =>
        await db.Entries.AsNoTracking().CaredForBy(visitor.SignedIn, db).SingleOrDefaultAsync(e => e.Key == key, ct) is { } entry
            ? await View(entry, null, new(), Langs.Of(request), db, visitor, people, clock, ct)
            : TypedResults.NotFound();

    static async Task<IResult> Change(string key, [FromForm] CareForm? form, HttpRequest request, EncyclopediaDb db, Visitor visitor, IStructures people, TimeProvider clock, CancellationToken ct)
    {
        var (user, l, errors) = (visitor.SignedIn, Langs.Of(request), new Errors());
        if (await db.Entries.CaredForBy(user, db).SingleOrDefaultAsync(e => e.Key == key, ct) is not { } entry)
        {
            return TypedResults.NotFound();
        }

        switch (form?.Act)
        {
            case "true":
                entry.ReviewedOn = Days.Of(clock.GetUtcNow());
                break;
            case "take":
                entry.OwnerId = user.Id;
                break;
            case "leave":
                entry.OwnerId = null;
                break;
            case "give" when await people.AcceptedPerson(form.Owner ?? "", ct) is { } owner:
                entry.OwnerId = owner.Id;
                break;
            case "give":
                errors.Add("Owner", l.Say("Aucune personne acceptée n’a cette adresse électronique", "No accepted person has this electronic address"));
                break;
            default:
                errors.Add("", l.Say("Choisissez un des boutons", "Choose one of the buttons"));
                break;
        }

        if (errors.Any)
        {
            return await View(entry, form?.Owner, errors, l, db, visitor, people, clock, ct);
        }

        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Care(l, key));
    }

    static async Task<IResult> View(Entry entry, string? typed, Errors errors, Lang l, EncyclopediaDb db, Visitor visitor, IStructures people, TimeProvider clock, CancellationToken ct)
    {
        var names = await Signatures.For(visitor.User, [entry.OwnerId], people, l, ct);
        var content = await db.ContentOf(entry.Id, entry.Version, ct);
        return Html.Form<CareForEntryPage, CareForEntryModel>(new()
        {
            L = l, Key = entry.Key, Title = content!.In(l).Title, ReviewedOn = entry.ReviewedOn, Stale = Entry.IsStale(entry.ReviewedOn, Days.Of(clock.GetUtcNow())),
            Owner = entry.OwnerId is { } owner ? names.Of(owner) : null, Mine = entry.OwnerId == visitor.SignedIn.Id, Typed = typed, Errors = errors,
        }, errors);
    }
}

public sealed record CareForm
{
    public string? Act { get; init; }
    public string? Owner { get; init; }
}

public sealed record CareForEntryModel
{
    public required Lang L { get; init; }
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required DateOnly ReviewedOn { get; init; }
    public required bool Stale { get; init; }
    public required string? Owner { get; init; }
    public required bool Mine { get; init; }
    public required string? Typed { get; init; }
    public required Errors Errors { get; init; }
}
