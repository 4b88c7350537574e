using System.Collections.Immutable;
using Beffroi.Detection;

namespace Beffroi.Cli.Detection.Learning;

/// <summary>
/// Learns one tier: trees apart on each set, averaged, and put on the scale of log-odds by what they say of accounts that they did not learn from.
/// Specialists by set, averaged, hold better on a new population than the same accounts in one heap (docs/detection-model.md).
/// </summary>
sealed class TierLearner(ImmutableArray<int> inputs, ImmutableArray<TreeRecipe> recipes, int bags, double trust, int seed, Action grown, CancellationToken ct)
{
    const int Folds = 5;
    const int FoldBags = 4;

    /// <summary>Least slope of log-odds by standard deviation of the raw score: under it the score orders nothing, or orders it backwards.</summary>
    const double LeastSlope = 1e-3;

    /// <summary>Steps that <see cref="Learn"/> will report.</summary>
    public static int Steps(int sets, int recipes, int bags) => (sets * recipes * bags) + (sets == 1 ? Folds * recipes * FoldBags : 0);

    public AutomationTier Learn(IReadOnlyList<LearningSet> sets)
    {
        var groups = sets.Select((set, s) => Grow(set, bags, (seed * 100) + s)).ToArray();
        var scale = sets.Count > 1 ? Shy([.. sets.Select((set, s) => HeldOut(set, [.. groups.Where((_, g) => g != s)]))], 1) : Shy([CrossFitted(sets[0])], trust);
        var trees = Enumerable.Range(0, bags).SelectMany(bag => groups.SelectMany(g => g.SelectMany(member => member.Group.Scaled(bag, scale.Slope * member.Weight / groups.Length)))).ToArray();
        var (low, high) = Range(sets);
        return new(new(AccountFeatures.Count, trees), bags, scale.Intercept, low, high);
    }

    /// <summary>As sure as on the set where being sure pays the least: the next population is not known.</summary>
    static Platt Shy((double, bool)[][] heldOut, double trust)
    {
        var slope = heldOut.Min(set => Platt.Fit([set]).Slope);
        return slope >= LeastSlope ? Platt.FitIntercept(heldOut, trust * slope)
            : throw new CommandFailedException("ces comptes n’apprennent rien : sur ceux que le modèle n’a pas vus, les notes ne distinguent pas les programmes des personnes. Vérifiez les étiquettes (bot, human), ou retirez le jeu qui contredit les autres", ExitCodes.BadUsage);
    }

    /// <summary>One specialist: a group of trees by recipe, each weighing the same once brought to one spread.</summary>
    Member[] Grow(LearningSet set, int bags, int seed) =>
    [
        .. recipes.Select((recipe, r) =>
        {
            var group = TreeGroup.Grow(set, inputs, recipe, bags, (seed * 10) + r, grown, ct);
            return new Member(group, 1 / (recipes.Length * Spread([.. set.Rows.Select(row => group.Raw(row.Features))])));
        }),
    ];

    static (double, bool)[] HeldOut(LearningSet set, Member[][] others) => [.. set.Rows.Select(row => (others.Average(g => Raw(g, row.Features)), row.Bot))];

    /// <summary>One set alone: each fifth by trees of the other four.</summary>
    (double, bool)[] CrossFitted(LearningSet set)
    {
        var chance = new Random(seed);
        var order = Enumerable.Range(0, set.Rows.Count).ToArray();
        chance.Shuffle(order);
        // People first, then programs, dealt in turn: each fifth has its share of both.
        var fold = new int[order.Length];
        foreach (var (i, dealt) in order.OrderBy(i => set.Rows[i].Bot).Select((i, dealt) => (i, dealt)))
        {
            fold[i] = dealt % Folds;
        }

        return
        [
            .. Enumerable.Range(0, Folds).SelectMany(f =>
            {
                var member = Grow(new(set.Name, [.. set.Rows.Where((_, i) => fold[i] != f)]), FoldBags, (seed * 100) + f);
                return set.Rows.Where((_, i) => fold[i] == f).Select(row => (Raw(member, row.Features), row.Bot)).ToArray();
            }),
        ];
    }

    static double Raw(Member[] members, float[] features) => members.Sum(m => m.Weight * m.Group.Raw(features));

    static double Spread(double[] values)
    {
        var mean = values.Average();
        return Math.Max(1e-6, Math.Sqrt(values.Average(v => (v - mean) * (v - mean))));
    }

    (ImmutableArray<float> Low, ImmutableArray<float> High) Range(IReadOnlyList<LearningSet> sets)
    {
        var (low, high) = (new float[AccountFeatures.Count], new float[AccountFeatures.Count]);
        Array.Fill(low, float.NaN);
        Array.Fill(high, float.NaN);
        foreach (var f in inputs)
        {
            foreach (var (features, _) in sets.SelectMany(s => s.Rows))
            {
                if (!float.IsNaN(features[f]))
                {
                    (low[f], high[f]) = (float.IsNaN(low[f]) ? features[f] : Math.Min(low[f], features[f]), float.IsNaN(high[f]) ? features[f] : Math.Max(high[f], features[f]));
                }
            }
        }

        return (ImmutableArray.Create(low), ImmutableArray.Create(high));
    }

    sealed record Member(TreeGroup Group, double Weight);
}
