namespace Beffroi.Detection;

/// <summary>See <see cref="Backbone"/>.</summary>
static class BackboneFilter
{
    /// <summary>Which of the links stay.</summary>
    public static bool[] Kept(int nodes, IReadOnlyList<WeightedLink> links, Backbone backbone, double level)
    {
        var (strengths, degrees, total) = (new double[nodes], new int[nodes], 0.0);
        var strongest = Enumerable.Repeat(-1, nodes).ToArray();
        for (var at = 0; at < links.Count; at++)
        {
            var link = links[at];
            total += link.Weight;
            foreach (var end in (ReadOnlySpan<int>)[link.A, link.B])
            {
                strengths[end] += link.Weight;
                degrees[end]++;
                strongest[end] = strongest[end] < 0 || link.Weight > links[strongest[end]].Weight ? at : strongest[end];
            }
        }

        var kept = links.Select(link => backbone switch
        {
            Backbone.Whole => true,
            Backbone.Disparity => Math.Min(Disparity(link.Weight, strengths[link.A], degrees[link.A]), Disparity(link.Weight, strengths[link.B], degrees[link.B])) < level,
            Backbone.NoiseCorrected => Exceeds(link.Weight, strengths[link.A], strengths[link.B], 2 * total, level),
        }).ToArray();
        foreach (var at in strongest.Where(at => at >= 0))
        {
            kept[at] = true;
        }

        return kept;
    }

    static double Disparity(double weight, double strength, int degree) => degree < 2 ? 1 : Math.Pow(1 - (weight / strength), degree - 1);

    // Lift κ·w mapped to (κw - 1)/(κw + 1); its variance from a binomial whose chance has a beta prior fitted to a hypergeometric (Coscia & Neffke, 2017, equations 4 to 7).
    static bool Exceeds(double weight, double from, double to, double total, double level)
    {
        var kappa = total / (from * to);
        var score = ((kappa * weight) - 1) / ((kappa * weight) + 1);
        var mean = from * to / (total * total);
        var spread = from * to * (total - from) * (total - to) / (total * total * total * total * (total - 1));
        if (!(spread > 0))
        {
            return score > 0;
        }

        var alpha = (mean * mean / spread * (1 - mean)) - mean;
        var beta = (mean / spread * (1 - (mean * mean))) - (1 - mean);
        var chance = (alpha + weight) / (alpha + beta + total);
        var variance = total * chance * (1 - chance);
        var slope = 2 * (kappa + (weight * ((1 / (from * to)) - (total * (from + to) / (from * from * to * to))))) / Math.Pow((kappa * weight) + 1, 2);
        return score > NormalDeviate.Above(level) * Math.Sqrt(variance) * Math.Abs(slope);
    }
}
