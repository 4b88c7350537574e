using System.Diagnostics.CodeAnalysis;

namespace Beffroi.Crowdsourcing;

/// <summary>What to show next to whom: the items with the fewest answers first, never the same item to the same person twice, a place kept for
/// a while for whoever was given an item, so that no more answers are asked than wanted. Near-duplicates are one item: an answer to one is an
/// answer to all. Items and people are numbers of the caller's. Time and chance are handed in: the same calls give the same items. Not for
/// several threads at once.</summary>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "It is one: people wait for items, and items for people.")]
public sealed class AssignmentQueue
{
    readonly AssignmentOptions _options;
    readonly Dictionary<int, Group> _groups = [];
    readonly Dictionary<int, (Group Group, DateTimeOffset Until)> _places = [];
    readonly PriorityQueue<(Group Group, int Worker, DateTimeOffset Until), long> _ends = new();
    readonly Shelves _shelves = new();

    /// <summary>An empty queue.</summary>
    /// <param name="options">Settings; null: <see cref="AssignmentOptions.Default"/>.</param>
    public AssignmentQueue(AssignmentOptions? options = null) => _options = options ?? AssignmentOptions.Default;

    /// <summary>Items known.</summary>
    public int Items => _groups.Count;

    /// <summary>Adds an item; nothing happens when it is known.</summary>
    /// <param name="item">The item.</param>
    public void Add(int item)
    {
        if (!_groups.ContainsKey(item))
        {
            _groups.Add(item, _shelves.Add(item, _options.Wanted));
        }
    }

    /// <summary>Makes one group of two items and of all that each is a near-duplicate of; the group is known by the first. Each is added when it is
    /// unknown. Looks through the items of the second's group.</summary>
    /// <param name="item">The item whose group stays.</param>
    /// <param name="duplicate">The item whose group becomes part of it.</param>
    public void Join(int item, int duplicate)
    {
        Add(item);
        if (!_groups.TryGetValue(duplicate, out var joined))
        {
            _groups.Add(duplicate, _groups[item]);
            _groups[item].Members.Add(duplicate);
            return;
        }

        var group = _groups[item];
        if (joined == group)
        {
            return;
        }

        foreach (var worker in joined.Places.ToList())
        {
            _places[worker] = (group, _places[worker].Until);
            _ends.Enqueue((group, worker, _places[worker].Until), _places[worker].Until.UtcTicks);
        }

        foreach (var member in joined.Members)
        {
            _groups[member] = group;
        }

        foreach (var worker in group.Take(joined))
        {
            _places.Remove(worker);
        }

        foreach (var worker in joined.Seers)
        {
            _shelves.Seen(group, worker);
        }

        _shelves.Remove(joined);
        _shelves.Place(group);
    }

    /// <summary>The item by which the group of an item is known; itself when it is alone.</summary>
    /// <param name="item">The item.</param>
    /// <exception cref="KeyNotFoundException">It is not known.</exception>
    public int GroupOf(int item) => _groups[item].Item;

    /// <summary>Answers that the group of an item has.</summary>
    /// <param name="item">The item.</param>
    /// <exception cref="KeyNotFoundException">It is not known.</exception>
    public int Answers(int item) => _groups[item].Answers;

    /// <summary>Says how many answers the group of an item is to have in all, as a stop rule tells; fewer than it has asks for no more.</summary>
    /// <param name="item">The item.</param>
    /// <param name="answers">In [0, 10 000].</param>
    /// <exception cref="KeyNotFoundException">It is not known.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of its bounds.</exception>
    public void Want(int item, int answers)
    {
        var group = _groups[item];
        group.Wanted = Require.Within(0, 10_000, answers);
        _shelves.Place(group);
    }

    /// <summary>Gives the group of an item to nobody any more, or again. Places that are kept stay kept.</summary>
    /// <param name="item">The item.</param>
    /// <param name="closed">Whether it is closed.</param>
    /// <exception cref="KeyNotFoundException">It is not known.</exception>
    public void Close(int item, bool closed = true)
    {
        _groups[item].Closed = closed;
        _shelves.Place(_groups[item]);
    }

