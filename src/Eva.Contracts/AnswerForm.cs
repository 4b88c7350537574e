using System.Globalization;
using System.Text;

namespace Beffroi.Eva.Contracts;

/// <summary>The one form under which an answer is compared, in the browser and on the server. It forgives how a thing is typed, never what is typed:
/// small letters for capitals, any apostrophe, any hyphen, any space, accents joined to their letters.</summary>
public static class AnswerForm
{
    /// <summary>Letters and the accents that French writes on them: grave, acute, circumflex, diaeresis, cedilla.</summary>
    /// <remarks>A table of our own: in a browser without culture data, <see cref="string.Normalize()"/> leaves a text as it is.</remarks>
    const string Accents = "\u0300\u0301\u0302\u0308\u0327";

    static readonly Dictionary<(char Letter, char Accent), char> Joined = Table("aàáâä-", "eèéêë-", "iìíîï-", "oòóôö-", "uùúûü-", "yỳýŷÿ-", "c-ćĉ-ç");

    /// <summary>The normal form of an answer. A number that is none is an empty text.</summary>
    public static string Normal(ItemKind kind, string answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return kind switch
        {
            ItemKind.Number => TypedNumber.Read(answer) is { } number ? Written(number) : "",
            ItemKind.Text => Typed(answer),
            ItemKind.Order => string.Join(' ', Parts(answer)),
            ItemKind.Sort or ItemKind.Zone => string.Join(' ', Parts(answer).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
            ItemKind.Words => string.Join(' ', Parts(answer).Distinct(StringComparer.Ordinal).OrderBy(p => p.Length).ThenBy(p => p, StringComparer.Ordinal)),
            ItemKind.Choice or ItemKind.Writing => answer.Trim(),
        };
    }

    /// <summary>The ids or numbers of an answer made of several.</summary>
    public static IReadOnlyList<string> Parts(string answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    // 12,5 and 12.50 are one number.
    static string Written(decimal number) => number == 0 ? "0" : number.ToString("0.#############################", CultureInfo.InvariantCulture);

    static string Typed(string answer)
    {
        var text = new StringBuilder(answer.Length);
#pragma warning disable CA1308 // Words are compared as they are most often written: in small letters.
        foreach (var c in answer.ToLowerInvariant())
#pragma warning restore CA1308
        {
            if (char.IsWhiteSpace(c))
            {
                Space(text);
            }
            else if (text.Length > 0 && Joined.TryGetValue((text[^1], c), out var joined))
            {
                text[^1] = joined;
            }
            else
            {
                _ = c switch
                {
                    '’' or '‘' or 'ʼ' or '´' or '`' or '′' => text.Append('\''),
                    '‐' or '‑' or '–' or '−' => text.Append('-'),
                    _ => text.Append(c),
                };
            }
        }

        return text.ToString().TrimEnd();
    }

    static void Space(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ')
        {
            text.Append(' ');
        }
    }

    static Dictionary<(char Letter, char Accent), char> Table(params string[] rows) =>
        rows.SelectMany(row => row.Skip(1).Zip(Accents, (joined, accent) => (Letter: row[0], Accent: accent, Joined: joined)))
            .Where(entry => entry.Joined != '-').ToDictionary(entry => (entry.Letter, entry.Accent), entry => entry.Joined);
}
