using System.Collections.Immutable;
using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed class CalibratorTests
{
    static readonly GradedItem Graded = new(1.4, [-1.2, 0.1, 1.3]);
    static readonly PartialCreditItem Credit = new(0.9, [0.4, -0.3]);

    public static TheoryData<ItemFamily, bool> Families() => new()
    {
        { ItemFamily.Rasch, false }, { ItemFamily.OneParameter, false }, { ItemFamily.TwoParameter, false }, { ItemFamily.ThreeParameter, false },
        { ItemFamily.GradedResponse, true }, { ItemFamily.PartialCredit, true }, { ItemFamily.GeneralisedPartialCredit, true },
    };

    [Theory]
    [MemberData(nameof(Families))]
    public void The_estimates_are_a_maximum_of_a_plain_likelihood(ItemFamily family, bool ordered)
    {
        ItemModel[] items = ordered ? [Graded, new GradedItem(0.8, [-0.5, 0.9]), Graded, Credit] : SimulatedAnswers.TwoParameter(5, 3);
        var answers = SimulatedAnswers.Of(items, 400, 7, missing: 0.1);
        var calibration = Calibrated.Of(answers, new() { Family = family, Priors = new() { LowerAsymptote = new(4, 12) }, Tolerance = 1e-8, StandardErrors = false });
        Assert.True(calibration.Converged);
        ItemModel[] found = [.. calibration.Items.Select(i => i.Item)];
        Assert.Equal(PlainLikelihood.Of(answers, found), calibration.LogLikelihood, 1e-6);
        double Objective(ItemModel[] at) => PlainLikelihood.Of(answers, at) + at.OfType<LogisticItem>().Where(i => i.LowerAsymptote > 0).Sum(i => (3 * Math.Log(i.LowerAsymptote)) + (11 * Math.Log(1 - i.LowerAsymptote)));
        var top = Objective(found);
        Assert.All(PlainLikelihood.Neighbours(found, family, 0.01), near => Assert.True(Objective(near) < top));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void What_is_maximised_never_decreases(bool accelerate, bool believed) =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[3, 9], Gen.Double[0, 0.4]).Sample((seed, count, missing) => Climbs(Path(seed, count, missing, accelerate, believed)), iter: 15);

    [Fact]
    public void On_a_finer_grid_the_climb_goes_on_from_where_it_was()
    {
        var path = Path(seed: 934, count: 4, missing: 1 / 34.0, accelerate: true, believed: false);
        Assert.Equal([61, 121], path.Select(p => p.QuadraturePoints).Distinct());
        Climbs(path);
        Assert.All(path.Zip(path.Skip(1)), step => Assert.InRange(step.Second.Iteration - step.First.Iteration, 1, 2));
    }

    [Fact]
    public void The_order_of_people_and_of_items_changes_nothing() =>
        Gen.Int[0, 1000].Sample(seed =>
        {
            var answers = SimulatedAnswers.Of(SimulatedAnswers.TwoParameter(7, seed), 300, seed, missing: 0.15);
            var chance = new Random(seed);
            int[] people = [.. Enumerable.Range(0, 300)], items = [.. Enumerable.Range(0, 7)];
            chance.Shuffle(people);
            chance.Shuffle(items);
            var shuffled = new ResponseMatrix([.. items.Select(i => answers.ItemNames[i])], people.SelectMany(p => items.Select(i => answers[p, i])).ToArray());
            var options = new CalibrationOptions { Family = ItemFamily.TwoParameter, Priors = Mild, Tolerance = 1e-8 };
            var (one, other) = (Calibrated.Of(answers, options), Calibrated.Of(shuffled, options));
            Assert.Equal(one.LogLikelihood, other.LogLikelihood, 1e-6);
            foreach (var item in one.Items)
            {
                var same = other.Items.Single(i => i.Name == item.Name);
                Assert.Equal(item.Discrimination, same.Discrimination, 1e-4);
                Assert.Equal(item.LocationErrors[0], same.LocationErrors[0], 1e-3);
            }
        }, iter: 8);

    [Fact]
    public void The_unit_of_the_scale_is_a_convention()
    {
        // Anchored on its own estimates in another unit, a calibration finds that unit back, and the same likelihood.
        var answers = SimulatedAnswers.Of(SimulatedAnswers.TwoParameter(8, 5), 800, 11);
        var own = Calibrated.Of(answers, new() { Family = ItemFamily.TwoParameter });
        var anchors = own.Items.ToImmutableDictionary(i => i.Name, i => (ItemModel)LogisticItem.TwoParameter(i.Discrimination / 0.8, (i.Locations[0] * 0.8) + 0.3));
        var moved = Calibrated.Of(answers, new() { Family = ItemFamily.TwoParameter, Anchors = anchors, Scale = LatentScale.MeanAndSpread });
        Assert.Equal((0.3, 0.8), (Math.Round(moved.Groups[0].Mean, 3), Math.Round(moved.Groups[0].StandardDeviation, 3)));
        Assert.Equal(own.LogLikelihood, moved.LogLikelihood, 1e-3);
        Assert.Equal(2, moved.FreeParameters);
    }

    [Fact]
    public void The_number_of_threads_does_not_change_a_digit()
    {
        var answers = SimulatedAnswers.Of(SimulatedAnswers.TwoParameter(30, 5), 9000, 11);
        var options = new CalibrationOptions { Family = ItemFamily.TwoParameter, StandardErrors = false };
        Assert.Equal(Calibrated.Of(answers, options).Items.Select(i => i.Locations[0]), Calibrated.Of(answers, options with { Threads = 2 }).Items.Select(i => i.Locations[0]));
    }

    [Fact]
    public void Groups_of_other_abilities_are_found_with_the_items()
    {
        var items = SimulatedAnswers.TwoParameter(15, 5);
        double[] abilities = [.. SimulatedAnswers.Abilities(3000, 1), .. SimulatedAnswers.Abilities(3000, 2, -0.6, 1.3)];
        var groups = abilities.Select((_, i) => i / 3000).ToArray();
        var calibration = Calibrated.Of(SimulatedAnswers.Of(items, abilities, 9), new() { Family = ItemFamily.TwoParameter }, groups);
        var second = calibration.Groups[1];
        Assert.InRange((second.Mean + 0.6) / second.MeanError!.Value, -3, 3);
        Assert.InRange((second.StandardDeviation - 1.3) / second.StandardDeviationError!.Value, -3, 3);
        Assert.Equal(3000, second.Persons);
        Assert.All(calibration.Items.Zip(items), pair => Assert.InRange((pair.First.Locations[0] - pair.Second.Difficulty) / pair.First.LocationErrors[0], -4, 4));
    }

    [Fact]
    public void Standard_errors_are_those_of_a_plain_second_derivative()
    {
        var answers = SimulatedAnswers.Of([Graded, Credit, Graded], 300, 4);
        var calibration = Calibrated.Of(answers, new() { Family = ItemFamily.GeneralisedPartialCredit, Tolerance = 1e-9 });
        var covariance = PlainLikelihood.Covariance(answers, [.. calibration.Items.Select(i => i.Item).Cast<PartialCreditItem>()]);
        var at = 0;
        foreach (var item in calibration.Items)
        {
            Assert.Equal(Math.Sqrt(covariance[at, at]), item.DiscriminationError!.Value, 1e-3);
            for (var v = 0; v < item.Locations.Length; v++)
            {
                Assert.Equal(Math.Sqrt(covariance[at + 1 + v, at + 1 + v]), item.LocationErrors[v], 2e-3);
            }

            at += 1 + item.Locations.Length;
        }
    }

    [Fact]
    public void A_tight_prior_leaves_the_item_where_it_was_believed()
    {
        var answers = SimulatedAnswers.Of(SimulatedAnswers.TwoParameter(6, 5), 60, 11);
        var believed = new ItemPriors { Difficulty = new(0.7, 0.001), LogDiscrimination = new(0.2, 0.001) };
        var item = Calibrated.Of(answers, new() { Family = ItemFamily.TwoParameter, PriorsOfItems = ImmutableDictionary<string, ItemPriors>.Empty.Add("i3", believed) }).Items[2];
        Assert.Equal(0.7, item.Locations[0], 1e-2);
        Assert.Equal(Math.Exp(0.2), item.Discrimination, 1e-2);
        Assert.InRange(item.LocationErrors[0], 0.0005, 0.002);
    }

    [Fact]
    public void A_warm_start_from_the_maximum_is_there_at_once()
    {
        var answers = SimulatedAnswers.Of(SimulatedAnswers.TwoParameter(8, 5), 800, 11);
        var options = new CalibrationOptions { Family = ItemFamily.TwoParameter, Tolerance = 1e-4, StandardErrors = false };
        var cold = Calibrated.Of(answers, options with { Tolerance = 1e-8 });
        var warm = Calibrated.Of(answers, options with { Start = cold.Items.ToImmutableDictionary(i => i.Name, i => i.Item) });
        Assert.Equal(1, warm.Iterations);
    }

    [Fact]
    public void Strong_discriminations_get_a_finer_grid()
    {
        LogisticItem[] items = [.. SimulatedAnswers.TwoParameter(5, 1), LogisticItem.TwoParameter(9, 0), LogisticItem.TwoParameter(8, 0.5)];
        var calibration = Calibrated.Of(SimulatedAnswers.Of(items, 2000, 4), new() { Family = ItemFamily.TwoParameter, StandardErrors = false });
        Assert.True(calibration.QuadraturePoints > 61);
        Assert.True(calibration.Items.Max(i => i.Discrimination) * 12 / (calibration.QuadraturePoints - 1) <= 1);
    }

    [Fact]
    public void Stopping_short_says_so_and_a_request_to_stop_is_obeyed()
    {
        var answers = SimulatedAnswers.Of(SimulatedAnswers.TwoParameter(8, 5), 800, 11);
        var options = new CalibrationOptions { Family = ItemFamily.TwoParameter, MaxIterations = 3, StandardErrors = false };
        Assert.False(Calibrated.Of(answers, options).Converged);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => Calibrator.Run(answers, options, ct: stop.Token));
    }

    [Fact]
    public void What_cannot_be_calibrated_is_refused_by_name()
    {
        var options = new CalibrationOptions { Family = ItemFamily.TwoParameter };
        string Refusal(ResponseMatrix answers, CalibrationOptions? other = null, int[]? groups = null) =>
            Assert.ThrowsAny<ArgumentException>(() => Calibrated.Of(answers, other ?? options, groups)).Message;
        Assert.Contains("Item dull has a score that nobody got", Refusal(new(["dull", "fine"], [1, 0, 1, 1])), StringComparison.Ordinal);
        Assert.Contains("Item empty has no answer", Refusal(new(["empty", "fine"], [-1, 0, -1, 1])), StringComparison.Ordinal);
        Assert.Contains("Item three has scores above 1", Refusal(new(["three", "fine"], [2, 0, 0, 1, 1, 0])), StringComparison.Ordinal);
        Assert.Contains("There is no item ghost", Refusal(new(["x"], [0, 1]), options with { Anchors = ImmutableDictionary<string, ItemModel>.Empty.Add("ghost", Graded) }), StringComparison.Ordinal);
        Assert.Contains("names of their own", Refusal(new(["x", "x"], [0, 1, 1, 0])), StringComparison.Ordinal);
        Assert.Contains("one group for each person", Refusal(new(["x"], [0, 1]), groups: [0]), StringComparison.Ordinal);
        Assert.Contains("without gaps", Refusal(new(["x"], [0, 1]), groups: [0, 2]), StringComparison.Ordinal);
        Assert.Contains("Nobody has any answer", Refusal(new(["x"], [-1, -1])), StringComparison.Ordinal);
    }

    static ItemPriors Mild => new() { LogDiscrimination = new(0.2, 0.5), Difficulty = new(0, 2) };

    static List<CalibrationProgress> Path(int seed, int count, double missing, bool accelerate, bool believed)
    {
        var path = new List<CalibrationProgress>();
        var answers = SimulatedAnswers.Of(SimulatedAnswers.TwoParameter(count, seed), 400, seed, missing: missing);
        var options = new CalibrationOptions { Family = ItemFamily.TwoParameter, Accelerate = accelerate, Priors = believed ? Mild : ItemPriors.None, MaxIterations = 300, StandardErrors = false };
        Calibrated.Of(answers, options, progress: new Recorder(path));
        return path;
    }

    static void Climbs(List<CalibrationProgress> path) =>
        Assert.All(path.Zip(path.Skip(1)).Where(step => step.First.QuadraturePoints == step.Second.QuadraturePoints), step => Assert.True(step.Second.Objective >= step.First.Objective - 1e-8));

    sealed class Recorder(List<CalibrationProgress> path) : IProgress<CalibrationProgress>
    {
        public void Report(CalibrationProgress value) => path.Add(value);
    }
}
