using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Tests;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("12", 12), InlineData(" 1 2 ", 12), InlineData("0", 0), InlineData("007", 7), InlineData("9999", 9999)]
    [InlineData("١٢", 12), InlineData("۱۲", 12)]
    [InlineData("", null), InlineData("   ", null), InlineData("12,0", null), InlineData("-3", null), InlineData("douze", null), InlineData("12345", null), InlineData("1²", null)]
    public void A_quantity_is_a_whole_number_in_the_digits_of_any_keyboard(string typed, int? read) => Assert.Equal(read, Quantity.Read(typed));
}
