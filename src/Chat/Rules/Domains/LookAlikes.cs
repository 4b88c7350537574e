using System.Globalization;
using System.Text;

namespace Beffroi.Chat.Rules.Domains;

/// <summary>
/// Domains made to be taken for another. A help to people who watch, never a right: whoever is not approved is refused, alike or not.
/// After the idea of a skeleton in Unicode Technical Standard 39 (4, confusable detection), with the letters that serve against Latin names only.
/// </summary>
static class LookAlikes
{
    public static bool Are(MailDomain domain, MailDomain approved)
    {
        if (domain == approved)
        {
            return false;
        }

        // An unsaid sub-domain of the organisation itself is not an imitation.
        if (domain.IsUnder(approved))
        {
            return false;
        }

        var (theirs, ours) = (Skeleton(domain), Skeleton(approved));
        return string.Equals(theirs, ours, StringComparison.Ordinal)
            // ministere.gouv.fr.evil.com, ministere-gouv-fr.com, evilministere.gouv.fr: the whole name is inside.
            || Bare(theirs).Contains(Bare(ours), StringComparison.Ordinal)
            // ministere.gouv.com, ministere.com, mini-stere.com: the same first label under another suffix.
            || (Bare(ours.Split('.')[0]) is { Length: >= 5 } label && theirs.Split('.').Select(Bare).Contains(label, StringComparer.Ordinal))
            || OneApart(theirs, ours);
    }

    static string Bare(string skeleton) => skeleton.Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    static string Skeleton(MailDomain domain)
    {
        var text = new StringBuilder();
        foreach (var c in domain.Unicode.ToLowerInvariant().Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                text.Append(Alike.TryGetValue(c, out var latin) ? latin : c);
            }
        }

        return text.Replace("rn", "m").Replace("vv", "w").Replace("cl", "d").ToString();
    }

    // One letter more, less, changed, or two swapped; short names are too near each other for that to mean anything.
    static bool OneApart(string a, string b)
    {
        if (Math.Min(a.Length, b.Length) < 8 || Math.Abs(a.Length - b.Length) > 1)
        {
            return false;
        }

        var same = a.AsSpan().CommonPrefixLength(b);
        var x = a.AsSpan(same);
        var y = b.AsSpan(same);
        return a.Length != b.Length
            ? (a.Length > b.Length ? x[1..].SequenceEqual(y) : y[1..].SequenceEqual(x))
            : x.Length > 0 && (x[1..].SequenceEqual(y[1..]) || (x.Length > 1 && x[0] == y[1] && x[1] == y[0] && x[2..].SequenceEqual(y[2..])));
    }

    static readonly Dictionary<char, char> Alike = Pairs(
        // Cyrillic, Greek, other Latin, digits: a line each, the sign then the letter that it is taken for.
        "аaвbсcԁdеeһhіiјjкkӏlмmнhоoрpԛqгrѕsтtүyуyхxѡwԝwьb" + "αaβbεeηnιiκkνvοoρpτtυuχxγyωw" + "ıiɑaɡgʟløoðdłlƅbƽsſsþpʋuɩi" + "0o1l3e5s");

    static Dictionary<char, char> Pairs(string pairs) => pairs.Chunk(2).ToDictionary(p => p[0], p => p[1]);
}
