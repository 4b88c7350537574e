using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads;

/// <summary>The board of each question, for the database that is served. Each node has its own, made when it is first needed and each night.</summary>
public sealed class Boards(AnsweringSettings settings, TimeProvider clock) : IDisposable
{
    readonly ConcurrentDictionary<string, Pair> _made = new(StringComparer.Ordinal);
    readonly SemaphoreSlim _once = new(1);

    /// <summary>Whoever asks first makes them for all: one who leaves does not stop it.</summary>
    internal async Task<Pair> Of(AdsDb db, CancellationToken ct)
    {
        var key = Key(db);
        if (_made.TryGetValue(key, out var made))
        {
            return made;
        }

        await _once.WaitAsync(ct);
        try
        {
            return _made.TryGetValue(key, out made) ? made : await Make(db, CancellationToken.None);
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>Makes them before anybody waits for them.</summary>
    public Task Warm(AdsDb db, CancellationToken ct) => Of(db, ct);

    /// <summary>Of each question about which somebody answered.</summary>
    internal async Task<IReadOnlyList<CommonGround>> CommonGround(AdsDb db, Guid group, CancellationToken ct)
    {
        var pair = await Of(db, ct);
        return [.. Enum.GetValues<Question>().Select(q => pair[q].CommonGround(q, group, ct)).OfType<CommonGround>()];
    }

    /// <summary>Makes them anew from the answers of groups that somebody may still move: those that wait, and those answered since the oldest pseudonym that still has a key.</summary>
    internal async Task<Pair> Make(AdsDb db, CancellationToken ct)
    {
        var (political, purposes) = (new List<(Guid, string, int)>(), new List<(Guid, string, int)>());
        var live = db.Moving(clock.GetUtcNow().AddDays(-settings.KeyDays));
        await foreach (var answer in db.Answers.AsNoTracking().Where(a => !a.OnGold && a.RemovalId == null && live.Contains(a.GroupId)).OrderByDescending(a => a.At).ThenByDescending(a => a.Id)
            .Select(a => new { a.GroupId, a.Voter, a.Political, a.Purpose }).AsAsyncEnumerable().WithCancellation(ct))
        {
            political.Add((answer.GroupId, answer.Voter, (int)answer.Political));
            if (answer.Purpose is { } purpose)
            {
                purposes.Add((answer.GroupId, answer.Voter, (int)purpose));
            }
        }

        return _made[Key(db)] = new(Board.Of(Question.Political, political), Board.Of(Question.Purpose, purposes));
    }

    public void Dispose() => _once.Dispose();

    static string Key(AdsDb db) => db.Database.GetConnectionString() ?? "";

    internal sealed record Pair(Board Political, Board Purposes)
    {
        public Board this[Question question] => question switch { Question.Political => Political, Question.Purpose => Purposes };
    }
}
