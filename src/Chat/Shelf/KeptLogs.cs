using Beffroi.Chat.Cases;
using Microsoft.Extensions.Caching.Memory;

namespace Beffroi.Chat;

/// <summary>Logs that were read lately, so that a page does not parse them again. What the database holds is always asked first: this only spares the reading.</summary>
public sealed class KeptLogs : IDisposable
{
    /// <summary>Lines: some 100 MB at 1 kB a line.</summary>
    const int MostLines = 100_000;

    readonly MemoryCache _logs = new(new MemoryCacheOptions { SizeLimit = MostLines });

    public KeptLog? Of(Guid caseId) => _logs.Get<KeptLog>(caseId);

    public void Keep(KeptLog kept)
    {
        using var entry = _logs.CreateEntry(kept.Log.Id);
        (entry.Size, entry.Value) = (kept.Log.Events.Count, kept);
    }

    public void Forget(Guid caseId) => _logs.Remove(caseId);

    public void Dispose() => _logs.Dispose();
}

/// <param name="Last">The last line as the database has it: the log is the same when it is.</param>
public sealed record KeptLog(CaseLog Log, string Last);
