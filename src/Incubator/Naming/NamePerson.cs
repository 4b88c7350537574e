using Beffroi.Dsfr;
using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Naming;

/// <summary>Superadmins say who does what for a convention.</summary>
public static class NamePerson
{
    const string Route = "/incubateur/conventions/{slug}/personnes";
    const int Rest = 64 * 1024;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Name).Does("incubateur.nommer").For(Role.Superadmin)
            .WithMetadata(new RequestSizeLimitAttribute(MissionLetter.MostBytes + Rest)).WithFormOptions(multipartBodyLengthLimit: MissionLetter.MostBytes + Rest);
        app.MapGet(Route + "/{id:guid}/lettre", Letter).For();
        app.MapPost(Route + "/{id:guid}", Withdraw).Does("incubateur.relever").For(Role.Superadmin);
    }

    static async Task<IResult> Show(string slug, IncubatorDb db, Visitor visitor, IStructures people, CancellationToken ct) =>
        await db.Conventions.AsNoTracking().ReadBy(db, visitor.SignedIn).SingleOrDefaultAsync(c => c.Slug == slug, ct) is { } convention ? await View(convention, new(), new(), db, visitor, people, ct) : TypedResults.NotFound();

    // Of a convention that one may read; it is saved, never opened within the site.
    static async Task<IResult> Letter(string slug, Guid id, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        await (from l in db.MissionLetters.AsNoTracking()
               join m in db.Mandates on l.MandateId equals m.Id
               join c in db.Conventions.ReadBy(db, visitor.SignedIn) on m.ConventionId equals c.Id
               where m.Id == id && c.Slug == slug
               select l).SingleOrDefaultAsync(ct) is { } letter ? TypedResults.File(letter.Content, MissionLetter.MediaType, letter.Name) : TypedResults.NotFound();

    static async Task<IResult> Name(string slug, [FromForm] NameForm? form, HttpRequest request, IncubatorDb db, Visitor visitor, IStructures people, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Conventions.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } convention)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed) = (new Errors(), form ?? new());
        var person = await people.AcceptedPerson(typed.Email ?? "", ct);
        if (person is null)
        {
            errors.Add(nameof(typed.Email), "Aucune personne acceptée n’a cette adresse électronique");
        }

        var duty = Typed.Choice<Duty>(typed.Duty, nameof(typed.Duty), "Choisissez ce que fait cette personne", errors);
        var share = string.IsNullOrWhiteSpace(typed.Share) ? null : Typed.Whole(typed.Share, nameof(typed.Share), 1, 100, "Écrivez un nombre de 1 à 100", errors);
        var letter = Typed.Optional(typed.MissionLetter, nameof(typed.MissionLetter), Mandate.LetterMaxLength, errors);
        var author = new Author(visitor.SignedIn.Id, clock.GetUtcNow());
        var id = Guid.CreateVersion7(author.At);
        var sent = await MissionLetter.Read((await request.ReadFormAsync(ct)).Files.GetFile(NameForm.File), NameForm.File, id, errors, ct);
        if (duty is { } known)
        {
            Mandate.Check(convention.Clauses, known, share, letter, sent is not null, errors);
        }

        if (errors.Any)
        {
            return await View(convention, typed, errors, db, visitor, people, ct);
        }

        await using var turn = (await LedgerTurn.Take(db, convention.Id, ct))!;
        if (!await db.Mandates.AnyAsync(m => m.ConventionId == convention.Id && m.AccountId == person!.Value.Id && m.Duty == duty && m.WithdrawnAt == null, ct))
        {
            db.Add(new Mandate { Id = id, ConventionId = convention.Id, AccountId = person!.Value.Id, Duty = duty!.Value, Share = share, MissionLetter = letter, GivenBy = author.Id, GivenAt = author.At });
            if (sent is not null)
            {
                db.Add(sent);
            }

            await Answer(db, convention.Id, duty.Value, author, clock.Today(), ct);
            turn.Note(author, "incubateur.nommer", null, $"{duty.Value.Label()} : {person.Value.Id}" + (sent is null ? "" : ", " + sent.Mention));
            await turn.Keep(ct);
        }

        return TypedResults.LocalRedirect(Addresses.People(slug));
    }

    static async Task<IResult> Withdraw(string slug, Guid id, [FromForm] IFormCollection form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await (from m in db.Mandates.AsNoTracking() join c in db.Conventions on m.ConventionId equals c.Id where m.Id == id && c.Slug == slug select m).SingleOrDefaultAsync(ct) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var author = new Author(visitor.SignedIn.Id, clock.GetUtcNow());
        await using var turn = (await LedgerTurn.Take(db, found.ConventionId, ct))!;
        var mandate = await db.Mandates.SingleAsync(m => m.Id == id, ct);
        if (mandate.WithdrawnAt is null)
        {
            (mandate.WithdrawnAt, mandate.WithdrawnBy) = (author.At, author.Id);
            turn.Note(author, "incubateur.relever", $"{mandate.Duty.Label()} : {mandate.AccountId}", null);
            await turn.Keep(ct);
        }

        return TypedResults.LocalRedirect(Addresses.People(slug));
    }

    // Naming the person does what the register was waiting for.
    static async Task Answer(IncubatorDb db, Guid conventionId, Duty duty, Author author, DateOnly today, CancellationToken ct)
    {
        TaskKind? kind = duty switch
        {
            Duty.Intrapreneur => TaskKind.FindIntrapreneur,
            Duty.BusinessReferent => TaskKind.NameBusinessReferent,
            Duty.Delegator or Duty.Coach or Duty.Manager or Duty.Accountant => null,
        };
        if (kind is not null && await db.Tasks.SingleOrDefaultAsync(t => t.ConventionId == conventionId && t.Kind == kind && t.DoneOn == null, ct) is { } task)
        {
            (task.DoneOn, task.DoneBy) = (today, author.Id);
        }
    }

    static async Task<IResult> View(Convention convention, NameForm typed, Errors errors, IncubatorDb db, Visitor visitor, IStructures people, CancellationToken ct)
    {
        var mandates = await db.Mandates.AsNoTracking().Where(m => m.ConventionId == convention.Id).OrderBy(m => m.WithdrawnAt != null).ThenBy(m => m.GivenAt).ToListAsync(ct);
        var letters = (await (from l in db.MissionLetters join m in db.Mandates on l.MandateId equals m.Id where m.ConventionId == convention.Id select l.MandateId).ToListAsync(ct)).ToHashSet();
        var names = await people.People([.. mandates.Select(m => m.AccountId).Distinct()], ct);
        return Html.Form<NamePersonPage, NamePersonModel>(
            new(convention.Slug, convention.Title, [.. mandates.Select(m => new NamedPerson(m, names.GetValueOrDefault(m.AccountId, "Compte supprimé"), letters.Contains(m.Id)))], visitor.SignedIn.Role == Role.Superadmin, typed, errors), errors);
    }
}

public sealed record NameForm
{
    public const string File = nameof(File);

    public string? Email { get; init; }
    public string? Duty { get; init; }
    public string? Share { get; init; }
    public string? MissionLetter { get; init; }
}

/// <param name="HasLetter">The file of the mission letter is there.</param>
public sealed record NamedPerson(Mandate Mandate, string Name, bool HasLetter);

public sealed record NamePersonModel(string Slug, string Title, IReadOnlyList<NamedPerson> People, bool MayName, NameForm Typed, Errors Errors)
{
    public static IReadOnlyList<Option> Duties => [.. Enum.GetValues<Duty>().Select(d => new Option(d.ToString(), d.Label()))];
}
