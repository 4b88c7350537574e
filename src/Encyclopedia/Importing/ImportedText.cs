using System.Text;
using Beffroi.Encyclopedia.Checking;

namespace Beffroi.Encyclopedia.Importing;

/// <summary>Texts and addresses of others, made fit for an entry.</summary>
static class ImportedText
{
    static readonly char[] Separators = [' ', '\t', '\r', '\n', ',', ';'];

    /// <summary>One line within the limit, never empty.</summary>
    public static string Title(string title, string otherwise) =>
        OneLine(title) is { Length: > 0 } line ? Cut(line, EntryLimits.Title) : otherwise;

    /// <summary>The beginning, at the end of a word; the whole text then stands in a field.</summary>
    public static string Summary(string text) => Cut(OneLine(text), EntryLimits.Summary);

    public static bool IsWhole(string text) => OneLine(text).Length <= EntryLimits.Summary;

    /// <summary>Addresses in a text that lists them; what is none is left out.</summary>
    public static IReadOnlyList<string> Urls(string? text) =>
        [.. (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(EntryFaults.IsUrl).Distinct(StringComparer.Ordinal)];

    /// <summary>A source that is only known by its address.</summary>
    public static Source Source(string url) => new() { Title = new Uri(url).Host is { Length: > 0 } host ? Cut(host, EntryLimits.Name) : url[..Math.Min(url.Length, EntryLimits.Name)], Url = url };

    /// <summary>Lower-case letters, digits and single hyphens.</summary>
    public static string Key(string prefix, string id)
    {
        var key = new StringBuilder(prefix);
        foreach (var c in id.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
            else if (!char.IsBetween(c, '\u0300', '\u036F') && key.Length > 0 && key[^1] != '-')
            {
                key.Append('-');
            }
        }

        return key.ToString()[..Math.Min(key.Length, Entry.KeyMaxLength)].Trim('-');
    }

    static string OneLine(string text) => string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', limit - 2, limit / 4);
        var end = space > 0 ? space : limit - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
