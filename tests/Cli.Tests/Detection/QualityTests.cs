using Beffroi.Cli.Detection.Learning;
using Beffroi.Cli.Detection.Quality;
using CsCheck;

namespace Beffroi.Cli.Tests.Detection;

public sealed class QualityTests
{
    [Fact]
    public void Figures_are_those_of_a_plain_recomputation() => Gen.Int[0, 1_000_000].Sample(seed =>
    {
        var chance = new Random(seed);
        var judged = Enumerable.Range(0, chance.Next(2, 120)).Select(i => Said(i == 0 || (i > 1 && chance.Next(3) == 0), Math.Round(chance.NextDouble() * 4, 1) - 2)).ToArray();
        var figures = Figures.Of(judged);
        // Every pair of a program and a person.
        var pairs = judged.Where(j => j.Bot).SelectMany(b => judged.Where(j => !j.Bot).Select(h => b.Score > h.Score ? 1 : b.Score.Equals(h.Score) ? 0.5 : 0)).ToArray();
        Assert.Equal(pairs.Average(), figures.Auc!.Value, 1e-12);
        var (tp, fp, fn) = (judged.Count(j => j.Bot && j.Probability > 0.5), judged.Count(j => !j.Bot && j.Probability > 0.5), judged.Count(j => j.Bot && j.Probability <= 0.5));
        Assert.Equal(tp + fp == 0 ? null : (double)tp / (tp + fp), figures.Precision);
        Assert.Equal((double)tp / (tp + fn), figures.Recall);
        Assert.Equal(2.0 * tp / ((2 * tp) + fp + fn), figures.F1!.Value, 1e-12);
        Assert.Equal(judged.Sum(j => (j.Probability - (j.Bot ? 1 : 0)) * (j.Probability - (j.Bot ? 1 : 0))) / judged.Length, figures.Brier, 1e-12);
        var ece = 0.0;
        for (var k = 0; k < 10; k++)
        {
            var inside = judged.Where(j => j.Probability >= k / 10.0 && (j.Probability < (k + 1) / 10.0 || k == 9)).ToArray();
            ece += inside.Length == 0 ? 0 : Math.Abs(inside.Average(j => j.Probability) - inside.Average(j => j.Bot ? 1.0 : 0)) * inside.Length / judged.Length;
        }

        Assert.Equal(ece, figures.Ece!.Value, 1e-9);
    });

    [Fact]
    public void One_label_alone_has_no_area() => Assert.Null(Figures.Of([Said(true, 1), Said(true, 0)]).Auc);

    [Fact]
    public void Raw_scores_become_the_probabilities_that_they_came_from()
    {
        // Labels drawn at 1 / (1 + exp(−(1.4 x − 0.3))): the two parameters come back, whatever the scale of the raw score.
        var chance = new Random(2);
        var rows = Enumerable.Range(0, 40_000).Select(_ => (chance.NextDouble() * 6) - 3).Select(x => (Raw: x * 50, Bot: chance.NextDouble() < 1 / (1 + Math.Exp(-((1.4 * x) - 0.3))))).ToArray();
        var platt = Platt.Fit([rows]);
        var share = rows.Average(r => r.Bot ? 1.0 : 0);
        Assert.Equal(1.4 / 50, platt.Slope, 0.05 / 50);
        // At a share of one half, the log-odds of the share are taken out.
        Assert.Equal(-0.3 - Math.Log(share / (1 - share)), platt.Intercept, 0.06);
        Assert.Equal(platt.Intercept, Platt.FitIntercept([rows], platt.Slope).Intercept, 1e-6);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void The_share_applied_to_a_population_makes_its_mean_probability_the_share_known(double share)
    {
        var chance = new Random(4);
        var logOdds = Enumerable.Range(0, 3_000).Select(_ => (chance.NextDouble() * 5) - 1).ToArray();
        var applied = Population.Prior(logOdds, share);
        // By the formula of the prior, written out.
        Assert.Equal(share, logOdds.Average(z => Math.Exp(z) * applied / (1 - applied) / (1 + (Math.Exp(z) * applied / (1 - applied)))), 1e-9);
        Assert.True(applied < share);
    }

    [Fact]
    public void Programs_and_people_that_nothing_parts_do_not_give_a_certainty()
    {
        var parted = Platt.Fit([[.. Enumerable.Range(0, 100).Select(i => ((double)i, i >= 50))]]);
        Assert.True(double.IsFinite(parted.Slope) && parted.Slope > 0);
        var same = Platt.Fit([[.. Enumerable.Range(0, 100).Select(i => ((double)(i / 2), i % 2 == 0))]]);
        Assert.Equal(0, same.Slope, 1e-6);
    }

    [Theory]
    [InlineData("Journaliste à Lille", true, false)]
    [InlineData("News editor. Views my own", true, false)]
    [InlineData("Militante féministe", false, true)]
    [InlineData("human rights, always", false, true)]
    [InlineData("boulanger", false, false)]
    [InlineData(null, false, false)]
    public void Vocations_are_read_in_descriptions(string? description, bool journalist, bool activist) =>
        Assert.Equal((journalist, activist), (Vocations.IsJournalist(description), Vocations.IsActivist(description)));

    static Judged Said(bool bot, double score) => new(bot, score, 1 / (1 + Math.Exp(-score)), Flagged: score > 0, Undetermined: false);
}
