namespace Beffroi.Psychometrics.Tests;

/// <summary>Answers drawn from known items, for the properties of calibrations.</summary>
static class SimulatedAnswers
{
    public static ResponseMatrix Of(IReadOnlyList<ItemModel> items, int persons, int seed, double mean = 0, double sd = 1, double missing = 0) =>
        Of(items, [.. Abilities(persons, seed, mean, sd)], seed + 1, missing);

    public static ResponseMatrix Of(IReadOnlyList<ItemModel> items, double[] abilities, int seed, double missing = 0)
    {
        var (chance, scores) = (new Random(seed), new List<sbyte>());
        foreach (var ability in abilities)
        {
            foreach (var item in items)
            {
                var (left, score) = (chance.NextDouble(), 0);
                while (score < item.MaxScore && (left -= item.Probability(ability, score)) > 0)
                {
                    score++;
                }

                scores.Add(chance.NextDouble() < missing ? ResponseMatrix.Missing : (sbyte)score);
            }
        }

        return new([.. Enumerable.Range(1, items.Count).Select(i => $"i{i}")], [.. scores]);
    }

    public static IEnumerable<double> Abilities(int persons, int seed, double mean = 0, double sd = 1)
    {
        var chance = new Random(seed);
        for (var i = 0; i < persons; i++)
        {
            yield return mean + (sd * Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble()));
        }
    }

    public static LogisticItem[] TwoParameter(int count, int seed)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => LogisticItem.TwoParameter(0.7 + (1.2 * chance.NextDouble()), (4 * chance.NextDouble()) - 2))];
    }
}
