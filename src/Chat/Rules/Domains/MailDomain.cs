using System.Globalization;

namespace Beffroi.Chat.Rules.Domains;

/// <summary>A domain of e-mail addresses in the one form that is compared: lower-case ASCII (IDNA, punycode), as the network looks it up.</summary>
public sealed record MailDomain
{
    static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    MailDomain(string ascii) => Ascii = ascii;

    public string Ascii { get; }

    /// <summary>As a reader of that language writes it; shown beside <see cref="Ascii"/>, never instead.</summary>
    public string Unicode => Idn.GetUnicode(Ascii);

    public IReadOnlyList<string> Labels => Ascii.Split('.');

    /// <summary>Null when it cannot be one: fewer than two labels, a number at the end (an address of the network), signs that no name has.</summary>
    public static MailDomain? Read(string? text)
    {
        // A name's last dot is legal in the network and in no address.
        if (text is not { Length: > 0 and <= 253 } || text.EndsWith('.') || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            return null;
        }

        try
        {
            var ascii = Idn.GetAscii(text).ToLowerInvariant();
            var labels = ascii.Split('.');
            return ascii.Length <= 253 && labels.Length >= 2 && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit) && IsHonest(ascii) ? new(ascii) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>True of <c>a.b.fr</c> under <c>b.fr</c>, label by label; false of the same one.</summary>
    public bool IsUnder(MailDomain parent) => Ascii.EndsWith("." + parent.Ascii, StringComparison.Ordinal);

    // RFC 1035 2.3.1, with the digits first that RFC 1123 2.1 allows.
    static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    // A name that does not come back to itself is not the one that it shows. Every name is asked, punycode or not:
    // what IDNA turns to ASCII (a label of two hyphens, "--z-b") it does not always turn back.
    static bool IsHonest(string ascii) => string.Equals(Idn.GetAscii(Idn.GetUnicode(ascii)).ToLowerInvariant(), ascii, StringComparison.Ordinal);

    public override string ToString() => Ascii;
}
