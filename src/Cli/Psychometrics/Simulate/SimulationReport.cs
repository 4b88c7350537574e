using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Simulate;

/// <summary>How adaptive tests did: length in items, errors in logits, share of the 95 % intervals that hold the true ability; null where true
/// abilities are not known. Each comes with its Monte-Carlo error, that of having simulated so many people and no more.</summary>
sealed record SimulationReport
{
    // Half width of a 95 % interval, as the field writes it.
    const double Normal95 = 1.96;

    public required Crowd Crowd { get; init; }

    public required CatAbilityMethod Method { get; init; }

    public required IReadOnlyList<SimulatedTest> Tests { get; init; }

    /// <summary>What the tests took, draws included.</summary>
    public required TimeSpan Elapsed { get; init; }

    public ImmutableArray<double> Cuts { get; init; } = [];

    public Measure Length => Measure.Mean([.. Tests.Select(t => (double)t.Items.Length)])!;

    public Measure? Bias => Measure.Mean(Errors);

    public Measure? Rmse => Measure.RootMeanSquare(Errors);

    public Measure? Coverage => Measure.Mean([.. Tests.Where(t => t.Truth is not null).Select(t => Math.Abs(t.Ability - t.Truth!.Value) <= Normal95 * t.StandardError ? 1.0 : 0)]);

    /// <summary>Share of people put in their true level.</summary>
    public Measure? Accuracy => Cuts.IsEmpty ? null : Measure.Mean([.. Tests.Where(t => t.Truth is not null).Select(t => Level(t.Ability) == Level(t.Truth!.Value) ? 1.0 : 0)]);

    public double MeanError => Tests.Average(t => t.StandardError);

    public double? Reliability => AbilityReliability.Empirical([.. Tests.Select(t => new AbilityEstimate(t.Ability, t.StandardError, AbilityMethodOf(Method)))]);

    public double? ItemsPerSecond => Elapsed > TimeSpan.Zero ? Tests.Sum(t => (double)t.Items.Length) / Elapsed.TotalSeconds : null;

    double[] Errors => [.. Tests.Where(t => t.Truth is not null).Select(t => t.Ability - t.Truth!.Value)];

    public JsonObject Json() => new()
    {
        ["n"] = Tests.Count,
        ["meanLength"] = JsonNumber.Of(Length.Value),
        ["rmse"] = JsonNumber.Of(Rmse?.Value),
        ["bias"] = JsonNumber.Of(Bias?.Value),
        ["coverage"] = JsonNumber.Of(Coverage?.Value),
        ["itemsPerSecond"] = JsonNumber.Of(ItemsPerSecond),
        ["seconds"] = JsonNumber.Of(Elapsed.TotalSeconds),
        ["meanSe"] = JsonNumber.Of(MeanError),
        ["reliability"] = JsonNumber.Of(Reliability),
        ["accuracy"] = JsonNumber.Of(Accuracy?.Value),
        ["shortest"] = Tests.Min(t => t.Items.Length),
        ["longest"] = Tests.Max(t => t.Items.Length),
        ["monteCarlo"] = new JsonObject
        {
            ["meanLength"] = JsonNumber.Of(Length.Error),
            ["rmse"] = JsonNumber.Of(Rmse?.Error),
            ["bias"] = JsonNumber.Of(Bias?.Error),
            ["coverage"] = JsonNumber.Of(Coverage?.Error),
            ["accuracy"] = JsonNumber.Of(Accuracy?.Error),
        },
        ["stops"] = new JsonObject([.. Tests.CountBy(t => t.Stop).OrderBy(s => s.Key).Select(s => KeyValuePair.Create(Name(s.Key), (JsonNode?)s.Value))]),
        ["exposure"] = Exposure.Of(this).Json(),
    };

    public async Task WriteCsv(TextWriter writer)
    {
        await writer.WriteLineAsync("person,true,theta,se,n,items,stop");
        foreach (var (person, test) in Tests.Index())
        {
            await writer.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{person + 1},{CsvText.Number(test.Truth)},{test.Ability},{test.StandardError},{test.Items.Length},{string.Join(' ', test.Items.Select(item => Crowd.Ranks[item]))},{Name(test.Stop)}"));
        }
    }

    int Level(double ability) => Cuts.Count(cut => ability >= cut);

    static string Name(StopReason reason) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(reason.ToString());

    static AbilityMethod AbilityMethodOf(CatAbilityMethod method) => method switch
    {
        CatAbilityMethod.ExpectedAPosteriori => AbilityMethod.ExpectedAPosteriori,
        CatAbilityMethod.MaximumAPosteriori => AbilityMethod.MaximumAPosteriori,
        CatAbilityMethod.MaximumLikelihood => AbilityMethod.MaximumLikelihood,
        CatAbilityMethod.WeightedLikelihood => AbilityMethod.WeightedLikelihood,
    };
}
