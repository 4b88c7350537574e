using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Grouping;

/// <summary>The group of each of some ads, among all those that are kept: two queries for all of them.</summary>
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

        var near = (await db.Bands.AsNoTracking().Where(b => EF.Parameter(hashes).Contains(b.Hash)).Select(b => new { b.Hash, b.GroupId }).ToListAsync(ct)).ToLookup(b => b.Hash, b => b.GroupId);
        _here = near.ToDictionary(place => place.Key, place => place.Count());
        var wanted = texts.SelectMany(t => t.Bands.SelectMany(b => near[b]).CountBy(g => g).OrderByDescending(g => g.Value).ThenBy(g => g.Key).Take(NearIndex<Guid>.MostCompared).Select(g => g.Key)).Distinct().ToList();
        var groups = await db.Groups.AsNoTracking().Where(g => EF.Parameter(wanted).Contains(g.Id)).OrderBy(g => g.AddedAt).ThenBy(g => g.Id).Select(g => new { g.Id, g.Country, g.Signature }).ToListAsync(ct);
        foreach (var group in groups)
        {
            _index.Add(group.Id, NearText.Kept(group.Country, group.Signature));
        }
    }

    /// <summary>Null: nothing is near enough.</summary>
    public Guid? Find(NearText text) => _index.Find(text, out var found) ? found : null;

    /// <summary>A group of its own, not saved yet.</summary>
    public void Make(AdGroup group, NearText text)
    {
        db.Add(group);
        foreach (var (band, hash) in text.Bands.Index())
        {
            var here = _here.GetValueOrDefault(hash);
            if (NearIndex<Guid>.HasRoom(band, here))
            {
                db.Add(new GroupBand { GroupId = group.Id, Band = band, Hash = hash });
                _here[hash] = here + 1;
            }
        }

        _index.Add(group.Id, text);
    }
}
