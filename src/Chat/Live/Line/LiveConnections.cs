using System.Collections.Concurrent;
using Beffroi.Kit;

namespace Beffroi.Chat.Live;

/// <summary>Those who listen on this node.</summary>
public sealed class LiveConnections(LiveSettings settings)
{
    readonly ConcurrentDictionary<string, LiveConnection> _all = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<Guid, bool> _moved = new();
    readonly ConcurrentQueue<Listening> _left = new();

    public bool Any => !_all.IsEmpty;

    public IEnumerable<LiveConnection> All => _all.Values;

    public LiveConnection this[string id] => _all.TryGetValue(id, out var found) ? found : throw new InvalidOperationException("This connection was never let in.");

    /// <summary>False when this account has too many.</summary>
    public bool Add(LiveConnection connection)
    {
        _all[connection.Id] = connection;
        return _all.Values.Count(c => c.AccountId == connection.AccountId) <= settings.MostPages;
    }

    public void Remove(string id)
    {
        if (_all.TryRemove(id, out var gone))
        {
            foreach (var room in gone.Rooms.Keys)
            {
                Left(gone, room);
            }
        }
    }

    public void Left(LiveConnection connection, Guid room)
    {
        if (connection.Rooms.TryRemove(room, out var since))
        {
            _left.Enqueue(new(room, connection.PersonId, connection.OrganisationId, since));
            Moved(room);
        }
    }

    /// <summary>Those who hear a room here, and those who have left one since the last time: they may have heard what was said just before.</summary>
    public IReadOnlyList<Listening> TakeListening()
    {
        var all = new HashSet<Listening>();
        while (_left.TryDequeue(out var left))
        {
            all.Add(left);
        }

        all.UnionWith(_all.Values.SelectMany(c => c.Rooms.Select(r => new Listening(r.Key, c.PersonId, c.OrganisationId, r.Value))));
        return [.. all];
    }

    /// <summary>To be taken again: nothing could be done with it.</summary>
    public void GiveBack(IEnumerable<Listening> listening)
    {
        foreach (var one in listening)
        {
            _left.Enqueue(one);
        }
    }

    public bool HasAny(Guid roomId) => _all.Any(c => c.Value.Rooms.ContainsKey(roomId));

    public bool HasAny(Guid roomId, Lang language) => _all.Any(c => c.Value.Language == language && c.Value.Rooms.ContainsKey(roomId));

    /// <summary>Somebody came into a room or left it: told soon, once for all who did.</summary>
    public void Moved(Guid roomId) => _moved[roomId] = true;

    /// <summary>Rooms where somebody came or went since the last time.</summary>
    public IReadOnlyList<Guid> TakeMoved() => [.. _moved.Keys.Where(r => _moved.TryRemove(r, out _))];

    public IReadOnlyList<Guid> Rooms => [.. _all.Values.SelectMany(c => c.Rooms.Keys).Distinct()];

    public void Cut(Revocation revocation)
    {
        foreach (var connection in _all.Values.Where(c => c.IsHitBy(revocation)))
        {
            connection.Close();
        }
    }
}

/// <summary>Somebody who hears a room, or did until now.</summary>
public sealed record Listening(Guid Room, Guid PersonId, Guid? OrganisationId, DateTimeOffset Since);
