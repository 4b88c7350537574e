using Beffroi.Crowdsourcing;

namespace Beffroi.Ads;

/// <summary>Whether people who usually disagree answer the same about a group of ads. Reckoned in memory when a reviewer asks, from the answers of those who answered this group and of
/// those who met them elsewhere; never kept, nor given out with anything of anybody (see <see cref="BridgingScores"/>).</summary>
public sealed record CommonGround
{
    // Our own judgement: fewer say nothing of who usually disagrees with whom.
    public const int LeastPeopleHere = 5;
    public const int LeastAnswersElsewhere = 3;
    public const int LeastPeopleKnown = 20;
    const int MostVotes = 50_000;

    public required Question Question { get; init; }

    /// <summary>Too few people are known for it to be told.</summary>
    public required bool TooFew { get; init; }

    /// <summary>Number of the answer that both sides give; null: none, or too few to tell.</summary>
    public required int? Shared { get; init; }

    /// <param name="votes">All answers to the question, by group.</param>
    /// <param name="item">The group.</param>
    /// <param name="ct">Stops it.</param>
    public static CommonGround Of(Question question, IReadOnlyList<IReadOnlyList<Vote>> votes, int item, CancellationToken ct)
    {
        var here = votes[item].Select(v => v.Worker).ToHashSet();
        var around = new List<IReadOnlyList<Vote>> { votes[item] };
        var count = votes[item].Count;
        foreach (var other in votes.Where((v, i) => i != item && v.Any(w => here.Contains(w.Worker))))
        {
            if ((count += other.Count) > MostVotes)
            {
                break;
            }

            around.Add(other);
        }

        var elsewhere = around.Skip(1).SelectMany(v => v).CountBy(v => v.Worker).Where(p => p.Value >= LeastAnswersElsewhere).Select(p => p.Key).ToHashSet();
        if (elsewhere.Count < LeastPeopleKnown || elsewhere.Count(here.Contains) < LeastPeopleHere)
        {
            return new() { Question = question, TooFew = true, Shared = null };
        }

        var people = elsewhere.Index().ToDictionary(p => p.Item, p => p.Index);
        Vote[] table = [.. around.SelectMany((of, i) => of.Where(v => people.ContainsKey(v.Worker)).Select(v => new Vote(i, people[v.Worker], v.Label)))];
        var label = BridgingScores.Of(VoteTable.Of(around.Count, people.Count, question.Answers().Count, table), ct: ct).Label(0);
        return new() { Question = question, TooFew = false, Shared = label < 0 ? null : label };
    }
}
