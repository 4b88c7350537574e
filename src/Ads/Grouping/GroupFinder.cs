using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Grouping;

/// <summary>The group of each of some ads, among all those that are kept: two queries for all of them, three where the same leaflet names very many towns.</summary>
sealed class GroupFinder(AdsDb db)
{
    NearIndex<Guid> _index = new();
    Dictionary<long, int> _here = [];

    /// <summary>Reads what is near these texts. Groups made since by <see cref="Make"/> are known too.</summary>
    public async Task Prepare(IReadOnlyCollection<NearText> texts, CancellationToken ct)
    {
        (_index, _here) = (new(), []);
        var hashes = texts.SelectMany(t => t.Bands).Distinct().ToList();
        if (hashes.Count == 0)
        {
            return;
        }

        var near = await Read(hashes, ct);
        var full = near.Where(place => !NearIndex<Guid>.HasRoom(1, place.Count())).Select(place => place.Key).ToHashSet();
        var parts = texts.SelectMany(t => Parts(t, full)).Distinct().ToList();
        var nearer = parts.Count == 0 ? near : await Read(parts, ct);
        _here = near.Concat(parts.Count == 0 ? [] : nearer).ToDictionary(place => place.Key, place => place.Count());
        var wanted = texts.SelectMany(t => Nearest([.. t.Bands.Select(b => near[b]), .. Parts(t, full).Select(p => nearer[p])])).Distinct().ToList();
        var groups = await db.Groups.AsNoTracking().Where(g => EF.Parameter(wanted).Contains(g.Id)).OrderBy(g => g.AddedAt).ThenBy(g => g.Id).Select(g => new { g.Id, g.Country, g.Signature }).ToListAsync(ct);
        foreach (var group in groups)
        {
            _index.Add(group.Id, NearText.Kept(group.Country, group.Signature));
        }
    }

    // Those that share most places with a text, a place that few share counting more.
    static IEnumerable<Guid> Nearest(List<IEnumerable<Guid>> places)
    {
        var met = new Dictionary<Guid, double>();
        foreach (var here in places.Select(p => p.ToList()))
        {
            foreach (var group in here)
            {
                met[group] = met.GetValueOrDefault(group) + (1.0 / here.Count);
            }
        }

        return met.OrderByDescending(m => m.Value).ThenBy(m => m.Key).Take(NearIndex<Guid>.MostCompared).Select(m => m.Key);
    }

    static IEnumerable<long> Parts(NearText text, HashSet<long> full) => text.Bands.Index().Where(b => full.Contains(b.Item)).SelectMany(b => text.Parts(b.Index));

    async Task<ILookup<long, Guid>> Read(List<long> hashes, CancellationToken ct) =>
        (await db.Bands.AsNoTracking().Where(b => EF.Parameter(hashes).Contains(b.Hash)).Select(b => new { b.Hash, b.GroupId }).ToListAsync(ct)).ToLookup(b => b.Hash, b => b.GroupId);

    /// <summary>Null: nothing is near enough.</summary>
    public Guid? Find(NearText text) => _index.Find(text, out var found) ? found : null;

    /// <summary>A group of its own, not saved yet.</summary>
    public void Make(AdGroup group, NearText text)
    {
        db.Add(group);
        // The number of a row only tells it from the others of its group.
        var rows = 0;
        foreach (var (band, hash) in text.Bands.Index())
        {
            if (!Enters(hash, band))
            {
                foreach (var part in text.Parts(band))
                {
                    Enters(part, band);
                }
            }
        }

        bool Enters(long hash, int band)
        {
            var here = _here.GetValueOrDefault(hash);
            if (!NearIndex<Guid>.HasRoom(band, here))
            {
                return false;
            }

            db.Add(new GroupBand { GroupId = group.Id, Band = rows++, Hash = hash });
            _here[hash] = here + 1;
            return true;
        }

        _index.Add(group.Id, text);
    }
}
