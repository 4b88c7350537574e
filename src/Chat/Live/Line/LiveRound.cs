using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Chat.Live;

/// <summary>Several times a second, as long as anybody listens here: closes the connections of who lost a right anywhere, notes who heard what is restricted, and says who is in the rooms.</summary>
public sealed partial class LiveRound(IServiceScopeFactory scopes, LiveConnections connections, LiveLine line, HeardReads heard, TimeProvider clock, ILogger<LiveRound> log) : BackgroundService
{
    /// <summary>A connection is closed within a second of the right: three rounds, and what reading takes.</summary>
    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(300);

    /// <summary>Rows are read again for as long: the clocks of two nodes differ, and a row is seen when it is committed, not when it was dated.</summary>
    static readonly TimeSpan LookedBack = TimeSpan.FromMinutes(1);

    /// <summary>Told again, for those who came by another node or missed it.</summary>
    static readonly TimeSpan PresencePace = TimeSpan.FromSeconds(20);

    /// <summary>A node that has said nothing for as long is gone with its people.</summary>
    public static readonly TimeSpan PresenceLasts = TimeSpan.FromSeconds(50);

    const int MostNames = 30;

    readonly string _node = Guid.NewGuid().ToString("N");
    readonly Dictionary<Guid, DateTimeOffset> _handled = [];
    DateTimeOffset _toldAll;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Turn(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(failure);
            }
        }
    }

    internal async Task Turn(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var room in connections.TakeMoved())
        {
            Tell(room);
        }

        if (connections.Any)
        {
            await Cut(now, ct);
        }

        foreach (var over in connections.All.Where(c => c.Until <= now))
        {
            over.Close();
        }

        await Note(ct);
        if (connections.Any && now - _toldAll > PresencePace)
        {
            _toldAll = now;
            foreach (var room in connections.Rooms)
            {
                Tell(room);
            }
        }
    }

    async Task Note(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await heard.Note(scope.ServiceProvider.GetRequiredService<ChatDb>(), scope.ServiceProvider.GetRequiredService<Actor>(), clock, ct);
    }

    async Task Cut(DateTimeOffset now, CancellationToken ct)
    {
        var since = now - LookedBack;
        await using var scope = scopes.CreateAsyncScope();
        var revoked = await scope.ServiceProvider.GetRequiredService<ChatDb>().Revocations.AsNoTracking().Where(r => r.At > since).OrderBy(r => r.At).ToListAsync(ct);
        foreach (var revocation in revoked.Where(r => _handled.TryAdd(r.Id, r.At)))
        {
            connections.Cut(revocation);
        }

        foreach (var old in _handled.Where(h => h.Value < since - LookedBack).Select(h => h.Key).ToList())
        {
            _handled.Remove(old);
        }
    }

    void Tell(Guid room)
    {
        var here = connections.All.Where(c => c.Rooms.ContainsKey(room)).DistinctBy(c => c.AccountId).ToList();
        // As many as are named: a count of people would tell how many a masked organisation has there, hour by hour.
        var names = here.Select(c => c.ShownAs).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var present = new Present(room, _node, [.. names.Take(MostNames)], names.Count);
        foreach (var l in Langs.All)
        {
            line.Tell(room, l, present);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of the live line failed; the next one tries again.")]
    partial void Failed(Exception failure);
}
