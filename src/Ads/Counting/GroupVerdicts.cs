using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads;

/// <summary>What the answers of a group say, after each of them: the verdict of each question, and whether more people are to be asked.</summary>
public sealed class GroupVerdicts(AdsDb db, Boards boards, AnsweringSettings settings, TimeProvider clock)
{
    /// <summary>Before the transaction that settles: what is read the first time is long.</summary>
    public Task Ready(CancellationToken ct) => boards.Warm(db, ct);

    /// <summary>In a transaction of the caller's: an answer that comes meanwhile waits for its end.</summary>
    /// <param name="purposeAwaited">Somebody may still say what it is for: nobody else is asked meanwhile.</param>
    public async Task Settle(Guid groupId, bool purposeAwaited, CancellationToken ct)
    {
        var pair = await boards.Of(db, ct);
        await db.Lock(groupId, ct);
        var answers = await db.Answers.AsNoTracking().Where(a => a.GroupId == groupId && !a.OnGold && a.RemovalId == null).OrderBy(a => a.At).ThenBy(a => a.Id)
            .Select(a => new { a.Voter, a.Political, a.Purpose }).ToListAsync(ct);
        var political = Standing(pair, Question.Political, groupId, [.. answers.Select(a => new Ballot(a.Voter, (int)a.Political))]);
        var purpose = Standing(pair, Question.Purpose, groupId, [.. answers.Where(a => a.Purpose is not null).Select(a => new Ballot(a.Voter, (int)a.Purpose!.Value))]);
        await Keep(groupId, political, purpose, ct);
        await Move(groupId, political, purpose, purposeAwaited, ct);
    }

    Standing Standing(Boards.Pair pair, Question question, Guid group, List<Ballot> ballots) =>
        Ads.Standing.Of(question, ballots, () => pair[question].Settle(group, ballots), settings.Rule);

    async Task Keep(Guid groupId, Standing political, Standing purpose, CancellationToken ct)
    {
        var kept = await db.Verdicts.Where(v => v.GroupId == groupId).ToListAsync(ct);
        foreach (var standing in new[] { political, purpose })
        {
            var row = kept.Find(v => v.Question == standing.Question);
            if (row is null && standing.Answers > 0)
            {
                db.Add(row = new Verdict { GroupId = groupId, Question = standing.Question, At = clock.GetUtcNow() });
            }

            if (row is not null)
            {
                standing.Into(row, clock.GetUtcNow());
            }
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Counted by hand-written statements: many move the same row at once, and none of it says who.</summary>
    async Task Move(Guid groupId, Standing political, Standing purpose, bool purposeAwaited, CancellationToken ct)
    {
        var group = await db.Groups.AsNoTracking().SingleAsync(g => g.Id == groupId, ct);
        if (group.State is GroupState.Gold or GroupState.Withdrawn)
        {
            return;
        }

        var (state, wanted) = Next(political, purpose, purposeAwaited, group.Wanted);
        if (state != group.State || wanted != group.Wanted || political.Answers != group.Answers)
        {
            await db.Database.ExecuteSqlRawAsync("""UPDATE ads_groups SET "State" = {0}, "Wanted" = {1}, "Answers" = {2} WHERE "Id" = {3} AND "State" NOT IN ('Gold', 'Withdrawn')""", [state.ToString(), wanted, political.Answers, groupId], ct);
        }
    }

    /// <summary>People hold it to be political and do not say what for, though none contradicts another: it is not worth asking as many as where they differ.</summary>
    bool IsLeftUnsaid(Standing purpose, int answers) =>
        answers >= (settings.AtLeast + settings.Rule.AtMost) / 2 && (purpose.Answers < settings.AtLeast || purpose.Counts.Max() == purpose.Answers);

    (GroupState State, int Wanted) Next(Standing political, Standing purpose, bool purposeAwaited, int wanted)
    {
        var answers = political.Answers;
        if (political.Settled && (political.Leading != (int)PoliticalAnswer.Yes || purpose.Settled || IsLeftUnsaid(purpose, answers)))
        {
            return (GroupState.Settled, answers);
        }

        if (answers < Math.Max(wanted, settings.AtLeast) && answers < settings.AtMost)
        {
            return (GroupState.Open, Math.Max(wanted, settings.AtLeast));
        }

        return purposeAwaited && political.Settled ? (GroupState.Open, answers)
            : answers >= settings.AtMost ? (GroupState.Disputed, answers)
            : (GroupState.Open, answers + 1);
    }
}
