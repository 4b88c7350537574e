using Beffroi.Kit;

namespace Beffroi.Cli.Psychometrics.Calibrate;

/// <summary>What a calibration found, for a person.</summary>
static class CalibrationText
{
    public static string Of(CalibrationReport report)
    {
        var (calibration, fit) = (report.Calibration, report.Fit);
        List<string> parts =
        [
            $"""
            Modèle {report.Request.Model}, {French.Count(calibration.Persons, "personne", "personnes")}, {French.Count(calibration.Items.Length, "item", "items")}
            Log-vraisemblance {TextTable.Figure(calibration.LogLikelihood, 4)}, AIC {TextTable.Figure(calibration.Aic)}, BIC {TextTable.Figure(calibration.Bic)}
            {French.Count(calibration.Iterations, "itération", "itérations")}, {(calibration.Converged ? "convergence atteinte" : "convergence non atteinte")}
            """,
            Items(report),
        ];
        if (calibration.Groups.Length > 1 || calibration.Groups[0].StandardDeviation != 1 || calibration.Groups[0].Mean != 0)
        {
            parts.Add(Groups(report));
        }

        if (fit?.Whole is { Test: { } test } whole)
        {
            parts.Add($"M2 {TextTable.Figure(test.Statistic)} à {French.Count(test.Degrees, "degré de liberté", "degrés de liberté")}, p {TextTable.Figure(test.PValue, 4)}, RMSEA {TextTable.Figure(whole.Rmsea)}, SRMSR {TextTable.Figure(whole.Srmsr)}");
        }

        if (fit?.Pairs.Flagged().ToList() is { Count: > 0 } pairs)
        {
            parts.Add(string.Join('\n', pairs.Select(pair => $"Q3 {TextTable.Figure(pair.Correlation)} : {fit.Names[pair.First]}, {fit.Names[pair.Second]}")));
        }

        return string.Join("\n\n", parts);
    }

    static string Items(CalibrationReport report)
    {
        var locations = report.Calibration.Items.Max(i => i.Locations.Length);
        string[] fit = report.Fit is null ? [] : ["S-X²", "p"];
        var table = new TextTable(["item", "a", "± a", .. Enumerable.Range(1, locations).SelectMany(k => (string[])[locations == 1 ? "b" : $"b{k}", "±"]), "c", .. fit]);
        foreach (var (column, item) in report.Calibration.Items.Index())
        {
            table.Add([
                item.Name, TextTable.Figure(item.Discrimination), TextTable.Figure(item.DiscriminationError),
                .. Enumerable.Range(0, locations).SelectMany(k => (string[])[TextTable.Figure(At(item.Locations, k)), TextTable.Figure(At(item.LocationErrors, k))]),
                TextTable.Figure(item.LowerAsymptote),
                .. report.Fit is { } found ? [TextTable.Figure(found.Items[column].Test?.Statistic), TextTable.Figure(found.Items[column].Test?.PValue, 4)] : Array.Empty<string>()]);
        }

        return table.ToString();
    }

    static double? At(IReadOnlyList<double> values, int index) => index < values.Count ? values[index] : null;

    static string Groups(CalibrationReport report)
    {
        var table = new TextTable("groupe", "personnes", "moyenne", "±", "écart type", "±");
        foreach (var (at, group) in report.Calibration.Groups.Index())
        {
            table.Add(report.Request.GroupNames.ElementAtOrDefault(at) ?? "tous", French.Number(group.Persons), TextTable.Figure(group.Mean), TextTable.Figure(group.MeanError), TextTable.Figure(group.StandardDeviation), TextTable.Figure(group.StandardDeviationError));
        }

        return table.ToString();
    }
}
