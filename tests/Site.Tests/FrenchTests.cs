using Beffroi.Kit;

namespace Beffroi.Site.Tests;

public sealed class FrenchTests
{
    [Theory]
    [InlineData("2026-11-23T10:05:00Z", "23 novembre 2026 à 11 h 05")]
    [InlineData("2026-07-01T22:30:00Z", "2 juillet 2026 à 0 h 30")]
    [InlineData("2026-12-31T23:00:00Z", "1er janvier 2027 à 0 h 00")]
    public void A_moment_is_told_in_Paris_as_French_people_write_it(string instant, string text) =>
        Assert.Equal(text, Plain(French.Moment(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData(1234567.891, 2, "1 234 567,89")]
    [InlineData(-0.5, 1, "−0,5")]
    [InlineData(0, 0, "0")]
    public void A_number_has_a_comma_and_narrow_spaces(double value, int decimals, string text) => Assert.Equal(text.Replace(' ', '\u202F'), French.Number(value, decimals));

    [Fact]
    public void A_share_has_its_narrow_space_before_the_sign() => Assert.Equal("12\u202F%", French.Percent(0.123));

    [Theory]
    [InlineData(0, "0 campagne")]
    [InlineData(1, "1 campagne")]
    [InlineData(2, "2 campagnes")]
    [InlineData(1234, "1\u202F234 campagnes")]
    public void A_count_agrees(int count, string text) => Assert.Equal(text, French.Count(count, "campagne", "campagnes"));

    static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
