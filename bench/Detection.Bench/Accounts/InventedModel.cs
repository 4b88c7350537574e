using System.Collections.Immutable;

namespace Beffroi.Detection.Bench;

/// <summary>A model of the size of the shipped one, of random trees: the same for the same seed.</summary>
static class InventedModel
{
    public static AutomationModel Make(int bags, int treesByBag, int leaves, int seed)
    {
        var random = new Random(seed);
        var (low, high) = (new float[AccountFeatures.Count], new float[AccountFeatures.Count]);
        low.AsSpan().Fill(float.MinValue);
        high.AsSpan().Fill(float.MaxValue);
        var trees = new TreeEnsemble(AccountFeatures.Count, [.. Enumerable.Range(0, bags * treesByBag).Select(_ => Tree(random, leaves))]);
        return new("invented", HandleLikelihood.Learn(["lumiere", "marche", "velo", "riviere"]), new(trees, bags, 0.1, ImmutableArray.Create(low), ImmutableArray.Create(high)), null);
    }

    static DecisionTree Tree(Random random, int leaves)
    {
        var nodes = new List<(int Feature, float Threshold, int Left, int Right, double Value, float Cover)>();
        Grow(leaves, 64 * leaves);
        return new()
        {
            Feature = [.. nodes.Select(n => n.Feature)],
            Threshold = [.. nodes.Select(n => n.Threshold)],
            Left = [.. nodes.Select(n => n.Left)],
            Right = [.. nodes.Select(n => n.Right)],
            MissingLeft = [.. nodes.Select(n => n.Feature >= 0 && n.Feature % 2 == 0)],
            Value = [.. nodes.Select(n => n.Value)],
            Cover = [.. nodes.Select(n => n.Cover)],
        };

        int Grow(int left, int cover)
        {
            var at = nodes.Count;
            nodes.Add((-1, 0, -1, -1, (random.NextDouble() - 0.5) / 50, cover));
            if (left > 1)
            {
                // Uneven, as trees grown leaf by leaf are.
                var part = Math.Clamp((int)(left * (0.15 + (0.7 * random.NextDouble()))), 1, left - 1);
                var (feature, threshold, below) = (random.Next(AccountFeatures.ProfileCount), (float)Math.Pow(10, (random.NextDouble() * 4) - 1), 64 * part);
                nodes[at] = (feature, threshold, Grow(part, below), Grow(left - part, cover - below), 0, cover);
            }

            return at;
        }
    }
}
