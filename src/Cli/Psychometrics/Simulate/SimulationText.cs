using Beffroi.Kit;

namespace Beffroi.Cli.Psychometrics.Simulate;

/// <summary>How adaptive tests did, for a person.</summary>
static class SimulationText
{
    public static string Of(SimulationReport report)
    {
        var table = new TextTable("mesure", "valeur", "± (simulation)");
        foreach (var (name, measure) in (ReadOnlySpan<(string, Measure?)>)[
            ("nombre de questions", report.Length), ("erreur quadratique moyenne", report.Rmse), ("biais", report.Bias), ("couverture à 95 %", report.Coverage), ("niveau exact", report.Accuracy)])
        {
            if (measure is not null)
            {
                table.Add(name, TextTable.Figure(measure.Value, 4), TextTable.Figure(measure.Error, 4));
            }
        }

        table.Add("erreur type moyenne", TextTable.Figure(report.MeanError, 4), "");
        table.Add("fidélité empirique", TextTable.Figure(report.Reliability, 4), "");
        var exposure = Exposure.Of(report);
        table.Add("exposition la plus forte", TextTable.Figure(exposure.Highest, 4), "");
        table.Add("part commune à deux personnes", TextTable.Figure(exposure.Overlap, 4), "");
        var speed = report.ItemsPerSecond is { } rate ? $", {French.Number(rate, 0)} questions par seconde" : "";
        return $"{French.Count(report.Tests.Count, "test", "tests")}{speed} ; {French.Count(exposure.Unused, "item jamais posé", "items jamais posés")} sur {French.Number(report.Crowd.Items.Length)}\n\n{table}";
    }
}
