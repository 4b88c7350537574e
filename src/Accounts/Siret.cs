namespace Beffroi.Accounts;

/// <summary>The 14 digits that identify an establishment in the national register.</summary>
public sealed record Siret
{
    public const int Length = 14;

    // Every post office is an establishment of this company: there are too many of them for the control digit,
    // so the rule of the register for them is that the digits add up to a multiple of 5.
    const string LaPoste = "356000000";

    Siret(string digits) => Digits = digits;

    public string Digits { get; }

    /// <summary>Reads what a person typed, spaces, dots and dashes left aside; null when it is not a SIRET.</summary>
    public static Siret? Parse(string? text)
    {
        var digits = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-')));
        return digits.Length == Length && digits.All(char.IsAsciiDigit) && Checks(digits) ? new(digits) : null;
    }

    /// <summary>As people write it: 732 829 320 00074.</summary>
    public override string ToString() => $"{Digits[..3]} {Digits[3..6]} {Digits[6..9]} {Digits[9..]}";

    static bool Checks(string digits) =>
        Luhn(digits) % 10 == 0 || (digits.StartsWith(LaPoste, StringComparison.Ordinal) && digits.Sum(c => c - '0') % 5 == 0);

    // H. P. Luhn, US patent 2 950 048 (1960): from the right, every second digit is doubled and its own digits are added up.
    static int Luhn(string digits) => digits.Select((c, i) =>
    {
        var value = (c - '0') * ((digits.Length - i) % 2 == 0 ? 2 : 1);
        return value > 9 ? value - 9 : value;
    }).Sum();
}
