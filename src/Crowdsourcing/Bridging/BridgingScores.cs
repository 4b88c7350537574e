namespace Beffroi.Crowdsourcing;

/// <summary>For questions that divide people by opinion: which label do people who usually disagree give alike? One opinion axis is found
/// from the answers alone, as in Community Notes (Wojcik et al., 2022, arXiv 2210.15723). It stays in memory and inside: only figures of items
/// come out, never where a person stands.</summary>
public sealed class BridgingScores
{
    readonly double[] _supports;
    readonly double[] _lows;

    internal BridgingScores(VoteTable votes, double[] supports, double[] lows, double needed) => (Votes, _supports, _lows, Needed) = (votes, supports, lows, needed);

    /// <summary>The answers it was computed from.</summary>
    public VoteTable Votes { get; }

    /// <summary>Share from which a label is held on a side.</summary>
    public double Needed { get; }

    /// <summary>Share of people in the middle of the axis who would give a label of an item, about in [0, 1].</summary>
    /// <param name="item">The item, from 0.</param>
    /// <param name="label">The label, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them does not exist.</exception>
    public double Support(int item, int label) => _supports[Cell(item, label)];

    /// <summary>The same on the side of the axis that gives the label least.</summary>
    /// <param name="item">The item, from 0.</param>
    /// <param name="label">The label, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them does not exist.</exception>
    public double LeastSupport(int item, int label) => _lows[Cell(item, label)];

    /// <summary>The label that both sides give, with <see cref="LeastSupport"/> above <see cref="Needed"/>; -1 when there is none, or no answer.</summary>
    /// <param name="item">The item, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public int Label(int item)
    {
        var best = 0;
        for (var label = 1; label < Votes.Classes; label++)
        {
            best = LeastSupport(item, label) > LeastSupport(item, best) ? label : best;
        }

        return Votes.LabelsOf(item).IsEmpty || LeastSupport(item, best) <= Needed ? -1 : best;
    }

    /// <summary>Scores of all items.</summary>
    /// <param name="votes">The answers.</param>
    /// <param name="options">Settings; null: <see cref="BridgingOptions.Default"/>.</param>
    /// <param name="ct">Stops between two rounds.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static BridgingScores Of(VoteTable votes, BridgingOptions? options = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(votes);
        return new OpinionAxis(votes, options ?? BridgingOptions.Default).Fit(ct);
    }

    int Cell(int item, int label) => (Require.Within(0, Votes.Items - 1, item) * Votes.Classes) + Require.Within(0, Votes.Classes - 1, label);
}
