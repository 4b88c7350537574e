using Beffroi.Ads.Dumps;

namespace Beffroi.Ads.Watching;

/// <summary>Two whole readings never change: their comparison is made once, one at a time, and the last ones asked for are kept.</summary>
public sealed class KeptComparisons : IDisposable
{
    const int Most = 8;

    readonly SemaphoreSlim _oneMaker = new(1);
    readonly LinkedList<(string Database, Guid Before, Guid After, DumpComparison Found)> _kept = new();

    public async Task<DumpComparison> Of(string database, Guid before, Guid after, Func<Task<DumpComparison>> make, CancellationToken ct)
    {
        await _oneMaker.WaitAsync(ct);
        try
        {
            var known = _kept.FirstOrDefault(k => k.Before == before && k.After == after && string.Equals(k.Database, database, StringComparison.Ordinal));
            if (known.Found is not null)
            {
                _kept.Remove(known);
            }
            else
            {
                known = (database, before, after, await make());
            }

            _kept.AddFirst(known);
            if (_kept.Count > Most)
            {
                _kept.RemoveLast();
            }

            return known.Found;
        }
        finally
        {
            _oneMaker.Release();
        }
    }

    public void Dispose() => _oneMaker.Dispose();
}
