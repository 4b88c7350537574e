namespace Beffroi.Eva.Contracts;

/// <summary>Points of the answered items, by id; an item without an entry was not answered.</summary>
public sealed class ItemMarks(IReadOnlyDictionary<string, decimal> points)
{
    readonly Dictionary<string, decimal> _points = new(points, StringComparer.Ordinal);

    public static ItemMarks Of(IEnumerable<RouteMark> marks) => new(marks.ToDictionary(m => m.Item, m => m.Points, StringComparer.Ordinal));

    public bool Answered(string id) => _points.ContainsKey(id);

    public bool AnsweredAny(ItemFamily family) => family.Ids.Any(Answered);

    public int AnsweredIn(ItemFamily family) => family.Ids.Count(Answered);

    public decimal Of(string id) => _points.GetValueOrDefault(id);

    public decimal Of(ItemFamily family) => family.Ids.Sum(Of);

    /// <summary>Null when no item of the family was answered.</summary>
    public decimal? Known(ItemFamily family) => AnsweredAny(family) ? Of(family) : null;

    /// <summary>The points of the items that are fully right: a part of an item earns nothing here.</summary>
    public decimal FullyRight(ItemFamily family) => family.Ids.Where(id => IsFull(id, family)).Sum(_ => family.Points);

    public bool AllFull(ItemFamily family) => family.Ids.All(id => IsFull(id, family));

    bool IsFull(string id, ItemFamily family) => Answered(id) && Of(id) >= family.Points;
}
