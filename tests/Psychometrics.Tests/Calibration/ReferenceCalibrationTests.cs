using System.Globalization;

namespace Beffroi.Psychometrics.Tests;

/// <summary>Estimates, errors and log-likelihoods of the published reference values, each by its name.</summary>
public sealed class ReferenceCalibrationTests
{
    static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["LSAT6"] = "LSAT6_1000.csv",
        ["deAyala"] = "deAyala_expanded.csv",
        ["WIRS"] = "ltm_WIRS.csv",
        ["Science"] = "ltm_Science.csv",
    };

    static readonly Dictionary<(string, ItemFamily), Calibration> Done = [];
    static readonly Lock Gate = new();

    public static TheoryData<string> Ids() =>
        [.. SharedData.Rows("reference_values.csv").Select(r => r["id"]).Where(id => Files.ContainsKey(id.Split('.')[0]) && IsCalibration(id.Split('.')))];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_reference_value_is_met(string id)
    {
        var (expected, tolerance) = SharedData.Reference(id);
        var parts = id.Split('.');
        var family = parts[1] switch
        {
            "rasch_a1" => ItemFamily.Rasch,
            "1pl" => ItemFamily.OneParameter,
            "2pl" => ItemFamily.TwoParameter,
            "grm" => ItemFamily.GradedResponse,
            _ => ItemFamily.GeneralisedPartialCredit,
        };
        Assert.Equal(expected, Read(Known(parts[0], family), parts[2..]), tolerance);
    }

    [Fact]
    public void The_simulated_ten_thousand_by_sixty_reach_the_likelihood_and_the_recovery_published()
    {
        var calibration = Calibrated.Of(Digits("sim10k60_responses.txt.gz"), new() { Family = ItemFamily.TwoParameter, StandardErrors = false });
        var truth = SharedData.Rows("sim10k60_true_items.csv");
        double Rmse(Func<CalibratedItem, double> estimate, string column) => Math.Sqrt(calibration.Items.Zip(truth, (i, t) => Math.Pow(estimate(i) - SharedData.Number(t[column]), 2)).Average());
        Reference("sim10k60.2pl.logLik", calibration.LogLikelihood);
        Reference("sim10k60.2pl.rmse_a", Rmse(i => i.Discrimination, "a"));
        Reference("sim10k60.2pl.rmse_b", Rmse(i => i.Locations[0], "b"));
    }

    [Fact]
    public void Two_thirds_missing_by_design_reach_the_likelihood_published() =>
        Reference("sim10k60_missing.2pl.logLik", Calibrated.Of(Digits("sim10k60_missing_responses.txt.gz"), new() { Family = ItemFamily.TwoParameter, StandardErrors = false }).LogLikelihood);

    [Fact]
    public void A_rasch_scale_of_free_spread_is_the_one_parameter_model_in_another_unit()
    {
        var spread = Calibrated.Of(SharedData.Matrix("LSAT6_1000.csv"), new() { Family = ItemFamily.Rasch, Scale = LatentScale.Spread });
        Assert.Equal(-2466.937600, spread.LogLikelihood, 1e-4);
        Assert.Equal(0.57023, Math.Pow(spread.Groups[0].StandardDeviation, 2), 1e-4);
        Assert.Equal(-2.73001, spread.Items[0].Locations[0], 1e-4);
        Assert.Equal(Known("LSAT6", ItemFamily.OneParameter).Items[0].DiscriminationError!.Value, spread.Groups[0].StandardDeviationError!.Value, 1e-4);
    }

    [Fact]
    public void The_partial_credit_model_of_science_reaches_the_likelihood_published() =>
        Assert.Equal(-1619.274, Known("Science", ItemFamily.PartialCredit).LogLikelihood, 1e-3);

    [Fact]
    public void Criteria_of_the_one_and_two_parameter_models_are_those_published()
    {
        var (one, two) = (Known("LSAT6", ItemFamily.OneParameter), Known("LSAT6", ItemFamily.TwoParameter));
        Assert.Equal([4945.875, 4975.322, 4953.307, 5002.384], [one.Aic, one.Bic, two.Aic, two.Bic], (x, y) => Math.Abs(x - y) < 1e-3);
        Assert.Equal(.06943, one.Items[2].DiscriminationError!.Value, 1e-4);
    }

    static Calibration Known(string set, ItemFamily family)
    {
        lock (Gate)
        {
            return Done.TryGetValue((set, family), out var known)
                ? known
                : Done[(set, family)] = Calibrated.Of(SharedData.Matrix(Files[set], "Environment", "Technology", "Industry"), new() { Family = family });
        }
    }

    static double Read(Calibration calibration, string[] what) => what switch
    {
        ["logLik"] => calibration.LogLikelihood,
        ["a"] => calibration.Items[0].Discrimination,
        [['i', 't', 'e', 'm', .. var item], "a"] => calibration.Items[Index(item)].Discrimination,
        [['i', 't', 'e', 'm', .. var item], ['d', .. var k]] => calibration.Items[Index(item)].Intercepts[Index(k)],
        [['a', .. var item]] => calibration.Items[Index(item)].Discrimination,
        [['b', .. var item]] => calibration.Items[Index(item)].Locations[0],
        [['s', 'e', '_', 'a', .. var item]] => calibration.Items[Index(item)].DiscriminationError!.Value,
        [['s', 'e', '_', 'b', .. var item]] => calibration.Items[Index(item)].LocationErrors[0],
        _ => throw new InvalidOperationException(string.Join('.', what)),
    };

    static bool IsCalibration(string[] id) => id[1] is "rasch_a1" or "1pl" or "2pl" or "grm" or "gpcm" && id[2] != "empirical_rel_EAP";

    static int Index(string number) => int.Parse(number, CultureInfo.InvariantCulture) - 1;

    static ResponseMatrix Digits(string file)
    {
        var lines = SharedData.Lines(file);
        return new([.. Enumerable.Range(1, lines[0].Length).Select(i => $"i{i}")], lines.SelectMany(line => line.Select(c => (sbyte)(c == '.' ? -1 : c - '0'))).ToArray());
    }

    static void Reference(string id, double actual)
    {
        var (expected, tolerance) = SharedData.Reference(id);
        Assert.Equal(expected, actual, tolerance);
    }
}
