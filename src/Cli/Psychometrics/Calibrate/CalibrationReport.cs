using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Beffroi.Cli.Psychometrics.Banks;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Calibrate;

/// <summary>What a calibration found, for programs.</summary>
sealed record CalibrationReport(CalibrationRequest Request, Calibration Calibration, CalibrationFit? Fit)
{
    /// <summary>The items as a bank.</summary>
    public ImmutableArray<BankedItem> Bank =>
    [
        .. Calibration.Items.Zip(Request.Answers.Scores, (item, scores) =>
            Request.Anchors.GetValueOrDefault(item.Name) ?? new BankedItem(item.Name, Request.Model, item.Item) { Scores = scores }),
    ];

    public JsonObject Json()
    {
        var json = new JsonObject
        {
            ["model"] = Request.Model,
            ["n"] = Calibration.Persons,
            ["logLikelihood"] = JsonNumber.Of(Calibration.LogLikelihood),
            ["aic"] = JsonNumber.Of(Calibration.Aic),
            ["bic"] = JsonNumber.Of(Calibration.Bic),
            ["iterations"] = Calibration.Iterations,
            ["converged"] = Calibration.Converged,
            ["items"] = new JsonArray([.. Calibration.Items.Zip(Bank).Select((pair, column) => Item(pair.First, pair.Second, column))]),
            ["groups"] = new JsonArray([.. Calibration.Groups.Select(Group)]),
            ["objective"] = JsonNumber.Of(Calibration.Objective),
            ["freeParameters"] = Calibration.FreeParameters,
            ["largestChange"] = JsonNumber.Of(Calibration.LargestChange),
            ["quadrature"] = Calibration.QuadraturePoints,
            ["recoded"] = new JsonArray([.. Request.Answers.Recoded.Select(column => new JsonObject
            {
                ["id"] = column.Item,
                ["scores"] = new JsonArray([.. column.Scores.Select(s => JsonValue.Create(s))]),
            })]),
        };
        if (Fit is not null)
        {
            json["fit"] = Fit.Json();
        }

        return json;
    }

    JsonObject Item(CalibratedItem item, BankedItem banked, int column)
    {
        var json = BankJson.Write(banked);
        var errors = item.LocationErrors.Select(e => JsonNumber.Of(e)).ToArray();
        if (!string.Equals(banked.ModelName, Request.Model, StringComparison.Ordinal))
        {
            json["model"] = banked.ModelName;
        }

        if (item.Item is not LogisticItem)
        {
            json["c"] = null;
        }

        json["seA"] = JsonNumber.Of(item.DiscriminationError);
        json["seB"] = item.Item is LogisticItem ? errors.FirstOrDefault() : errors.Length == 0 ? null : new JsonArray(errors);
        json["seC"] = JsonNumber.Of(item.LowerAsymptoteError);
        json["intercepts"] = new JsonArray([.. item.Intercepts.Select(d => JsonNumber.Of(d))]);
        json["answers"] = item.Answers;
        json["fixed"] = Request.Anchors.ContainsKey(item.Name);
        if (Fit is not null)
        {
            json["sx2"] = CalibrationFit.Json(Fit.Items[column]);
        }

        return json;
    }

    JsonObject Group(CalibratedGroup group, int at) => new()
    {
        ["name"] = Request.GroupNames.ElementAtOrDefault(at),
        ["n"] = group.Persons,
        ["mean"] = JsonNumber.Of(group.Mean),
        ["sd"] = JsonNumber.Of(group.StandardDeviation),
        ["seMean"] = JsonNumber.Of(group.MeanError),
        ["seSd"] = JsonNumber.Of(group.StandardDeviationError),
    };
}
