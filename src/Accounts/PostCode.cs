using System.Text.RegularExpressions;

namespace Beffroi.Accounts;

/// <summary>A French post code, or the commune code of a Corsican one: five digits, or 2A/2B and three digits.</summary>
public sealed partial record PostCode
{
    public const int Length = 5;

    PostCode(string text) => Text = text;

    public string Text { get; }

    /// <summary>The region it lies in.</summary>
    public string Region => Regions.Of(Text)!;

    /// <summary>Null when it is not a post code of a French department or overseas territory.</summary>
    public static PostCode? Parse(string? text)
    {
        var code = (text ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return Shape().IsMatch(code) && Regions.Of(code) is not null ? new(code) : null;
    }

    [GeneratedRegex("^([0-9]{5}|2[AB][0-9]{3})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Shape();
}
