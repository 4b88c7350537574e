using Beffroi.Kit;
using CsCheck;

namespace Beffroi.Incubator.Tests;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("1234,56", "1234.56")]
    [InlineData("1 234.5", "1234.50")]
    [InlineData("369\u202F999,99 €", "369999.99")]
    [InlineData("0,01", "0.01")]
    public void What_people_type_is_read_to_the_cent(string typed, string plain)
    {
        var errors = new Errors();

        Assert.Equal(plain, Money.Read(typed, "Amount", errors)!.Value.Plain);
        Assert.False(errors.Any);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1,234")]
    [InlineData("12345678901")]
    [InlineData("1e3")]
    [InlineData("mille")]
    [InlineData("1.000,00")]
    public void What_is_no_amount_is_told_and_not_rounded(string typed)
    {
        var errors = new Errors();

        Assert.Null(Money.Read(typed, "Amount", errors));
        Assert.NotNull(errors["Amount"]);
    }

    [Theory]
    [InlineData(0.005, "0.01")]
    [InlineData(-0.005, "-0.01")]
    [InlineData(2.345, "2.35")]
    [InlineData(2.344, "2.34")]
    [InlineData(1.995, "2.00")]
    public void Halves_go_away_from_zero(double amount, string plain) => Assert.Equal(plain, Money.Of((decimal)amount).Plain);

    [Fact]
    public void Sums_are_exact_to_the_cent_against_whole_cents() =>
        Gen.Long[-9_999_999, 9_999_999].Array[0, 200].Sample(cents =>
            Assert.Equal(cents.Sum() / 100m, Money.Sum(cents.Select(c => Money.Of(c / 100m))).Amount));

    [Fact]
    public void What_is_said_can_be_typed_again() =>
        Gen.Long[1, 999_999_999].Sample(cents =>
        {
            var money = Money.Of(cents / 100m);
            Assert.Equal(money, Money.Read(money.ToString(), "Amount", new Errors()));
        });
}
