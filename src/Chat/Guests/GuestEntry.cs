using Beffroi.Chat.Cases;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Guests;

/// <summary>The marking of a case follows its guests: named when they come in, no longer when they go.</summary>
public sealed class GuestEntry(ChatDb db, CaseShelf shelf, Seats seats, Departures departures, TimeProvider clock)
{
    /// <summary>Whether somebody of this seat could bring a guest into a case; null where they know of no such case.</summary>
    public async Task<(CaseView View, bool May)?> Judge(Guid caseId, Seat seat, CancellationToken ct)
    {
        if (await shelf.View(caseId, seat.Reader, ct) is not { } view)
        {
            return null;
        }

        // TLP 2.0: the source decides how far its information goes.
        var may = view.State.Closed is null && (GuestMarking.LetsIn(view.State.Marking!, caseId) || (view.Events[0].Author.Organisation is { } opener && opener == seat.OrganisationId));
        return (view, may);
    }

    /// <summary>False, and nothing is written, where those who invited may no longer do it.</summary>
    public async Task<bool> Enter(GuestPass pass, CurrentUser guest, CancellationToken ct)
    {
        if (await Host(pass, ct) is not { } host || await Judge(pass.CaseId, host, ct) is not var (view, may) || !may)
        {
            return false;
        }

        // Whoever was somebody in an organisation, or by another pass, is another here.
        var person = await db.Members.BehindLogin(guest.Id).AnyAsync(ct) || await db.GuestPasses.BehindLogin(guest.Id).AnyAsync(ct) ? pass.Id : guest.Id;
        if (GuestMarking.LetsIn(view.State.Marking!, pass.CaseId))
        {
            await Accept(pass.Id, person, guest, ct);
            await db.SaveChangesAsync(ct);
            return true;
        }

        var change = Change(view, host, GuestMarking.With(view.State.Marking!, person), "Un invité entre dans le dossier. / A guest comes into the case.");
        return (await shelf.Write(pass.CaseId, host, [change], ct, _ => Accept(pass.Id, person, guest, ct))).IsDone;
    }

    /// <summary>Out at once; then the marking no longer names them, where who ends it may say so.</summary>
    public async Task Leave(GuestPass pass, Seat by, CancellationToken ct)
    {
        await departures.End(pass, by.AccountId, ct);
        await Unname(pass.CaseId, pass.AccountId, by, ct);
    }

    /// <summary>Guests whose time is over: the markings no longer name them, in the name of the organisation that invited. Where nobody of it is left to say so, the name stays and opens nothing.</summary>
    public async Task EndExpired(CancellationToken ct)
    {
        var over = (await departures.EndExpired(ct)).Select(p => (Pass: p, p.CaseId, p.AccountId)).ToList();
        foreach (var (pass, caseId, guest) in over)
        {
            if ((await Host(pass, ct) ?? await Referent(pass.OrganisationId, ct)) is { } by)
            {
                await Unname(caseId, guest, by, ct);
            }
        }
    }

    async Task Unname(Guid caseId, Guid? guest, Seat by, CancellationToken ct)
    {
        if (guest is { } person && await shelf.View(caseId, by.Reader, ct) is { } view)
        {
            var narrower = GuestMarking.Without(view.State.Marking!, person);
            if (!string.Equals(CaseJson.Write(narrower), CaseJson.Write(view.State.Marking!), StringComparison.Ordinal))
            {
                await shelf.Write(caseId, by, [Change(view, by, narrower, "L’accès d’un invité est terminé. / The access of a guest is ended.")], ct);
            }
        }
    }

    CaseDraft Change(CaseView view, Seat by, Marked to, string why) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        Author = by.Author,
        Marking = new() { Tlp = to.Tlp },
        Fact = new MarkingChanged { Target = view.Events[0].Id, To = to, Why = why },
    };

    // Read again: a turn of the shelf that failed has let go of what was read before.
    async Task Accept(Guid passId, Guid person, CurrentUser guest, CancellationToken ct)
    {
        var pass = await db.GuestPasses.SingleAsync(p => p.Id == passId, ct);
        (pass.AccountId, pass.LoginId) = (pass.AccountId ?? person, person == guest.Id ? null : guest.Id);
        (pass.Name, pass.AcceptedAt) = (guest.Name.Length <= Organisation.NameMaxLength ? guest.Name : guest.Name[..Organisation.NameMaxLength], clock.GetUtcNow());
    }

    async Task<Seat?> Referent(Guid organisation, CancellationToken ct) =>
        await db.Members.Where(m => m.OrganisationId == organisation && m.IsReferent && m.LeftAt == null).OrderBy(m => m.Id).Select(m => (Guid?)m.AccountId).FirstOrDefaultAsync(ct) is { } person ? await seats.Of(person, ct) : null;

    /// <summary>In whose name the guest comes in: who invited, or who approved if they have left since.</summary>
    async Task<Seat?> Host(GuestPass pass, CancellationToken ct)
    {
        foreach (var account in new[] { pass.InvitedBy, pass.ApprovedBy ?? pass.InvitedBy })
        {
            if (await seats.Of(account, ct) is { } seat && seat.OrganisationId == pass.OrganisationId)
            {
                return seat;
            }
        }

        return null;
    }
}
