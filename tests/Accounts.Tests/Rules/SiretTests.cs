using CsCheck;

namespace Beffroi.Accounts.Tests.Rules;

public sealed class SiretTests
{
    static readonly Gen<string> ThirteenDigits = Gen.Char['0', '9'].Array[13].Select(c => new string(c));

    // By hand, on the table of the doubled digits: no sum shared with the code under test.
    static char ControlDigit(string thirteen)
    {
        const string doubled = "0246813579";
        var sum = 0;
        for (var i = 0; i < thirteen.Length; i++)
        {
            sum += i % 2 == 0 ? doubled[thirteen[i] - '0'] - '0' : thirteen[i] - '0';
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }

    // The first of fourteen digits is the fourteenth from the right, hence doubled; so the thirteen before the control digit start doubled.
    static string Valid(string thirteen) => thirteen + ControlDigit(thirteen);

    [Fact]
    public void Any_digits_with_their_control_digit_are_read() =>
        ThirteenDigits.Sample(digits => Assert.Equal(Valid(digits), Siret.Parse(Valid(digits))?.Digits));

    [Fact]
    public void One_digit_mistyped_is_noticed() =>
        Gen.Select(ThirteenDigits.Where(d => !d.StartsWith("356000000", StringComparison.Ordinal)), Gen.Int[0, 13], Gen.Int[1, 9]).Sample((digits, at, shift) =>
        {
            var typed = Valid(digits).ToCharArray();
            typed[at] = (char)('0' + ((typed[at] - '0' + shift) % 10));
            var mistyped = new string(typed);
            Assert.True(Siret.Parse(mistyped) is null || mistyped.StartsWith("356000000", StringComparison.Ordinal));
        });

    [Fact]
    public void What_it_shows_reads_back_the_same() =>
        ThirteenDigits.Sample(digits => Assert.Equal(Siret.Parse(Valid(digits)), Siret.Parse(Siret.Parse(Valid(digits))!.ToString())));

    [Fact]
    public void Nothing_typed_breaks_it_and_only_fourteen_digits_pass() =>
        Gen.String.Sample(text => Assert.True(Siret.Parse(text) is null || text.Count(char.IsAsciiDigit) == Siret.Length));

    [Theory]
    [InlineData("732 829 320 00074")]
    [InlineData("73282932000074")]
    [InlineData("35600000000048")]
    [InlineData("356 000 000 49837")]
    public void Real_numbers_are_read_post_offices_included(string text) => Assert.NotNull(Siret.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("732829320")]
    [InlineData("73282932000075")]
    [InlineData("35600000049838")]
    [InlineData("7328293200007A")]
    [InlineData("٧٣٢٨٢٩٣٢٠٠٠٠٧٤")]
    public void Others_are_not(string? text) => Assert.Null(Siret.Parse(text));
}
