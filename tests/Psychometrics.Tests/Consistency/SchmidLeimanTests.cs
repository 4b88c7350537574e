namespace Beffroi.Psychometrics.Tests;

public sealed class SchmidLeimanTests
{
    static readonly double[] General = [0.7, 0.6, 0.65, 0.5, 0.55, 0.6, 0.45, 0.6, 0.5];
    static readonly double[] Group = [0.42, 0.36, 0.39, 0.45, 0.495, 0.54, 0.405, 0.54, 0.45];

    [Fact]
    public void A_hierarchy_that_made_the_scores_is_found_again()
    {
        // Nine items in three groups; within a group the two loadings are proportional, as the model of Schmid and Leiman has it.
        var result = InternalConsistency.Of(Drawn(20_000)).Hierarchy!;
        var common = Enumerable.Range(0, 3).Sum(g => Math.Pow(Group.Skip(3 * g).Take(3).Sum(), 2));
        var own = General.Zip(Group, (g, s) => 1 - (g * g) - (s * s)).Sum();
        var general = General.Sum() * General.Sum();
        Assert.Equal(general / (general + common + own), result.OmegaHierarchical, 0.02);
        Assert.Equal((general + common) / (general + common + own), result.OmegaTotal, 0.01);
        Assert.All(General.Zip(result.General), pair => Assert.Equal(pair.First, pair.Second, 0.05));
    }

    [Fact]
    public void Loadings_and_uniqueness_of_an_item_share_its_whole_variance()
    {
        var result = InternalConsistency.Of(Drawn(500)).Hierarchy!;
        for (var i = 0; i < General.Length; i++)
        {
            Assert.Equal(1, (result.General[i] * result.General[i]) + result.Groups[i].Sum(l => l * l) + result.Uniquenesses[i], 1e-6);
        }
    }

    [Fact]
    public void The_residual_correlations_are_orthogonal_to_every_loading()
    {
        // The condition of least squares off the diagonal, on correlations computed apart.
        var responses = Drawn(500);
        var result = InternalConsistency.Of(responses).Hierarchy!;
        var rows = Scores.Rows(responses);
        double[][] loadings = [.. Enumerable.Range(0, General.Length).Select(i => (double[])[result.General[i], .. result.Groups[i]])];
        for (var i = 0; i < General.Length; i++)
        {
            for (var f = 0; f < 4; f++)
            {
                var slope = Enumerable.Range(0, General.Length).Where(j => j != i)
                    .Sum(j => loadings[j][f] * (Correlation(rows, i, j) - loadings[i].Zip(loadings[j], (a, b) => a * b).Sum()));
                Assert.Equal(0, slope, 1e-5);
            }
        }
    }

    [Fact]
    public void Five_items_are_too_few_for_three_groups() =>
        Assert.Null(InternalConsistency.Of(Scores.Of([0, 1, 0, 1, 1], [1, 1, 0, 0, 1], [0, 0, 1, 1, 0], [1, 1, 1, 1, 1])).Hierarchy);

    static ResponseMatrix Drawn(int people)
    {
        var random = new Random(11);
        return Scores.Of([.. Enumerable.Range(0, people).Select(_ =>
        {
            var (g, s) = (Scores.Normal(random), Enumerable.Range(0, 3).Select(_ => Scores.Normal(random)).ToArray());
            return General.Select((general, i) =>
            {
                var own = Math.Sqrt(1 - (general * general) - (Group[i] * Group[i]));
                return (sbyte)Math.Clamp(Math.Round(50 + (11 * ((general * g) + (Group[i] * s[i / 3]) + (own * Scores.Normal(random))))), 0, 100);
            }).ToArray();
        })]);
    }

    static double Correlation(sbyte[][] rows, int i, int j)
    {
        var (x, y) = (rows.Average(r => r[i]), rows.Average(r => r[j]));
        return rows.Sum(r => (r[i] - x) * (r[j] - y)) / Math.Sqrt(rows.Sum(r => (r[i] - x) * (r[i] - x)) * rows.Sum(r => (r[j] - y) * (r[j] - y)));
    }
}
