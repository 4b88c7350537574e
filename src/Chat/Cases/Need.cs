using System.Text;

namespace Beffroi.Chat.Cases;

/// <summary>What is asked of a field, with the words for who got it wrong. Lengths are in UTF-16 units, and ours.</summary>
static class Need
{
    public const int Title = 200;
    public const int Line = 500;
    public const int Text = 20_000;

    /// <summary>More would be a list to attach, not to read.</summary>
    public const int Items = 1_000;

    public static IEnumerable<Fault> Words(string field, string? value, int most)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            yield return new(field, "À remplir.", "To be filled in.");
        }

        foreach (var fault in Optional(field, value, most))
        {
            yield return fault;
        }
    }

    public static IEnumerable<Fault> Optional(string field, string? value, int most)
    {
        if (value is null)
        {
            yield break;
        }

        if (value.Length > most)
        {
            yield return new(field,
                FormattableString.Invariant($"Trop long\u00A0: {most} signes au plus."),
                FormattableString.Invariant($"Too long: {most} characters at most."));
        }

        if (!IsPlain(value))
        {
            yield return new(field, "Signes illisibles.", "Unreadable characters.");
        }
    }

    public static IEnumerable<Fault> Some<T>(string field, IReadOnlyCollection<T> items, int least = 0, int most = Items)
    {
        if (items.Count < least)
        {
            yield return new(field,
                FormattableString.Invariant($"Il en faut au moins {least}."),
                FormattableString.Invariant($"At least {least} needed."));
        }

        if (items.Count > most)
        {
            yield return new(field,
                FormattableString.Invariant($"Trop nombreux\u00A0: {most} au plus."),
                FormattableString.Invariant($"Too many: {most} at most."));
        }
    }

    public static IEnumerable<Fault> Web(string field, string? value)
    {
        if (value is not null && !(Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && value.Length <= 2_000))
        {
            yield return new(field, "Une adresse en http ou https est attendue.", "An http or https address is expected.");
        }
    }

    public static IEnumerable<Fault> Sha256(string field, string value)
    {
        if (value.Length != 64 || !value.All(char.IsAsciiHexDigitLower))
        {
            yield return new(field, "Une empreinte SHA-256 est attendue\u00A0: 64 chiffres de 0 à f.", "A SHA-256 is expected: 64 digits from 0 to f.");
        }
    }

    /// <summary>Neither half characters nor control ones, ends of lines and tabulations aside.</summary>
    static bool IsPlain(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!Rune.TryGetRuneAt(value, i, out var rune) || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t')))
            {
                return false;
            }

            i += rune.Utf16SequenceLength - 1;
        }

        return true;
    }
}
