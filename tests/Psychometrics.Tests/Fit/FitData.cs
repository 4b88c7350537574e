using System.Globalization;

namespace Beffroi.Psychometrics.Tests;

/// <summary>Answers and calibrated items that the tests of fit share.</summary>
static class FitData
{
    public static readonly Quadrature Prior = Quadrature.Normal();

    /// <summary>Stops the computations of a test that is being stopped.</summary>
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    // Bock & Lieberman (1970), table 1: people for each of the 32 patterns, 00000 to 11111.
    static readonly int[] Lsat6Counts =
        [3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298];

    public static ResponseMatrix Lsat6 { get; } = Matrix(5, Lsat6Counts.SelectMany((count, pattern) => Enumerable.Repeat(pattern, count))
        .SelectMany(pattern => pattern.ToString("b5", CultureInfo.InvariantCulture)).Select(c => c - '0'));

    public static LogisticItem[] Lsat6OneParameter =>
        [.. Enumerable.Range(1, 5).Select(i => LogisticItem.TwoParameter(Value("LSAT6.1pl.a"), Value($"LSAT6.1pl.b{i}")))];

    public static LogisticItem[] Lsat6TwoParameter =>
        [.. Enumerable.Range(1, 5).Select(i => LogisticItem.TwoParameter(Value($"LSAT6.2pl.a{i}"), Value($"LSAT6.2pl.b{i}")))];

    public static ResponseMatrix Science => SharedData.Matrix("ltm_Science.csv", "Environment", "Technology", "Industry");

    /// <summary>a and d1, d2, d3 of one item of Science.</summary>
    public static double[] ScienceParameters(string model, int item) =>
        [.. new[] { "a", "d1", "d2", "d3" }.Select(name => Value($"Science.{model}.item{item}.{name}"))];

    // P(score ≥ k) = logistic(aθ + d_k).
    public static GradedItem Graded(double[] p) => new(p[0], [.. p.Skip(1).Select(d => -d / p[0])]);

    // P(score = k) ∝ exp(kaθ + d_k).
    public static PartialCreditItem Partial(double[] p) => new(p[0], [.. p.Skip(1).Select((d, k) => -(d - (k == 0 ? 0 : p[k])) / p[0])]);

    public static ResponseMatrix Matrix(int items, IEnumerable<int> scores) =>
        new([.. Enumerable.Range(1, items).Select(i => $"I{i}")], scores.Select(s => (sbyte)s).ToArray());

    /// <summary>Answers drawn from the model, abilities from the standard normal law.</summary>
    public static ResponseMatrix Simulated(IReadOnlyList<ItemModel> items, int persons, Random chance) =>
        Simulated(items, [.. Enumerable.Range(0, persons).Select(_ => Normal(chance))], chance);

    public static ResponseMatrix Simulated(IReadOnlyList<ItemModel> items, IReadOnlyList<double> abilities, Random chance) =>
        Matrix(items.Count, abilities.SelectMany(ability => items.Select(item => Score(item, ability, chance))));

    public static double Normal(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());

    static int Score(ItemModel item, double ability, Random chance)
    {
        var left = chance.NextDouble();
        for (var k = 0; k < item.MaxScore; k++)
        {
            left -= item.Probability(ability, k);
            if (left < 0)
            {
                return k;
            }
        }

        return item.MaxScore;
    }

    static double Value(string id) => SharedData.Reference(id).Value;
}
