using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Exchange;
using Beffroi.Dsfr;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Casework;

/// <summary>Opens cases for pages, and writes in them what their forms say.</summary>
public sealed class CaseDesk(CaseShelf shelf, ChatDb db, RoomPeople people, Naming naming, Seated seated, TimeProvider clock)
{
    const int MostPeople = 200;

    public Seat Seat => seated.Seat;

    /// <summary>Null where this person may not know of such a case.</summary>
    public async Task<CaseScreen?> Open(Guid id, Lang l, CancellationToken ct) =>
        await shelf.Read(id, seated.Seat, ct) is { } view ? await Screen(view, l, ct) : null;

    public async Task<CaseScreen> Screen(CaseView view, Lang l, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return new()
        {
            L = l,
            Seat = seated.Seat,
            View = view,
            RoomId = await db.Cases.Where(c => c.Id == view.CaseId).Select(c => c.RoomId).SingleAsync(ct),
            Names = await Names([view], ct),
            Now = now,
            FormId = Guid.CreateVersion7(now),
            OwnSet = await OwnSet(ct),
        };
    }

    /// <summary>The last criteria of the reader's organisation.</summary>
    public async Task<CriteriaSet?> OwnSet(CancellationToken ct) => seated.Seat.OrganisationId is { } organisation
        && await db.OwnCriteria.Where(c => c.OrganisationId == organisation).OrderByDescending(c => c.Version).Select(c => c.Content).FirstOrDefaultAsync(ct) is { } content
        ? CaseJson.Read<CriteriaSet>(content)
        : null;

    /// <summary>Names of all who appear in these views, as this reader may know them.</summary>
    public async Task<CaseNames> Names(IReadOnlyCollection<CaseView> views, CancellationToken ct)
    {
        var authors = views.SelectMany(v => v.Events).Select(e => e.Author).Distinct().ToList();
        var circles = views.SelectMany(v => v.State.Markings.Values).SelectMany(m => m.Audience?.Circles ?? []).ToList();
        var spokenOf = views.SelectMany(v => v.State.Reactions).Select(r => r.Owner)
            .Concat(views.SelectMany(v => v.State.Runs).SelectMany(r => r.Steps).Select(s => s.Owner))
            .Concat(views.SelectMany(v => v.Events).Select(e => e.Fact).OfType<ReactionDecided>().Select(d => d.Owner))
            .Concat(views.SelectMany(v => v.State.Alerts).Select(a => (Guid?)a.Sent.Fact.Owner))
            .OfType<Guid>().Concat(circles.SelectMany(c => c.People)).Distinct().ToList();
        var book = await naming.Of(
            [.. authors.Select(a => a.Person).OfType<Guid>().Concat(spokenOf).Distinct()],
            [.. authors.Select(a => a.Organisation).OfType<Guid>().Concat(circles.SelectMany(c => c.Organisations)).Distinct()],
            ct);
        return book.For(seated.Reader, authors, spokenOf);
    }

    /// <summary>Those who may read the case and whom this reader may name: something can be given to them to do.</summary>
    public async Task<IReadOnlyList<Option>> People(CaseScreen s, CancellationToken ct)
    {
        var scope = await db.Cases.Where(c => c.Id == s.Id).Select(c => c.ScopeId).SingleAsync(ct);
        var known = await people.List(people.Named(scope, seated.Seat), MostPeople, ct);
        return [.. known.Select(p => new Option(p.AccountId.ToString(), $"{p.Name} ({p.Organisation})"))];
    }

    /// <summary>Whether this is one of <see cref="People"/>; said where it is not.</summary>
    public async Task<Guid?> Owner(CaseScreen s, Typed form, string field, Errors errors, CancellationToken ct)
    {
        if (form.Id(field) is not { } id)
        {
            return null;
        }

        if ((await People(s, ct)).Any(p => string.Equals(p.Value, id.ToString(), StringComparison.Ordinal)))
        {
            return id;
        }

        errors.Add(field, s.Say("Cette personne ne peut pas lire le dossier.", "This person may not read the case."));
        return null;
    }

    /// <summary>Writes what a form says, unless something is wrong: it is then told beside its field, and nothing is written.</summary>
    public async Task<CaseReply?> Write(CaseScreen s, Typed form, Errors errors, IReadOnlyList<CaseFact> facts, CancellationToken ct, Func<CaseRow, Task>? with = null)
    {
        var (happened, knew) = (form.At("HappenedAt", errors, s.L), form.At("KnewAt", errors, s.L));
        var marking = LineMarking.Read(form["Marking"], s.Marking, seated.Seat);
        return errors.Any ? null : await Write(s, errors, [.. facts.Select((fact, i) => new CaseDraft
        {
            Id = IdOf(s, form, fact, i),
            Author = seated.Seat.Author,
            Marking = marking,
            Fact = fact,
            HappenedAt = happened,
            KnewAt = knew,
        })], ct, with);
    }

    /// <summary>As it is drafted. Null when it was not written.</summary>
    public async Task<CaseReply?> Write(CaseScreen s, Errors errors, IReadOnlyList<CaseDraft> drafts, CancellationToken ct, Func<CaseRow, Task>? with = null)
    {
        var reply = await shelf.Write(s.Id, seated.Seat, drafts, ct, with);
        Told(reply, errors, s.L);
        return reply.IsDone ? reply : null;
    }

    /// <summary>In two cases, in both or in neither. False when nothing was written.</summary>
    public async Task<bool> WriteBoth((CaseScreen S, IReadOnlyList<CaseDraft> Drafts) one, (CaseScreen S, IReadOnlyList<CaseDraft> Drafts) other, Errors errors, CancellationToken ct)
    {
        var (here, there) = await shelf.WriteBoth((one.S.Id, one.Drafts), (other.S.Id, other.Drafts), seated.Seat, ct);
        Told(here, errors, one.S.L);
        Told(there, errors, one.S.L);
        return here.IsDone && there.IsDone;
    }

    public static void Told(CaseReply reply, Errors errors, Lang l)
    {
        foreach (var fault in reply.Faults)
        {
            errors.Add(fault.Field, fault.In(l));
        }

        if (reply is { View: null, Faults.Count: 0 })
        {
            errors.Add("", l.Say("Ce dossier n’est plus partagé avec vous.", "This case is no longer shared with you."));
        }
    }

    /// <summary>The same for the same form sent twice, and for no other.</summary>
    public Guid IdOf(CaseScreen s, Typed form, CaseFact fact, int number)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{form.Id("FormId") ?? s.FormId}\n{seated.Seat.AccountId}\n{s.Id}\n{number}\n{CaseJson.Write(fact)}");
        return new(SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16]);
    }
}
