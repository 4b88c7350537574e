using Beffroi.Cli.Psychometrics.Study;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Tests.Psychometrics.Study;

public sealed class MarkdownTableTests
{
    [Fact]
    public void A_table_has_a_line_for_each_row_and_a_cell_for_each_measure()
    {
        var table = new MarkdownTable("Design", "Bias", "RMSE");
        table.Add("short", new Measure(-0.0123, 0.0049, 100), null);
        Assert.Equal("| Design | Bias | RMSE |\n|---|---:|---:|\n| short | −0.012 ± 0.005 | – |\n", table.ToString());
    }

    [Theory]
    [InlineData(-0.0004, "0.000")]
    [InlineData(-1.5, "−1.500")]
    [InlineData(0.25, "0.250")]
    public void Numbers_have_a_real_minus_and_none_before_zero(double value, string text) => Assert.Equal(text, MarkdownTable.Number(value, 3));
}
