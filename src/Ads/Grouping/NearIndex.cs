namespace Beffroi.Ads.Grouping;

/// <summary>Groups by the places of their texts: an ad finds its own among those that share one.</summary>
public sealed class NearIndex<TKey> where TKey : notnull
{
    /// <summary>Groups that are compared for one ad: those that share most places come first, a place that few share counting more.</summary>
    public const int MostCompared = 64;

    /// <summary>
    /// Whether one more group comes into a place where so many are. A leaflet that names a town in each of thousands of copies would otherwise make a place where all are, and each ad would be
    /// held against all others: past that many, a group goes into the parts of the place that its names make (<see cref="NearText.Parts"/>). The place of the same words takes all.
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
            if (!Enters(text.Bands[band], band))
            {
                foreach (var part in text.Parts(band))
                {
                    Enters(part, band);
                }
            }
        }

        _groups.Add((key, text));
    }

    bool Enters(long place, int band)
    {
        if (!_places.TryGetValue(place, out var here))
        {
            _places.Add(place, here = []);
        }

        if (!HasRoom(band, here.Count))
        {
            return false;
        }

        here.Add(_groups.Count);
        return true;
    }

    public bool Knows(TKey key) => _known.Contains(key);

    /// <summary>The group of the nearest text that is the same ad; the first added of those as near.</summary>
    public bool Find(NearText text, out TKey? found)
    {
        var met = new Dictionary<int, double>();
        foreach (var place in text.Bands.Concat(Enumerable.Range(0, text.Bands.Count).SelectMany(text.Parts)))
        {
            var here = _places.GetValueOrDefault(place) ?? [];
            foreach (var group in here)
            {
                met[group] = met.GetValueOrDefault(group) + (1.0 / here.Count);
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
