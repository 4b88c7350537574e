using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Sorting;

/// <summary>The few sweets within reach. A place that is emptied gets the next sweet; the others stay where they are.</summary>
public sealed class Tray
{
    /// <summary>As many as fit side by side on a small telephone.</summary>
    public const int Places = 4;

    private readonly Sweet?[] _places = new Sweet?[Places];
    private readonly Queue<Sweet> _waiting;

    public Tray(IEnumerable<Sweet> sweets)
    {
        _waiting = new Queue<Sweet>(sweets);
        for (var place = 0; place < Places; place++)
        {
            Refill(place);
        }
    }

    public IReadOnlyList<Sweet?> Sweets => _places;

    public bool IsEmpty => Array.TrueForAll(_places, sweet => sweet is null);

    public Sweet? Find(string id) => Array.Find(_places, sweet => string.Equals(sweet?.Id, id, StringComparison.Ordinal));

    /// <summary>Takes a sweet away for good; gives the one to look at next: in the same place, else the first there is.</summary>
    public Sweet? Remove(Sweet sweet)
    {
        var place = Array.IndexOf(_places, sweet);
        Refill(place);
        return _places[place] ?? Array.Find(_places, other => other is not null);
    }

    private void Refill(int place) => _places[place] = _waiting.Count > 0 ? _waiting.Dequeue() : null;
}
