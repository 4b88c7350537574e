using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Answering;

/// <summary>Asks again for answers that a node which stopped had promised. Nothing to do where accounts cannot be estimated.</summary>
public sealed class AwaitedRound(ChatDb db, Seats seats, LateAnswers late, TimeProvider clock, IBotAnswers? bots = null)
{
    const int MostOfATurn = 10;
    const int MostTries = 3;

    public async Task Run(CancellationToken ct)
    {
        if (bots is null)
        {
            return;
        }

        var now = clock.GetUtcNow();
        foreach (var awaited in await db.AwaitedAnswers.AsNoTracking().Where(a => a.NextAt <= now).OrderBy(a => a.NextAt).ThenBy(a => a.Id).Take(MostOfATurn).ToListAsync(ct))
        {
            var (next, tries) = (late.Next, awaited.Tries + 1);
#pragma warning disable RS0030 // Whose turn it is is no act of anybody: the message that comes is audited.
            var mine = db.AwaitedAnswers.Where(a => a.Id == awaited.Id && a.NextAt == awaited.NextAt);
            if (tries > MostTries)
            {
                await mine.ExecuteDeleteAsync(ct);
            }
            else if (await mine.ExecuteUpdateAsync(set => set.SetProperty(a => a.NextAt, next).SetProperty(a => a.Tries, tries), ct) == 1)
            {
                late.AskAgain(bots, awaited, (await seats.Of(awaited.AccountId, ct))?.Login);
            }
#pragma warning restore RS0030
        }
    }
}
