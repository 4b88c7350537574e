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

/// <summary>A committee: its file, then its decision and what follows from it.</summary>
public static class HoldCommittee
{
    const string Route = "/incubateur/comites/{id:guid}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Close).Does("incubateur.clore-comite").For();
    }

    static async Task<IResult> Show(Guid id, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var found = await (from m in db.Committees.AsNoTracking() join c in db.Conventions.ReadBy(db, visitor.SignedIn) on m.ConventionId equals c.Id where m.Id == id select m).SingleOrDefaultAsync(ct);
        return found is null ? TypedResults.NotFound() : await View(found, new(), new(), db, visitor, clock, ct);
    }

    static async Task<IResult> Close(Guid id, [FromForm] ConclusionForm? form, IncubatorDb db, ReminderLetters letters, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var found = await (from m in db.Committees.AsNoTracking() join c in db.Conventions.HeldBy(db, visitor.SignedIn, Rights.Keeps) on m.ConventionId equals c.Id where m.Id == id select m).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed) = (new Errors(), form ?? new());
        if (typed.Read(found.Kind, errors) is { } conclusion)
        {
            var author = new Author(visitor.SignedIn.Id, clock.GetUtcNow());
            await using var turn = (await LedgerTurn.Take(db, found.ConventionId, ct))!;
            var committee = await db.Committees.SingleAsync(m => m.Id == id, ct);
            if (committee.Close(conclusion, turn.Convention, author, clock.Today(), errors) is { } outcome)
            {
                // A file that nobody locked in time is what it is at the meeting.
                committee.DossierText ??= (await Dossier.Build(db, turn.Convention, id, author.At, clock.Today(), ct)).ToJson();
                committee.LockedAt ??= author.At;
                Apply(outcome, committee, turn.Convention, db, author);
                turn.Note(author, "incubateur.clore-comite", null, $"{committee.Kind.Label()} du {French.Day(committee.MeetingOn)} : {committee.Decision?.Label() ?? "pas de décision de financement"}", conclusion.Minutes);
                await turn.Keep(ct);
                await letters.Write(turn.Convention, ct);
                return TypedResults.LocalRedirect(Addresses.Committee(id));
            }
        }

        return await View(found, typed, errors, db, visitor, clock, ct);
    }

    static void Apply(CommitteeOutcome outcome, Committee committee, Convention convention, IncubatorDb db, Author author)
    {
        if (outcome.StopsOn is { } stop)
        {
            convention.StoppedOn = stop;
        }

        if (committee.Decision is not null)
        {
            // Signed before the money runs out: after the end, there is nothing to extend.
            DateOnly? by = outcome.Envelope is null ? null : convention.Dates?.LastCommitment;
            db.AddRange(RegisterTask.OfDecision(convention.Id, committee.MeetingOn, by));
        }

        if (outcome.NextMeetingBy is { } next)
        {
            db.Add(new Committee { Id = Guid.CreateVersion7(author.At), ConventionId = convention.Id, Kind = committee.Kind, MeetingOn = next, CalledAt = author.At, CalledBy = author.Id });
        }
    }

    static async Task<IResult> View(Committee committee, ConclusionForm typed, Errors errors, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var convention = await db.Conventions.AsNoTracking().Include(c => c.Avenants).SingleAsync(c => c.Id == committee.ConventionId, ct);
        var duties = await db.DutiesOf(visitor.SignedIn, convention.Id, ct);
        var keeps = duties.Any(d => d.Keeps());
        var today = clock.Today();
        var signed = convention.Avenants.Find(a => a.CommitteeId == committee.Id);
        return Html.Form<HoldCommitteePage, HoldCommitteeModel>(
            new()
            {
                Slug = convention.Slug, Title = convention.Title, Committee = committee, Dossier = Dossier.Of(committee.DossierText) ?? await Dossier.Build(db, convention, committee.Id, clock.GetUtcNow(), today, ct), Required = convention.RequiredAttendees,
                MayAsk = duties.Any(d => d.Asks()) && committee is { Kind: CommitteeKind.Investment, LockedAt: null, ClosedAt: null }, MayClose = keeps && committee.ClosedAt is null && today >= committee.MeetingOn, Avenant = signed, MaySign = keeps && signed is null && committee.Decision == Decision.SixMonths, Typed = typed, Errors = errors,
            },
            errors);
    }
}

public sealed record ConclusionForm
{
    public string? Attendees { get; init; }
    public string? AbsenceReason { get; init; }
    public string? Minutes { get; init; }
    public string? Decision { get; init; }
    public string? EnvelopeAe { get; init; }
    public string? EnvelopeCp { get; init; }
    public string? ProvisionalMonths { get; init; }
    public string? EvidenceAsked { get; init; }

    public Conclusion? Read(CommitteeKind kind, Errors errors)
    {
        var attendees = Typed.Text(Attendees, nameof(Attendees), Committee.TextMaxLength, "Écrivez qui est venu, une personne par ligne", errors);
        var minutes = Typed.Text(Minutes, nameof(Minutes), Committee.TextMaxLength, "Écrivez le compte rendu", errors);
        var absence = Typed.Optional(AbsenceReason, nameof(AbsenceReason), Committee.TextMaxLength, errors);
        var evidence = Typed.Optional(EvidenceAsked, nameof(EvidenceAsked), Committee.TextMaxLength, errors);
        var decision = kind == CommitteeKind.Investment ? Typed.Choice<Decision>(Decision, nameof(Decision), "Choisissez une des trois décisions : un comité ne se termine pas sans décision", errors) : null;
        var six = decision == Steering.Decision.SixMonths;
        var (ae, cp) = (six ? Money.Read(EnvelopeAe, nameof(EnvelopeAe), errors) : null, six ? Money.Read(EnvelopeCp, nameof(EnvelopeCp), errors) : null);
        var months = decision == Steering.Decision.Provisional ? Typed.Whole(ProvisionalMonths, nameof(ProvisionalMonths), 1, 2, "Un financement provisoire dure 1 ou 2 mois", errors) : null;
        return errors.Any ? null : new() { Attendees = attendees, AbsenceReason = absence, Minutes = minutes, Decision = decision, EnvelopeAe = ae, EnvelopeCp = cp, ProvisionalMonths = months, EvidenceAsked = evidence };
    }
}

public sealed record HoldCommitteeModel
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required Committee Committee { get; init; }
    public required Dossier Dossier { get; init; }
    public required IReadOnlyList<string> Required { get; init; }
    public required bool MayAsk { get; init; }
    public required bool MayClose { get; init; }

    /// <summary>The avenant that follows from the decision, once it is signed.</summary>
    public required Avenant? Avenant { get; init; }
    public required bool MaySign { get; init; }
    public required ConclusionForm Typed { get; init; }
    public required Errors Errors { get; init; }

    public static IReadOnlyList<Option> Decisions => [.. Enum.GetValues<Decision>().Select(d => new Option(d.ToString(), d.Label()))];
}
