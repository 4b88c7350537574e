using Beffroi.Cli.Psychometrics;

namespace Beffroi.Cli.Tests.Psychometrics;

/// <summary>Figures as machines read them.</summary>
public sealed class ReportTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_no_number_is_null(double value)
    {
        Assert.Null(JsonNumber.Of(value));
        Assert.Equal("", CsvText.Number(value));
    }

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(1e-300, "1E-300")]
    [InlineData(Math.PI, "3.141592653589793")]
    public void A_number_keeps_all_its_digits(double value, string written)
    {
        Assert.Equal(written, JsonNumber.Of(value)!.ToJsonString());
        Assert.Equal(written, CsvText.Number(value));
    }
}
