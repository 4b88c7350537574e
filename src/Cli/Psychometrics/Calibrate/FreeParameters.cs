using System.Collections.Immutable;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Calibrate;

/// <summary>What a calibration estimated, as tests of fit need it.</summary>
static class FreeParameters
{
    public static ImmutableArray<ModelParameter> Of(CalibrationRequest request, IReadOnlyList<ItemModel> items, Quadrature prior)
    {
        var parameters = request.Options.Family switch
        {
            ItemFamily.Rasch or ItemFamily.PartialCredit => ModelParameters.FixedSlopes(items),
            ItemFamily.OneParameter => ModelParameters.CommonSlope(items),
            ItemFamily.ThreeParameter when request.Options.LowerAsymptote is null && items.All(i => i is LogisticItem) => ModelParameters.FreeLowerAsymptotes([.. items.Cast<LogisticItem>()]),
            ItemFamily.ThreeParameter or ItemFamily.TwoParameter or ItemFamily.GradedResponse or ItemFamily.GeneralisedPartialCredit => ModelParameters.FreeSlopes(items),
        };
        var free = parameters.Select(p => p with { Effects = [.. p.Effects.Where(e => !request.Anchors.ContainsKey(request.Answers.Matrix.ItemNames[e.Item]))] }).Where(p => p.Effects.Length > 0);
        return request.Options.Scale switch
        {
            LatentScale.Standard => [.. free],
            LatentScale.Spread => [.. free, ModelParameters.LatentStandardDeviation(items, prior)],
            LatentScale.MeanAndSpread => [.. free, ModelParameters.LatentMean(items), ModelParameters.LatentStandardDeviation(items, prior)],
        };
    }
}
