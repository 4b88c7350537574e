using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia;

/// <summary>Gathers what is known of several entries. A tool shares the outcomes of the practices whose steps use it.</summary>
public static class EvidenceReading
{
    public static async Task<IReadOnlyDictionary<Guid, Evidence>> Evidence(this EncyclopediaDb db, IReadOnlyCollection<Guid> entries, CancellationToken ct)
    {
        var noted = await db.Entries.AsNoTracking().Where(e => entries.Contains(e.Id) && e.Grades != "").Select(e => new { e.Id, e.Grades }).ToListAsync(ct);
        var grades = noted.ToDictionary(n => n.Id, n => Grades(n.Grades));
        var own = await Own(db, entries).ToListAsync(ct);
        var uses = own.Concat(await Lent(db, entries).ToListAsync(ct)).ToLookup(u => u.EntryId);
        return entries.ToDictionary(id => id, id => Encyclopedia.Evidence.Of(grades.GetValueOrDefault(id) ?? [], uses[id]));
    }

    public static async Task<Evidence> Evidence(this EncyclopediaDb db, Entry entry, CancellationToken ct)
    {
        var uses = await Own(db, [entry.Id]).ToListAsync(ct);
        return Encyclopedia.Evidence.Of(Grades(entry.Grades), entry.Type is EntryType.Tool ? uses.Concat(await Lent(db, [entry.Id]).ToListAsync(ct)) : uses);
    }

    static List<Grade> Grades(string digits) => [.. digits.Select(digit => (Grade)(digit - '0'))];

    static IQueryable<UseCount> Own(EncyclopediaDb db, IReadOnlyCollection<Guid> entries) =>
        db.Uses.AsNoTracking().Where(u => entries.Contains(u.EntryId)).GroupBy(u => new { u.EntryId, u.Outcome }).Select(g => new UseCount(g.Key.EntryId, g.Key.Outcome, g.Count()));

    static IQueryable<UseCount> Lent(EncyclopediaDb db, IReadOnlyCollection<Guid> entries) =>
        from use in db.Uses.AsNoTracking()
        join link in db.Links on use.EntryId equals link.FromId
        join tool in db.Entries on link.ToKey equals tool.Key
        where link.Relation == Relation.Uses && tool.Type == EntryType.Tool && entries.Contains(tool.Id)
        group use by new { tool.Id, use.Outcome } into g
        select new UseCount(g.Key.Id, g.Key.Outcome, g.Count());
}
