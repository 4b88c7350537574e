using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Kit;

/// <summary>What was counted on each day and is not written down yet. Nothing of whom is ever held.</summary>
public class DailyCounts<TWhat> where TWhat : notnull
{
    readonly ConcurrentDictionary<(TWhat What, DateOnly Day), int> _counts = new();

    public void Add(TWhat what, DateOnly day, int count = 1) => _counts.AddOrUpdate((what, day), count, (_, before) => before + count);

    /// <summary>Hands them over: they are then somebody else's to keep, or to give back.</summary>
    public IReadOnlyList<(TWhat What, DateOnly Day, int Count)> Take()
    {
        var taken = new List<(TWhat, DateOnly, int)>();
        foreach (var what in _counts.Keys)
        {
            if (_counts.TryRemove(what, out var count))
            {
                taken.Add((what.What, what.Day, count));
            }
        }

        return taken;
    }
}

/// <summary>Writes down what was counted since last time.</summary>
public interface IDailyLedger
{
    /// <summary>Gives back what could not be written.</summary>
    Task Keep(CancellationToken ct);
}

public static class DeclaredPrograms
{
    // Programs that say so themselves are no readers.
    static readonly string[] Words = ["bot", "crawl", "spider", "monitor", "curl", "wget"];

    public static bool IsProgram(this HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        return Array.Exists(Words, word => agent.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
