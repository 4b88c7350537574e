using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Calibrate;

/// <summary>How a calibration fits its answers: each item, the whole, and pairs that share more than the ability.</summary>
sealed record CalibrationFit(ImmutableArray<ItemScoreFit> Items, LimitedInformationFit? Whole, ResidualCorrelations Pairs, ImmutableArray<string> Names)
{
    // The weights of M2 are a square of that side: a minute of work.
    const int MostMoments = 2000;

    public static CalibrationFit Of(CalibrationRequest request, Calibration calibration, CancellationToken ct)
    {
        if (calibration.Groups.Length > 1)
        {
            throw new CommandFailedException("--fit va avec un seul groupe : sans --group", ExitCodes.BadUsage);
        }

        var (items, prior, data) = (calibration.Items.Select(i => i.Item).ToArray(), calibration.Prior(), request.Answers.Matrix);
        return new(
            ItemScoreFit.Of(items, prior, data, [.. calibration.Items.Select(i => OwnParameters(request, i))], cancellation: ct),
            Form(items) is { } form ? LimitedInformationFit.Of(items, prior, data, FreeParameters.Of(request, items, prior), form, ct) : null,
            ResidualCorrelations.Of(items, prior, data),
            data.ItemNames);
    }

    public static JsonObject Json(ItemScoreFit fit) => new()
    {
        ["statistic"] = JsonNumber.Of(fit.Test?.Statistic),
        ["df"] = fit.Test?.Degrees,
        ["p"] = JsonNumber.Of(fit.Test?.PValue),
        ["rmsea"] = JsonNumber.Of(fit.Rmsea),
        ["gap"] = fit.Gap?.ToString(),
    };

    public JsonObject Json() => new()
    {
        ["m2"] = Whole is null ? null : new JsonObject
        {
            ["statistic"] = JsonNumber.Of(Whole.Test?.Statistic),
            ["df"] = Whole.Test?.Degrees,
            ["p"] = JsonNumber.Of(Whole.Test?.PValue),
            ["rmsea"] = JsonNumber.Of(Whole.Rmsea),
            ["rmseaLow"] = JsonNumber.Of(Whole.RmseaInterval?.Low),
            ["rmseaHigh"] = JsonNumber.Of(Whole.RmseaInterval?.High),
            ["srmsr"] = JsonNumber.Of(Whole.Srmsr),
            ["gap"] = Whole.Gap?.ToString(),
        },
        ["q3"] = new JsonObject
        {
            ["mean"] = JsonNumber.Of(Pairs.Mean),
            ["flagged"] = new JsonArray([.. Pairs.Flagged().Select(pair => new JsonObject
            {
                ["first"] = Names[pair.First],
                ["second"] = Names[pair.Second],
                ["q3"] = JsonNumber.Of(pair.Correlation),
                ["relative"] = JsonNumber.Of(pair.Relative),
                ["n"] = pair.Persons,
            })]),
        },
    };

    // A slope that all items share costs none of them a degree of freedom.
    static int OwnParameters(CalibrationRequest request, CalibratedItem item) => request.Anchors.ContainsKey(item.Name) ? 0
        : item.Locations.Length
        + (item.Family is ItemFamily.Rasch or ItemFamily.PartialCredit or ItemFamily.OneParameter ? 0 : 1)
        + (item.Family is ItemFamily.ThreeParameter && request.Options.LowerAsymptote is null ? 1 : 0);

    // Null: too many items for any form.
    static MomentForm? Form(IReadOnlyList<ItemModel> items)
    {
        var (scores, squares) = (items.Sum(i => i.MaxScore), items.Sum(i => i.MaxScore * i.MaxScore));
        return scores + (((scores * scores) - squares) / 2) <= MostMoments ? MomentForm.Categories
            : scores + (items.Count * (items.Count - 1) / 2) <= MostMoments ? MomentForm.Mixed
            : null;
    }
}
