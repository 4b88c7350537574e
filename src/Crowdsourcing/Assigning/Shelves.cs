namespace Beffroi.Crowdsourcing;

/// <summary>Groups that have room, by how many answers they have or are promised.</summary>
sealed class Shelves
{
    readonly List<List<Group>> _shelves = [];

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
            var last = shelf[^1];
            (shelf[group.Position], last.Position) = (last, group.Position);
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
            _shelves[group.Shelf].Add(group);
        }
    }

    /// <summary>Takes a group away for good.</summary>
    public void Remove(Group group)
    {
        group.Closed = true;
        Place(group);
    }

    /// <summary>One of those with the fewest answers that the person has not seen; null when there is none. Of equals, chance chooses where to look first.</summary>
    public Group? For(int worker, Random random)
    {
        foreach (var shelf in _shelves)
        {
            var first = shelf.Count == 0 ? 0 : random.Next(shelf.Count);
            for (var i = 0; i < shelf.Count; i++)
            {
                var group = shelf[(first + i) % shelf.Count];
                if (!group.WasSeenBy(worker))
                {
                    return group;
                }
            }
        }

        return null;
    }
}
