using Beffroi.Dsfr;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Steering;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Meeting;

/// <summary>The committees of a convention: held, called, due; only those that the convention foresees can be called.</summary>
public static class CallCommittee
{
    const string Route = "/incubateur/conventions/{slug}/comites";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Call).Does("incubateur.convoquer").For();
    }

    static async Task<IResult> Show(string slug, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct) =>
        await db.Conventions.AsNoTracking().Include(c => c.Avenants).ReadBy(db, visitor.SignedIn).SingleOrDefaultAsync(c => c.Slug == slug, ct) is { } convention ? await View(convention, new(), new(), db, visitor, clock, ct) : TypedResults.NotFound();

    static async Task<IResult> Call(string slug, [FromForm] CallForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Conventions.AsNoTracking().Include(c => c.Avenants).HeldBy(db, visitor.SignedIn, Rights.Keeps).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } convention)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed) = (new Errors(), form ?? new());
        var kind = Typed.Choice<CommitteeKind>(typed.Kind, nameof(typed.Kind), "Choisissez un comité", errors);
        var day = Typed.Day(typed.MeetingOn, nameof(typed.MeetingOn), "Écrivez le jour du comité", errors);
        if (kind is { } known && known.Every(convention.Clauses) is null)
        {
            errors.Add(nameof(typed.Kind), "La convention ne prévoit pas ce comité");
        }

        if (day < clock.Today())
        {
            errors.Add(nameof(typed.MeetingOn), "Choisissez un jour à venir");
        }

        if (errors.Any)
        {
            return await View(convention, typed, errors, db, visitor, clock, ct);
        }

        var author = new Author(visitor.SignedIn.Id, clock.GetUtcNow());
        await using var turn = (await LedgerTurn.Take(db, convention.Id, ct))!;
        var committee = new Committee { Id = Guid.CreateVersion7(author.At), ConventionId = convention.Id, Kind = kind!.Value, MeetingOn = day!.Value, CalledAt = author.At, CalledBy = author.Id };
        db.Add(committee);
        turn.Note(author, "incubateur.convoquer", null, $"{kind.Value.Label()} du {French.Day(day.Value)}");
        await turn.Keep(ct);
        return TypedResults.LocalRedirect(Addresses.Committee(committee.Id));
    }

    static async Task<IResult> View(Convention convention, CallForm typed, Errors errors, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var all = await db.Committees.AsNoTracking().Where(c => c.ConventionId == convention.Id).OrderByDescending(c => c.MeetingOn).ToListAsync(ct);
        var keeps = (await db.DutiesOf(visitor.SignedIn, convention.Id, ct)).Any(d => d.Keeps());
        var foreseen = Enum.GetValues<CommitteeKind>().Where(k => k.Every(convention.Clauses) is not null).ToList();
        return Html.Form<CallCommitteePage, CallCommitteeModel>(
            new()
            {
                Slug = convention.Slug, Title = convention.Title, Committees = all, Today = clock.Today(), MayCall = keeps, Typed = typed, Errors = errors,
                Kinds = [.. foreseen.Select(k => new Option(k.ToString(), k.Label()))],
                Due = [.. foreseen.Select(k => (k, CommitteeDates.Due(convention, k, all)))],
                Convocation = convention.Dates is { } dates ? CommitteeDates.Convocation(dates.LastCommitment) : null,
            },
            errors);
    }
}

public sealed record CallForm
{
    public string? Kind { get; init; }
    public string? MeetingOn { get; init; }
}

public sealed record CallCommitteeModel
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyList<Committee> Committees { get; init; }
    public required DateOnly Today { get; init; }
    public required bool MayCall { get; init; }
    public required IReadOnlyList<Option> Kinds { get; init; }
    public required IReadOnlyList<(CommitteeKind Kind, DateOnly? On)> Due { get; init; }

    /// <summary>Days within which the investment committee is called, before the end of the envelope.</summary>
    public required (DateOnly From, DateOnly Until)? Convocation { get; init; }
    public required CallForm Typed { get; init; }
    public required Errors Errors { get; init; }
}
