using System.Runtime.InteropServices;

namespace Beffroi.Crowdsourcing;

/// <summary>Groups that have room, by how many answers they have or are promised.</summary>
sealed class Shelves
{
    readonly List<Group> _groups = [];
    readonly List<List<int>> _shelves = [];
    readonly Regulars _regulars = new();

    /// <summary>A new group, on the shelf of those that nobody has answered.</summary>
    public Group Add(int item, int wanted)
    {
        var group = new Group(item, wanted, _groups.Count);
        _groups.Add(group);
        Place(group);
        return group;
    }

    /// <summary>Puts a group where its load says, or away when it has no room.</summary>
    public void Place(Group group)
    {
        if (group.Position >= 0)
        {
            if (group.HasRoom && group.Shelf == group.Load)
            {
                return;
            }

            var shelf = _shelves[group.Shelf];
            var last = _groups[shelf[^1]];
            (shelf[group.Position], last.Position) = (last.Number, group.Position);
            shelf.RemoveAt(shelf.Count - 1);
            group.Position = -1;
        }

        if (group.HasRoom)
        {
            while (_shelves.Count <= group.Load)
            {
                _shelves.Add([]);
            }

            group.Shelf = group.Load;
            group.Position = _shelves[group.Shelf].Count;
            _shelves[group.Shelf].Add(group.Number);
        }
    }

    /// <summary>Takes a group away for good.</summary>
    public void Remove(Group group)
    {
        group.Closed = true;
        Place(group);
    }

    /// <summary>Somebody has seen a group: they answered, passed, or came too late.</summary>
    public void Seen(Group group, int worker) => _regulars.Mark(worker, group);

    /// <summary>One of those with the fewest answers that the person has not seen; null when there is none. Of equals, chance chooses where to look first.</summary>
    public Group? For(int worker, Random random)
    {
        var (seen, passedOver) = (_regulars.Of(worker), 0);
        foreach (var shelf in _shelves)
        {
            var first = shelf.Count == 0 ? 0 : random.Next(shelf.Count);
            for (var i = 0; i < shelf.Count && seen is null; i++)
            {
                var group = _groups[shelf[(first + i) % shelf.Count]];
                if (!group.WasSeenBy(worker))
                {
                    return group;
                }

                seen = Regulars.AreMany(++passedOver, _groups.Count) ? _regulars.Add(worker, _groups) : null;
            }

            if (seen is not null && FirstUnseen(CollectionsMarshal.AsSpan(shelf), first, CollectionsMarshal.AsSpan(seen)) is { } number)
            {
                return _groups[number];
            }
        }

        return null;
    }

    static int? FirstUnseen(ReadOnlySpan<int> shelf, int first, ReadOnlySpan<ulong> seen) => FirstUnseen(shelf[first..], seen) ?? FirstUnseen(shelf[..first], seen);

    static int? FirstUnseen(ReadOnlySpan<int> numbers, ReadOnlySpan<ulong> seen)
    {
        foreach (var number in numbers)
        {
            if (!Regulars.Has(seen, number))
            {
                return number;
            }
        }

        return null;
    }
}
