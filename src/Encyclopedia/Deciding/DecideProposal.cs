using System.Text.Json;
using Beffroi.Encyclopedia.Checking;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Deciding;

/// <summary>A reviewer reads a proposal and accepts all of it, part of it, or refuses it with a reason.</summary>
public static class DecideProposal
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            var path = Addresses.Home(l) + l.Say("/proposition/", "/proposal/") + "{id:guid}";
            app.MapGet(path, Show).For();
            app.MapPost(path, Decide).Does("encyclopedie.decider").For();
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, EncyclopediaDb db, Visitor visitor, IStructures people, CancellationToken ct) =>
        await db.Proposals.AsNoTracking().VisibleTo(visitor.SignedIn, db).Include(p => p.Decision).SingleOrDefaultAsync(p => p.Id == id, ct) is { } proposal
            ? await View(await ReviewedProposal.Of(proposal, DecisionForm.Nothing.Settled, db, ct), DecisionForm.Nothing, new(), Langs.Of(request), db, visitor, people, ct)
            : TypedResults.NotFound();

    static async Task<IResult> Decide(Guid id, [FromForm] IFormCollection typed, HttpRequest request, EncyclopediaDb db, Visitor visitor, IStructures people, ProposalLetters letters, TimeProvider clock, CancellationToken ct)
    {
        var (user, l, form) = (visitor.SignedIn, Langs.Of(request), DecisionForm.Of(typed));
        if (await db.Proposals.DecidableBy(user, db).SingleOrDefaultAsync(p => p.Id == id, ct) is not { } proposal)
        {
            // Seen, but not theirs to decide, or decided already.
            return await db.Proposals.VisibleTo(user, db).AnyAsync(p => p.Id == id, ct) ? TypedResults.StatusCode(StatusCodes.Status409Conflict) : TypedResults.NotFound();
        }

        var (reviewed, errors) = (await ReviewedProposal.Of(proposal, form.Settled, db, ct), new Errors());
        if (form.Reason.Length > ProposalDecision.ReasonMaxLength || (form.Refuses && form.Reason.Length == 0))
        {
            errors.Add("reason", l.Say($"Dites pourquoi, en {ProposalDecision.ReasonMaxLength} caractères au plus", $"Say why, in {ProposalDecision.ReasonMaxLength} characters at most"));
        }

        if (!EntryFaults.IsClean(form.Reason))
        {
            errors.Add("reason", EntryFaults.Unclean(l));
        }

        var decision = form.Refuses ? Refused(proposal, form, user, clock) : await Accepted(reviewed, form, user, errors, l, db, clock, ct);
        if (decision is null || errors.Any)
        {
            db.ChangeTracker.Clear();
            return await View(reviewed, form, errors, l, db, visitor, people, ct);
        }

        db.Add(decision);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Somebody decided on it, or published on the same entry, at the same moment: it is read again.
            db.ChangeTracker.Clear();
            errors.Add("", l.Say("Quelqu’un vient de publier ou de décider. Relisez avant de décider à votre tour.", "Somebody has just published or decided. Read again before you decide."));
            return await View(await ReviewedProposal.Of(proposal, form.Settled, db, ct), form, errors, l, db, visitor, people, ct);
        }

        await letters.TryTell(proposal, decision, reviewed.Proposed.In(proposal.Language).Title, ct);
        return TypedResults.LocalRedirect(Addresses.Proposal(l, id));
    }

    static ProposalDecision Refused(Proposal proposal, DecisionForm form, CurrentUser user, TimeProvider clock) =>
        new() { ProposalId = proposal.Id, Verdict = ProposalVerdict.Refused, By = user.Id, At = clock.GetUtcNow(), Reason = form.Reason };

    static async Task<ProposalDecision?> Accepted(ReviewedProposal reviewed, DecisionForm form, CurrentUser user, Errors errors, Lang l, EncyclopediaDb db, TimeProvider clock, CancellationToken ct)
    {
        foreach (var point in Checklist.Points.Where(p => !form.Ticked("check." + p)))
        {
            errors.Add("check." + point, l.Say("Cochez chaque point de la liste, ou refusez", "Tick each point of the list, or refuse"));
        }

        var people = reviewed.People;
        if (people.Count > HintList.MostAsked)
        {
            if (!form.Ticked(HintList.All))
            {
                errors.Add(HintList.All, l.Say("Dites que vous avez lu tous ces noms, ou refusez", "Say that you have read all these names, or refuse"));
            }

            people = [];
        }

        foreach (var person in people.Where(h => !form.Ticked("public." + h.Key)))
        {
            errors.Add("public." + person.Key, l.Say($"Dites que « {person.Words} » n’est pas une personne privée, ou refusez", $"Say that “{person.Words}” is no private person, or refuse"));
        }

        Settling.Check(reviewed, form, errors, l);

        if (reviewed.Entry is { } seen && form.Seen != seen.Version)
        {
            errors.Add("", l.Say("La fiche a changé depuis que cette page est ouverte : relisez ce qui suit.", "The entry has changed since this page was opened: read what follows again."));
        }

        if (errors.Any || Content(reviewed, form, errors, l) is not { } content)
        {
            return null;
        }

        var (now, proposal) = (clock.GetUtcNow(), reviewed.Proposal);
        if (await PartCircles.Closed(proposal.Key, content, db, ct) is { } circle)
        {
            errors.Add("", l.Say("Ces fiches feraient partie les unes des autres, en rond : ", "These entries would be parts of one another, in a circle: ") + string.Join(" → ", circle));
            return null;
        }

        var by = new Authorship { AuthorId = proposal.AuthorId, AuthorName = proposal.AuthorName, Comment = proposal.Comment, ProposalId = proposal.Id };
        var entry = reviewed.Entry;
        if (entry is null)
        {
            if (await db.Entries.IgnoreQueryFilters().AnyAsync(e => e.Key == proposal.Key, ct))
            {
                errors.Add("", l.Say("Une fiche porte ce nom depuis : refusez, et proposez de la changer", "An entry has that name since: refuse it, and propose to change that one"));
                return null;
            }

            entry = Publishing.Open(proposal.Key, content, by, Days.Of(now), db, now);
        }
        else
        {
            await Publishing.Renew(entry, content, by, db, now, ct);
        }

        var whole = reviewed.Diff is not { } diff || diff.Changes.All(c => form.Takes(c.Place));
        return new()
        {
            ProposalId = proposal.Id, Verdict = whole ? ProposalVerdict.Accepted : ProposalVerdict.PartlyAccepted, By = user.Id, At = now, Reason = form.Reason, Version = entry.Version, Checklist = form.Answered(),
        };
    }

    static EntryContent? Content(ReviewedProposal reviewed, DecisionForm form, Errors errors, Lang l)
    {
        if (reviewed.Diff is { } diff && !diff.Changes.Any(c => form.Takes(c.Place)))
        {
            errors.Add("", l.Say("Gardez au moins un changement, ou refusez la proposition", "Keep at least one change, or refuse the proposal"));
            return null;
        }

        try
        {
            var content = reviewed.Chosen(form.Takes);
            foreach (var (path, message) in EntryChecks.OfWritten(content, l, reviewed.Proposal.Key).All)
            {
                errors.Add(reviewed.Merge?.WrittenAt(path, content) is { } written ? DecisionForm.Own(written.Place.Key) : "", message);
            }

            return content;
        }
        catch (JsonException)
        {
            errors.Add("", l.Say("Ces changements ne vont pas sans les autres : gardez-les ensemble, ou refusez", "These changes do not go without the others: keep them together, or refuse"));
            return null;
        }
    }

    static async Task<IResult> View(ReviewedProposal reviewed, DecisionForm form, Errors errors, Lang l, EncyclopediaDb db, Visitor visitor, IStructures people, CancellationToken ct)
    {
        var proposal = reviewed.Proposal;
        var names = await Signatures.For(visitor.SignedIn, [proposal.AuthorId, proposal.Decision?.By], people, l, ct);
        return Html.Form<DecideProposalPage, DecideProposalModel>(new()
        {
            L = l, Reviewed = reviewed, Form = form, Errors = errors, By = names.Of(proposal.AuthorId, proposal.AuthorName), DecidedBy = names.Of(proposal.Decision?.By),
            MayDecide = await db.Proposals.DecidableBy(visitor.SignedIn, db).AnyAsync(p => p.Id == proposal.Id, ct), Own = proposal.AuthorId == visitor.SignedIn.Id,
        }, errors);
    }
}

public sealed record DecideProposalModel
{
    public required Lang L { get; init; }
    public required ReviewedProposal Reviewed { get; init; }
    public required DecisionForm Form { get; init; }
    public required Errors Errors { get; init; }
    public required string By { get; init; }
    public required string DecidedBy { get; init; }
    public required bool MayDecide { get; init; }
    public required bool Own { get; init; }
}
