namespace Beffroi.Ads.Grouping;

/// <summary>Groups by the places of their texts: an ad finds its own among those that share one.</summary>
public sealed class NearIndex<TKey> where TKey : notnull
{
    /// <summary>Groups that are compared for one ad: those that share most places come first.</summary>
    public const int MostCompared = 64;

    /// <summary>
    /// Whether one more group comes into a place where so many are. A leaflet that names a town in each of thousands of copies would otherwise make a place where all are, and each ad would be
    /// held against all others; copies still meet where the words around their own name do. The place of the same words takes all.
    /// </summary>
    internal static bool HasRoom(int band, int here) => band == 0 || here < MostCompared;

    readonly Dictionary<long, List<int>> _places = [];
    readonly List<(TKey Key, NearText Text)> _groups = [];
    readonly HashSet<TKey> _known = [];

    public int Count => _groups.Count;

    /// <summary>Does nothing when the group is there already.</summary>
    public void Add(TKey key, NearText text)
    {
        if (!_known.Add(key))
        {
            return;
        }

        for (var band = 0; band < text.Bands.Count; band++)
        {
            if (!_places.TryGetValue(text.Bands[band], out var here))
            {
                _places.Add(text.Bands[band], here = []);
            }

            if (HasRoom(band, here.Count))
            {
                here.Add(_groups.Count);
            }
        }

        _groups.Add((key, text));
    }

    public bool Knows(TKey key) => _known.Contains(key);

    /// <summary>The group of the nearest text that is the same ad; the first added of those as near.</summary>
    public bool Find(NearText text, out TKey? found)
    {
        var met = new Dictionary<int, int>();
        foreach (var band in text.Bands)
        {
            foreach (var group in _places.GetValueOrDefault(band) ?? [])
            {
                met[group] = met.GetValueOrDefault(group) + 1;
            }
        }

        var best = (Likeness: 0.0, Group: -1);
        foreach (var (group, _) in met.OrderByDescending(m => m.Value).ThenBy(m => m.Key).Take(MostCompared))
        {
            var likeness = _groups[group].Text.Likeness(text);
            if ((likeness > best.Likeness || (likeness == best.Likeness && group < best.Group)) && _groups[group].Text.IsSameAs(text))
            {
                best = (likeness, group);
            }
        }

        found = best.Group < 0 ? default : _groups[best.Group].Key;
        return best.Group >= 0;
    }
}
