using System.Globalization;

namespace Beffroi.Chat.Cases;

/// <summary>A host name: lower case, in ASCII (IDNA, RFC 5891), without the dot at its end, the <c>www.</c> or the <c>m.</c> of the same site.</summary>
public static class DomainName
{
    /// <summary>Labels under which names are sold: <c>m.co.uk</c> is a name of its own. Generic second levels only; ours, by no means all.</summary>
    static readonly HashSet<string> Shelves = new(StringComparer.Ordinal)
    {
        "ac", "asso", "co", "com", "ed", "edu", "go", "gob", "gouv", "gov", "gv", "ltd", "mil", "ne", "net", "nom", "or", "org", "plc", "presse", "sch",
    };

    /// <summary>First labels that show the same site to a telephone, or to nobody in particular.</summary>
    static readonly HashSet<string> Doubles = new(StringComparer.Ordinal) { "www", "m", "mobile", "amp" };

    public static string? Canonical(string text)
    {
        var host = Ascii(Refang(text.Trim()));
        return host is null || !host.Contains('.', StringComparison.Ordinal) || IsNumber(host) ? null : Bare(host);
    }

    /// <summary>Readers write <c>example[.]org</c> so that nobody follows it by mistake.</summary>
    internal static string Refang(string text) => text
        .Replace("[.]", ".", StringComparison.Ordinal)
        .Replace("(.)", ".", StringComparison.Ordinal)
        .Replace("[dot]", ".", StringComparison.OrdinalIgnoreCase)
        .Replace("[:]", ":", StringComparison.Ordinal);

    internal static string? Ascii(string host)
    {
        host = host.TrimEnd('.');
        if (host.Length is 0 or > 253)
        {
            return null;
        }

        try
        {
            var ascii = new IdnMapping { AllowUnassigned = false, UseStd3AsciiRules = true }.GetAscii(host.ToLowerInvariant()).ToLowerInvariant();
            return ascii.Length <= 253 && ascii.Split('.').All(IsLabel) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Without the first labels that only say which screen it is for; also <c>fr.m.example.org</c>.</summary>
    internal static string Bare(string host)
    {
        while (true)
        {
            var labels = host.Split('.');
            if (labels.Length > 2 && Doubles.Contains(labels[0]) && !IsShelf(labels[1..]))
            {
                host = string.Join('.', labels[1..]);
            }
            else if (labels.Length > 3 && labels[1] is "m" && !IsShelf(labels[2..]))
            {
                host = string.Join('.', [labels[0], .. labels[2..]]);
            }
            else
            {
                return host;
            }
        }
    }

    static bool IsShelf(string[] labels) => labels is [var first, { Length: 2 }] && Shelves.Contains(first);

    static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-');

    /// <summary>The last label of a name is no number (RFC 3696, 2): this is an address.</summary>
    static bool IsNumber(string host) => host.Split('.')[^1].All(char.IsAsciiDigit);
}
