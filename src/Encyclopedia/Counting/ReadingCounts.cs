using System.Collections.Concurrent;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>Readings not yet written down: of which entry, in which language, on which day. Nothing of who read is ever held.</summary>
public sealed class ReadingCounts
{
    readonly ConcurrentDictionary<(string Key, Lang Language, DateOnly Day), int> _counts = new();

    public void Add(string key, Lang language, DateOnly day, int count = 1) =>
        _counts.AddOrUpdate((key, language, day), count, (_, before) => before + count);

    /// <summary>Hands them over: they are then somebody else's to keep, or to give back.</summary>
    public IReadOnlyList<(string Key, Lang Language, DateOnly Day, int Count)> Take()
    {
        var taken = new List<(string, Lang, DateOnly, int)>();
        foreach (var what in _counts.Keys)
        {
            if (_counts.TryRemove(what, out var count))
            {
                taken.Add((what.Key, what.Language, what.Day, count));
            }
        }

        return taken;
    }
}
