using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia;

/// <summary>What is done each night about proposals: letters that could not be left are left, and what was not published is forgotten in its time.</summary>
public sealed class ContributionRound(EncyclopediaDb db, ProposalLetters letters, Actor actor, TimeProvider clock)
{
    /// <summary>How long what was refused or withdrawn is kept: time enough to ask why, and to write it better.</summary>
    public const int KeptMonths = 12;

    /// <summary>Less than a letter is kept in the outbox, which therefore knows those that left already.</summary>
    const int LettersOfDays = 7;

    const int AtOnce = 100;

    public async Task Run(CancellationToken ct)
    {
        (actor.Who, actor.Act) = ("systeme", "encyclopedie.nuit");
        await LeaveLetters(ct);
        await Forget(ct);
    }

    async Task LeaveLetters(CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddDays(-LettersOfDays);
        var decided = await db.Proposals.AsNoTracking().Include(p => p.Decision).Where(p => p.AuthorId != null && p.Decision != null && p.Decision.At >= since && p.Decision.Verdict != ProposalVerdict.Withdrawn).ToListAsync(ct);
        foreach (var proposal in decided)
        {
            await letters.TryTell(proposal, proposal.Decision!, EntryJson.Read(proposal.Content).In(proposal.Language).Title, ct);
        }
    }

    /// <summary>How many proposals the next round empties.</summary>
    public Task<int> CountDue(CancellationToken ct) => Past().CountAsync(ct);

    IQueryable<Proposal> Past()
    {
        var before = clock.GetUtcNow().AddMonths(-KeptMonths);
        return db.Proposals.Where(p => p.Comment.Length > 0 && p.Decision != null && p.Decision.At < before && (p.Decision.Verdict == ProposalVerdict.Refused || p.Decision.Verdict == ProposalVerdict.Withdrawn));
    }

    /// <summary>The decision stays, with its day; the words, the author and the secret address go.</summary>
    async Task Forget(CancellationToken ct)
    {
        List<Proposal> due;
        do
        {
            due = await Past().Include(p => p.Decision).OrderBy(p => p.Id).Take(AtOnce).ToListAsync(ct);
            foreach (var proposal in due)
            {
                Blank.Out(proposal);
                (proposal.Comment, proposal.AuthorId, proposal.FollowHash) = ("", null, null);
                proposal.Key = proposal.EntryId is null ? "" : proposal.Key;
                proposal.Decision!.Reason = "";
            }

            await db.SaveChangesAsync(ct);
        }
        while (due.Count == AtOnce);
    }
}
