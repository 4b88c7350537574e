using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Notifying;

/// <summary>Tells people of lines of cases of which nobody told them: the node that wrote them stopped, or it failed. Two nodes may tell at once: a notice is kept once.</summary>
public sealed class UntoldRound(ChatDb db, IServiceScopeFactory scopes, TimeProvider clock)
{
    const int MostOfATurn = 200;

    public async Task Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var untold in await db.UntoldLines.AsNoTracking().Where(u => u.NextAt <= now).OrderBy(u => u.NextAt).ThenBy(u => u.Id).Take(MostOfATurn).ToListAsync(ct))
        {
            ct.ThrowIfCancellationRequested();
            await using var scope = scopes.CreateAsyncScope();
            var actor = scope.ServiceProvider.GetRequiredService<Actor>();
            (actor.Who, actor.Act) = ("systeme", "discussion.avertir");
            await scope.ServiceProvider.GetRequiredService<CaseNews>().Try(scope.ServiceProvider.GetRequiredService<CaseShelf>(), untold);
        }
    }
}
