using System.Text.Json.Nodes;

namespace Beffroi.Cli.Psychometrics.Simulate;

/// <summary>How often each item was asked: the share of the tests that hold it.</summary>
sealed record Exposure(IReadOnlyList<(string Item, double Rate)> Rates, double? Overlap)
{
    public double Highest => Rates.Max(item => item.Rate);

    public int Unused => Rates.Count(item => item.Rate == 0);

    /// <summary>The overlap is the share of their items that two people have in common on average (Chen, Ankenmann &amp; Spray, 2003, Journal of Educational
    /// Measurement 40, 129-145): Σ rate² over the mean length, freed from the pairs of a person with themselves.</summary>
    public static Exposure Of(SimulationReport report)
    {
        var (asked, tests) = (new int[report.Crowd.Items.Length], report.Tests.Count);
        foreach (var item in report.Tests.SelectMany(test => test.Items))
        {
            asked[item]++;
        }

        var pairs = asked.Sum(count => (double)count * (count - 1));
        return new([.. report.Crowd.Items.Zip(asked, (item, count) => (item.Name, (double)count / tests))], tests > 1 && report.Length.Value > 0 ? pairs / ((double)tests * (tests - 1) * report.Length.Value) : null);
    }

    public JsonObject Json() => new()
    {
        ["highest"] = JsonNumber.Of(Highest),
        ["unused"] = Unused,
        ["overlap"] = JsonNumber.Of(Overlap),
        ["items"] = new JsonArray([.. Rates.Select(item => new JsonObject { ["id"] = item.Item, ["rate"] = JsonNumber.Of(item.Rate) })]),
    };
}
