namespace Beffroi.Bots.Networks;

/// <summary>The last posts that a watch kept, with their terms: reposts of them are kept too, and what comes twice around a stop is told from what is new.</summary>
public sealed class RecentPosts
{
    /// <summary>About 20 MB for a watch, some days of a busy one.</summary>
    public const int Most = 100_000;

    readonly Dictionary<string, Guid> _terms = new(StringComparer.Ordinal);
    readonly Queue<string> _order = new();

    public Guid? TermOf(string id) => _terms.TryGetValue(id, out var term) ? term : null;

    public bool Has(string id) => _terms.ContainsKey(id);

    /// <summary>One that was deleted: what repeats it no longer matches.</summary>
    public void Remove(string id) => _terms.Remove(id);

    public void Add(string id, Guid term)
    {
        if (!_terms.TryAdd(id, term))
        {
            return;
        }

        _order.Enqueue(id);
        if (_order.Count > Most)
        {
            _terms.Remove(_order.Dequeue());
        }
    }
}
