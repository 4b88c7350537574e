using Beffroi.Crowdsourcing;

namespace Beffroi.Ads;

/// <summary>All answers to one question in memory, with how people answer: what a new answer is weighed by. It can be made again from the database at any time, and decides nothing by itself.</summary>
sealed class Board
{
    readonly Lock _gate = new();
    readonly RunningAggregation _running;
    readonly Dictionary<Guid, int> _items = [];
    readonly Dictionary<string, int> _workers = new(StringComparer.Ordinal);
    readonly List<List<Vote>> _votes = [];

    readonly int _most;

    Board(RunningAggregation running, int most) => (_running, _most) = (running, most);

    /// <summary>People whose skills are weighed: some hundreds of megabytes. The answers of those who come beyond are counted alike.</summary>
    public const int MostPeople = 500_000;

    /// <param name="answers">Where there are too many people, the first named are weighed.</param>
    public static Board Of(Question question, IEnumerable<(Guid Group, string Voter, int Label)> answers, int most = MostPeople)
    {
        var (items, workers, votes) = (new Dictionary<Guid, int>(), new Dictionary<string, int>(StringComparer.Ordinal), new List<Vote>());
        foreach (var (group, voter, label) in answers)
        {
            if (workers.Count < most || workers.ContainsKey(voter))
            {
                votes.Add(new(Number(items, group), Number(workers, voter), label));
            }
        }

        var table = VoteTable.Of(items.Count, workers.Count, question.Answers().Count, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(votes));
        var board = new Board(RunningAggregation.Of(table), most);
        items.ToList().ForEach(i => board._items.Add(i.Key, i.Value));
        workers.ToList().ForEach(w => board._workers.Add(w.Key, w.Value));
        for (var item = 0; item < items.Count; item++)
        {
            board._votes.Add([]);
        }

        votes.ForEach(v => board._votes[v.Item].Add(v));
        return board;
    }

    /// <summary>Makes a group's answers here what they are in the database, and gives the probability of each answer; null when somebody who answered is not weighed.</summary>
    public double[]? Settle(Guid group, IReadOnlyList<Ballot> ballots)
    {
        lock (_gate)
        {
            if (ballots.Count == 0 && !_items.ContainsKey(group))
            {
                return null;
            }

            var item = Number(_items, group);
            while (_votes.Count <= item)
            {
                _votes.Add([]);
            }

            var weighed = ballots.Where(b => _workers.ContainsKey(b.Voter) || _workers.Count < _most).Select(b => new Vote(item, Number(_workers, b.Voter), b.Label)).ToList();
            foreach (var gone in _votes[item].Except(weighed).ToList())
            {
                _running.Remove(item, gone.Worker);
            }

            foreach (var come in weighed.Except(_votes[item]).ToList())
            {
                _running.TryAdd(come);
            }

            _votes[item] = weighed;
            _running.Revisit(item);
            return weighed.Count == ballots.Count ? _running.Posterior(item).ToArray() : null;
        }
    }

    /// <summary>Null when nobody answered about this group.</summary>
    public CommonGround? CommonGround(Question question, Guid group, CancellationToken ct)
    {
        List<List<Vote>> votes;
        int item;
        lock (_gate)
        {
            if (!_items.TryGetValue(group, out item))
            {
                return null;
            }

            // A group's list is replaced as a whole, never changed.
            votes = [.. _votes];
        }

        return votes[item].Count == 0 ? null : Ads.CommonGround.Of(question, votes, item, ct);
    }

    static int Number<T>(Dictionary<T, int> of, T key) where T : notnull
    {
        if (!of.TryGetValue(key, out var number))
        {
            of.Add(key, number = of.Count);
        }

        return number;
    }
}
