namespace Beffroi.Crowdsourcing;

/// <summary>What the answers say together: for each item how likely each class is, for each person how they answer.</summary>
public sealed class Aggregation
{
    /// <summary>Probabilities closer than this are equal.</summary>
    public const double TieWidth = 1e-9;

    readonly double[] _posteriors;
    readonly double[] _shares;
    readonly double[]? _confusions;
    readonly double[] _skills;

    internal Aggregation(AggregationMethod method, VoteTable votes, double[] posteriors, double[] shares, double[] skills, double[]? confusions)
    {
        (Method, Votes, _posteriors, _shares, _skills, _confusions) = (method, votes, posteriors, shares, skills, confusions);
    }

    /// <summary>How it was computed.</summary>
    public AggregationMethod Method { get; }

    /// <summary>The answers it was computed from.</summary>
    public VoteTable Votes { get; }

    /// <summary>Rounds done; 0 where the method has none.</summary>
    public int Iterations { get; internal init; }

    /// <summary>Whether the rounds ended by themselves.</summary>
    public bool Settled { get; internal init; } = true;

    /// <summary>Share of each class among the items, as estimated.</summary>
    public ReadOnlySpan<double> ClassShares => _shares;

    /// <summary>Probability of each class of an item, summing to 1. Of an item without an answer, what the method holds
    /// beforehand: <see cref="ClassShares"/>, or all classes even (majority, GLAD, MACE, Wawa).</summary>
    /// <param name="item">The item, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public ReadOnlySpan<double> Posterior(int item) => _posteriors.AsSpan(Require.Within(0, Votes.Items - 1, item) * Votes.Classes, Votes.Classes);

    /// <summary>The most probable class of an item, the lowest of those tied; -1 without an answer.</summary>
    /// <param name="item">The item, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public int Label(int item)
    {
        var posterior = Posterior(item);
        return Votes.LabelsOf(item).IsEmpty ? -1 : Highest.Of(posterior);
    }

    /// <summary>How many classes share the highest probability of an item, within <see cref="TieWidth"/>: 1 when there is no tie.</summary>
    /// <param name="item">The item, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public int Tied(int item) => Highest.Tied(Posterior(item));

    /// <summary>Probability of the most probable class, from 1 / classes to 1.</summary>
    /// <param name="item">The item, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public double Certainty(int item)
    {
        var posterior = Posterior(item);
        return posterior[Highest.Of(posterior)];
    }

    /// <summary>How likely a person's answer to an item drawn from all is right, as the method holds, in [0, 1]; of somebody without an answer, what
    /// it holds beforehand. Meant to weigh and to find answers to look at, never to rank people before others.</summary>
    /// <param name="worker">The person, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such person.</exception>
    public double Skill(int worker) => _skills[Require.Within(0, Votes.Workers - 1, worker)];

    /// <summary>Whether the method holds a confusion of each person.</summary>
    public bool HasConfusions => _confusions is not null;

    /// <summary>Probability that a person answers a label when the truth is a class.</summary>
    /// <param name="worker">The person, from 0.</param>
    /// <param name="truth">The class that is true, from 0.</param>
    /// <param name="label">The label answered, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of the three does not exist.</exception>
    /// <exception cref="InvalidOperationException">The method holds no confusion (<see cref="HasConfusions"/>).</exception>
    public double Confusion(int worker, int truth, int label)
    {
        Require.Within(0, Votes.Workers - 1, worker);
        Require.Within(0, Votes.Classes - 1, truth);
        Require.Within(0, Votes.Classes - 1, label);
        return (_confusions ?? throw new InvalidOperationException($"{Method} holds no confusion of people."))[(((worker * Votes.Classes) + label) * Votes.Classes) + truth];
    }

    /// <summary>Share of right items among those whose truth is known: an item whose k most probable classes are tied counts 1/k when the
    /// truth is one of them. Null when no item with an answer has a known truth.</summary>
    /// <param name="truths">Item and its class; a class that nobody answered is always missed; an item that does not exist or has no answer is left out.</param>
    public double? Accuracy(IEnumerable<KeyValuePair<int, int>> truths)
    {
        ArgumentNullException.ThrowIfNull(truths);
        var (right, known) = (0.0, 0);
        foreach (var (item, truth) in truths)
        {
            if ((uint)item < (uint)Votes.Items && !Votes.LabelsOf(item).IsEmpty)
            {
                var posterior = Posterior(item);
                known++;
                right += (uint)truth < (uint)posterior.Length && Highest.Holds(posterior, truth) ? 1.0 / Highest.Tied(posterior) : 0;
            }
        }

        return known == 0 ? null : right / known;
    }
}
