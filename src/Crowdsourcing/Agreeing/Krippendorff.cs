namespace Beffroi.Crowdsourcing;

/// <summary>How much people agree beyond chance (Krippendorff, 2011, Computing Krippendorff's Alpha-Reliability).</summary>
public static class Krippendorff
{
    /// <summary>Alpha for labels without order, people answering what they like: 1 when all agree, 0 as by chance, below 0 when they disagree
    /// more than by chance. Items with one answer say nothing and are left out. Null when nothing can be told: no item with two answers, or one
    /// label only. Two labels of one person on one item count as two answers.</summary>
    /// <param name="votes">The answers.</param>
    public static double? Alpha(VoteTable votes)
    {
        ArgumentNullException.ThrowIfNull(votes);
        var totals = new long[votes.Classes];
        var counts = new long[votes.Classes];
        var (pairable, disagreement) = (0L, 0.0);
        for (var item = 0; item < votes.Items; item++)
        {
            var labels = votes.LabelsOf(item);
            if (labels.Length < 2)
            {
                continue;
            }

            foreach (var label in labels)
            {
                counts[label]++;
            }

            // Ordered pairs of unlike answers, each item weighing as many as its answers.
            var unlike = (long)labels.Length * labels.Length;
            foreach (var label in labels)
            {
                if (counts[label] > 0)
                {
                    unlike -= counts[label] * counts[label];
                    totals[label] += counts[label];
                    counts[label] = 0;
                }
            }

            pairable += labels.Length;
            disagreement += unlike / (labels.Length - 1.0);
        }

        var expected = (Int128)pairable * pairable;
        foreach (var total in totals)
        {
            expected -= (Int128)total * total;
        }

        return expected == 0 ? null : 1 - (disagreement * (pairable - 1) / (double)expected);
    }
}
