namespace Beffroi.Crowdsourcing;

/// <summary>Near-duplicates that are one item: who has seen it, who holds a place.</summary>
sealed class Group(int item, int wanted, int number)
{
    // Few people see a group, fewer hold a place: looked through in order.
    readonly List<int> _answered = [];
    readonly List<int> _passed = [];
    readonly List<(int Worker, DateTimeOffset Until)> _places = [];

    /// <summary>Groups are numbered from 0, in the order in which they came.</summary>
    public int Number { get; } = number;

    /// <summary>The item that is shown, the first of the group.</summary>
    public int Item { get; } = item;

    /// <summary>All its items.</summary>
    public List<int> Members { get; } = [item];

    /// <summary>Who has seen it.</summary>
    public IEnumerable<int> Seers => _answered.Concat(_passed);

    /// <summary>Who holds a place.</summary>
    public IEnumerable<int> Places => _places.Select(p => p.Worker);

    public int Wanted { get; set; } = wanted;

    public bool Closed { get; set; }

    public int Answers => _answered.Count;

    /// <summary>Answers that are there or promised.</summary>
    public int Load => Answers + _places.Count;

    public bool HasRoom => !Closed && Load < Wanted;

    /// <summary>Where it stands among those of the same load; -1 when it is not to be given.</summary>
    public int Position { get; set; } = -1;

    /// <summary>The load under which it stands.</summary>
    public int Shelf { get; set; }

    public bool WasSeenBy(int worker) => _answered.Contains(worker) || _passed.Contains(worker);

    public bool WasAnsweredBy(int worker) => _answered.Contains(worker);

    public bool KeepsPlaceFor(int worker) => _places.Exists(p => p.Worker == worker);

    public void Keep(int worker, DateTimeOffset until) => _places.Add((worker, until));

    public bool Release(int worker) => _places.RemoveAll(p => p.Worker == worker) > 0;

    public void AnsweredBy(int worker)
    {
        if (!_answered.Contains(worker))
        {
            _answered.Add(worker);
        }
    }

    public void PassedBy(int worker)
    {
        if (!WasSeenBy(worker))
        {
            _passed.Add(worker);
        }
    }

    /// <summary>Takes an answer back; the person does not see the group again.</summary>
    public bool TakeBack(int worker)
    {
        var taken = _answered.Remove(worker);
        if (taken)
        {
            PassedBy(worker);
        }

        return taken;
    }

    /// <summary>Takes what another group has: somebody who answered both counts once, and nobody keeps a place for what they have seen.
    /// Gives those whose place is gone.</summary>
    public IReadOnlyList<int> Take(Group other)
    {
        Members.AddRange(other.Members);
        other._answered.ForEach(AnsweredBy);
        _passed.RemoveAll(_answered.Contains);
        other._passed.ForEach(PassedBy);
        _places.AddRange(other._places.Where(p => !KeepsPlaceFor(p.Worker)));
        var gone = _places.Where(p => WasSeenBy(p.Worker)).Select(p => p.Worker).ToList();
        _places.RemoveAll(p => WasSeenBy(p.Worker));
        Wanted = Math.Max(Wanted, other.Wanted);
        Closed = Closed && other.Closed;
        return gone;
    }
}
