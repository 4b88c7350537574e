using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Beffroi.Accounts.Support;

/// <summary>Eight signs that are read aloud without mistake: no 0, O, 1, I nor L.</summary>
public static partial class RequestReference
{
    public const int Length = 9;

    const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    const int Half = 4;

    public static string Draw() => $"{RandomNumberGenerator.GetString(Signs, Half)}-{RandomNumberGenerator.GetString(Signs, Half)}";

    /// <summary>Whether it has the shape of one: a page does not repeat whatever an address holds.</summary>
    public static bool Is(string? text) => text is not null && Shape().IsMatch(text);

    [GeneratedRegex("^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