    /// <summary>The next item for a person, and a place kept for them; the same again while they have a place. Null when nothing is left for them.</summary>
    /// <param name="worker">The person.</param>
    /// <param name="now">The time.</param>
    /// <param name="random">Chooses among equals.</param>
    public Offer? Next(int worker, DateTimeOffset now, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Expire(now);
        if (_places.TryGetValue(worker, out var kept))
        {
            return new(kept.Group.Item, kept.Until);
        }

        if (_shelves.For(worker, random) is not { } group)
        {
            return null;
        }

        var until = now + _options.LockFor;
        group.Keep(worker, until);
        _places.Add(worker, (group, until));
        _ends.Enqueue((group, worker, until), until.UtcTicks);
        _shelves.Place(group);
        return new(group.Item, until);
    }

    /// <summary>Takes an answer. Whoever has a place is always heard; whoever has none, or lost it, while there is room.</summary>
    /// <param name="item">The item answered, any of its group.</param>
    /// <param name="worker">The person.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="KeyNotFoundException">The item is not known.</exception>
    public AnswerOutcome Answer(int item, int worker, DateTimeOffset now)
    {
        Expire(now);
        var group = _groups[item];
        if (group.WasAnsweredBy(worker))
        {
            return AnswerOutcome.Repeated;
        }

        if (!group.KeepsPlaceFor(worker) && !group.HasRoom)
        {
            Passed(group, worker);
            return AnswerOutcome.Full;
        }

        Count(group, worker);
        return AnswerOutcome.Counted;
    }

    /// <summary>An answer known from before, as when the queue is filled from a database: counted without a place. False when it is a repeat.</summary>
    /// <param name="item">The item, any of its group.</param>
    /// <param name="worker">The person.</param>
    /// <exception cref="KeyNotFoundException">The item is not known.</exception>
    public bool Restore(int item, int worker)
    {
        var group = _groups[item];
        if (group.WasAnsweredBy(worker))
        {
            return false;
        }

        Count(group, worker);
        return true;
    }

    /// <summary>A person does not want to answer: their place is given up, and the group is not shown to them again.</summary>
    /// <param name="item">The item, any of its group.</param>
    /// <param name="worker">The person.</param>
    /// <exception cref="KeyNotFoundException">The item is not known.</exception>
    public void Pass(int item, int worker)
    {
        var group = _groups[item];
        Free(group, worker);
        Passed(group, worker);
        _shelves.Place(group);
    }

    /// <summary>Takes an answer back, as when it was of bad faith: another person may be asked, this one is not. False when there was none.</summary>
    /// <param name="item">The item, any of its group.</param>
    /// <param name="worker">The person.</param>
    /// <exception cref="KeyNotFoundException">The item is not known.</exception>
    public bool TakeBack(int item, int worker)
    {
        var taken = _groups[item].TakeBack(worker);
        _shelves.Place(_groups[item]);
        return taken;
    }

    void Count(Group group, int worker)
    {
        Free(group, worker);
        group.AnsweredBy(worker);
        _shelves.Seen(group, worker);
        _shelves.Place(group);
    }

    void Passed(Group group, int worker)
    {
        group.PassedBy(worker);
        _shelves.Seen(group, worker);
    }

    void Free(Group group, int worker)
    {
        if (group.Release(worker))
        {
            _places.Remove(worker);
        }
    }

    // A place that was given up, or that moved with its group, is no longer the one that ends here.
    void Expire(DateTimeOffset now)
    {
        while (_ends.TryPeek(out var end, out var ticks) && ticks <= now.UtcTicks)
        {
            _ends.Dequeue();
            if (_places.TryGetValue(end.Worker, out var kept) && kept.Group == end.Group && kept.Until == end.Until)
            {
                Free(end.Group, end.Worker);
                _shelves.Place(end.Group);
            }
        }
    }
}
