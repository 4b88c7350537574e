using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Beffroi.Cli.Psychometrics;
using Beffroi.Cli.Psychometrics.Banks;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Tests.Psychometrics;

/// <summary>Figures as machines read them.</summary>
public sealed class ReportTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_no_number_is_null(double value) => Assert.Equal("""{"A":null,"B":null}""", new LinkLine(value, null).Json().ToJsonString());

    [Fact]
    public void A_number_keeps_all_its_digits()
    {
        Assert.Equal("""{"A":0.1,"B":1E-300}""", new LinkLine(0.1, 1e-300).Json().ToJsonString());
        Assert.Equal(Math.PI, (double)JsonNode.Parse(new LinkLine(Math.PI, 0).Json().ToJsonString())!["A"]!);
    }

    [Fact]
    public void A_calibrated_item_has_a_difficulty_or_thresholds_each_with_its_error()
    {
        Assert.Equal(
            """{"id":"Q","a":1.5,"b":-0.5,"c":0,"d":1,"seA":0.1,"seB":0.2}""",
            new CalibratedItem(new("Q", "2pl", LogisticItem.TwoParameter(1.5, -0.5)), 0.1, [0.2]).Json().ToJsonString());
        Assert.Equal(
            """{"id":"Q","a":1,"thresholds":[0.5,-0.5],"scores":[1,2,4],"seA":null,"seB":[0.2,null]}""",
            new CalibratedItem(new("Q", "pcm", new PartialCreditItem(1, [0.5, -0.5])) { Scores = [1, 2, 4] }, null, [0.2, null]).Json().ToJsonString());
        Assert.Equal(
            """{"id":"Q","a":1,"b":0,"c":0,"d":1,"seA":null,"seB":null}""",
            new CalibratedItem(new("Q", "rasch", LogisticItem.Rasch(0)), null, ImmutableArray<double?>.Empty).Json().ToJsonString());
    }

    [Fact]
    public void Differential_functioning_names_the_items_that_are_flagged() =>
        Assert.Equal(
            """{"items":[{"id":"Q","chiSquare":9.5,"p":0.001,"alphaMH":2.5,"deltaMH":-2,"class":"C"}],"flagged":["Q"],"flaggedPurified":[]}""",
            new DifReport([new("Q", 9.5, 0.001, 2.5, -2, "C")], ["Q"], []).Json().ToJsonString());
}
