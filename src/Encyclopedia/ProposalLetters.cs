using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Beffroi.Encyclopedia;

/// <summary>Tells the author of a proposal what became of it, and reviewers once a week what waits.</summary>
public sealed partial class ProposalLetters(IOutbox outbox, IStructures people, EncyclopediaDb db, ILogger<ProposalLetters> logger) : IWeeklyDigest
{
    /// <summary>Once it is decided, a letter that cannot be left undoes nothing: the night's round leaves it.</summary>
    public async Task TryTell(Proposal proposal, ProposalDecision decision, string title, CancellationToken ct)
    {
        try
        {
            await Tell(proposal, decision, title, ct);
        }
        catch (Exception wrong) when (!ct.IsCancellationRequested)
        {
            Failed(wrong, proposal.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The letter about the proposal {Proposal} could not be left; it is tried again at night.")]
    private partial void Failed(Exception wrong, Guid proposal);

    public async Task Tell(Proposal proposal, ProposalDecision decision, string title, CancellationToken ct)
    {
        if (proposal.AuthorId is not { } author || author == decision.By || (await people.Emails([author], ct)).GetValueOrDefault(author) is not { } address)
        {
            return;
        }

        var l = proposal.Language;
        var said = decision.Verdict.Say(l).ToLowerInvariant();
        var reason = decision.Reason.Length == 0 ? "" : l.Say($"\n\nLe mot de la relecture : {Letter.Quoted(decision.Reason)}", $"\n\nFrom the reviewer: {Letter.Quoted(decision.Reason)}");
        await outbox.Add(new()
        {
            Kind = "encyclopedie-decision",
            To = address,
            AccountId = author,
            Key = $"encyclopedie:{proposal.Id}",
            Subject = l.Say($"Votre proposition a été {said}", $"Your proposal: {said}"),
            Body = l.Say(
                $"Bonjour,\n\nVotre proposition pour la fiche « {Letter.Quoted(title)} » a été {said}.{reason}\n\nElle est là :\n{{site}}{Addresses.Proposal(l, proposal.Id)}",
                $"Hello,\n\nYour proposal for the entry “{Letter.Quoted(title)}”: {said}.{reason}\n\nIt is here:\n{{site}}{Addresses.Proposal(l, proposal.Id)}"),
        }, ct);
    }

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> Lines(DateTimeOffset now, CancellationToken ct)
    {
        var waiting = await db.Proposals.CountAsync(p => p.Decision == null, ct);
        if (waiting == 0)
        {
            return new Dictionary<Guid, IReadOnlyList<string>>();
        }

        var reviewers = await db.Appointments.Current().Select(a => a.AccountId).Distinct().ToListAsync(ct);
        IReadOnlyList<string> lines = [$"Encyclopédie : {French.Count(waiting, "proposition attend", "propositions attendent")} une relecture."];
        return reviewers.ToDictionary(r => r, _ => lines);
    }
}
