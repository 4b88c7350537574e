using System.Text.RegularExpressions;
using CsCheck;

namespace Beffroi.Eva.Tests.Campaigns;

public sealed class CampaignCodeTests
{
    [Fact]
    public void A_drawn_code_is_three_clear_capitals_and_the_post_code() =>
        Gen.Int[0, int.MaxValue].Sample(seed =>
            Assert.Matches(new Regex("^[A-HJ-NPR-Z]{3}59000$", RegexOptions.None, TimeSpan.FromSeconds(1)), CampaignCode.Draw("59000", new Random(seed).Next)));

    [Fact]
    public void A_word_that_would_hurt_is_drawn_again()
    {
        const string letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
        var draws = new Queue<int>("SDFABC".Select(c => letters.IndexOf(c, StringComparison.Ordinal)));

        Assert.Equal("ABC59000", CampaignCode.Draw("59000", _ => draws.Dequeue()));
    }

    [Theory]
    [InlineData(" bkt 59000 ", "BKT59000")]
    [InlineData("bkt-59.000", "BKT59000")]
    [InlineData("BKT\u00A059\u202F000", "BKT59000")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("élève", "LVE")]
    public void A_typed_code_is_read_as_it_was_meant(string? typed, string code) => Assert.Equal(code, CampaignCode.Normalise(typed));

    [Fact]
    public void Reading_a_code_twice_changes_nothing_and_keeps_only_capitals_and_digits() =>
        Gen.String.Sample(typed =>
        {
            var once = CampaignCode.Normalise(typed);
            Assert.Equal(once, CampaignCode.Normalise(once));
            Assert.All(once, c => Assert.True(char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)));
        });
}
