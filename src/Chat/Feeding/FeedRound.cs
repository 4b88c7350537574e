using Beffroi.Chat.Rules.Feeds;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Feeding;

/// <summary>Reads each feed whose minute has come, and posts what is new in its room.</summary>
public sealed class FeedRound(IServiceScopeFactory scopes, ChatNetwork network, TimeProvider clock)
{
    const int MostOfATurn = 500;

    /// <summary>A node that took a feed and was stopped: another takes it after this.</summary>
    static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <returns>Feeds read.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var due = await Due(ct);
        using var client = network.Client();
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, network.AtOnce), CancellationToken = ct }, async (feed, cancel) =>
        {
            if (await Take(feed.Id, feed.NextAt, cancel))
            {
                await Read(feed.Id, client, cancel);
            }
        });
        return due.Count;
    }

    /// <summary>One feed: what is remembered of it is saved with the last of what is new.</summary>
    public async Task Read(Guid id, HttpClient client, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<ChatDb>();
        var actor = services.GetRequiredService<Actor>();
        (actor.Who, actor.Act) = ("systeme", "discussion.flux.lire");
        if (await db.Feeds.SingleOrDefaultAsync(f => f.Id == id && f.StoppedAt == null, ct) is not { } feed)
        {
            return;
        }

        // Whoever added it no longer enters the room: neither does what they chose to have read there.
        if (await services.GetRequiredService<Seats>().Of(feed.AddedBy, ct) is not { } adder || !await services.GetRequiredService<Scopes>().RoomsOf(adder.Reader).AnyAsync(r => r.Id == feed.RoomId, ct))
        {
            feed.StoppedAt = clock.GetUtcNow();
            await db.SaveChangesAsync(ct);
            return;
        }

        var language = await db.Rooms.Where(r => r.Id == feed.RoomId).Select(r => r.Language).SingleAsync(ct) ?? Lang.French;
        var answer = await new FeedFetch(client).Ask(new(feed.Address), feed.ETag, feed.LastModified, ct);
        var now = clock.GetUtcNow();
        var step = FeedPosts.WatchOf(feed).After(answer.Reading, now);
        var said = step.Posted.Select(item => FeedPosts.Item(feed, item, language)).Concat(step.Notice is { } notice ? [FeedPosts.Told(feed, notice, language)] : []).ToList();
        var posting = services.GetRequiredService<Posting>();
        foreach (var one in said.SkipLast(1))
        {
            // The same item is the same message: where this breaks off, or another node reads too, it is said once.
            await posting.Post(one, ct);
        }

        Note(feed, answer, step, now);
        try
        {
            if (said.Count > 0)
            {
                await posting.Post(said[^1], ct);
            }

            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node read it meanwhile, and posted what was new.
            return;
        }

        if (step is { Notice: not null, Watch.IsBroken: true })
        {
            await services.GetRequiredService<FeedAlarm>().Ring(feed, ct);
        }
    }

    static void Note(WatchedFeed feed, FeedAnswer answer, FeedStep step, DateTimeOffset now)
    {
        (feed.Watch, feed.NextAt, feed.Readings) = (FeedPosts.Write(step.Watch), step.Watch.NextAt, feed.Readings + 1);
        if (answer.Reading is FeedReading.Read read)
        {
            (feed.ReadAt, feed.ETag, feed.LastModified) = (now, answer.ETag is { Length: <= 300 } tag ? tag : null, answer.LastModified);
            feed.Title = Named(feed, read.Feed);
        }
    }

    // Until somebody names it, a feed is called as it calls itself.
    static string Named(WatchedFeed feed, Feed read) =>
        read.Title is { } own && string.Equals(feed.Title, new Uri(feed.Address).Host, StringComparison.Ordinal) ? (own.Length <= WatchedFeed.TitleMaxLength ? own : own[..WatchedFeed.TitleMaxLength]) : feed.Title;

    async Task<List<(Guid Id, DateTimeOffset NextAt)>> Due(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChatDb>();
        var due = await db.Feeds.Where(f => f.StoppedAt == null && f.NextAt <= now && db.Rooms.Any(r => r.Id == f.RoomId && r.ClosedAt == null))
            .OrderBy(f => f.NextAt).ThenBy(f => f.Id).Take(MostOfATurn).Select(f => new { f.Id, f.NextAt }).ToListAsync(ct);
        return [.. due.Select(f => (f.Id, f.NextAt))];
    }

    // Several nodes go round at once: the first to take a feed asks for it.
    async Task<bool> Take(Guid id, DateTimeOffset seen, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChatDb>();
        var until = clock.GetUtcNow() + Claim;
#pragma warning disable RS0030 // Whose turn it is to ask is no act of anybody: what is read afterwards is audited.
        return await db.Feeds.Where(f => f.Id == id && f.NextAt == seen).ExecuteUpdateAsync(set => set.SetProperty(f => f.NextAt, until), ct) == 1;
#pragma warning restore RS0030
    }
}
