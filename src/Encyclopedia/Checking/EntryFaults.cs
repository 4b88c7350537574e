using System.Buffers;
using System.Globalization;
using System.Text;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Checking;

/// <summary>The faults found so far, in the language of who reads them.</summary>
/// <param name="Lenient">What is missing is forgiven; what is wrong is not.</param>
sealed record EntryFaults(Lang Language, bool Lenient)
{
    static readonly SearchValues<char> NoAddress = SearchValues.Create(" \t\r\n<>\"\\");

    public Errors Errors { get; } = new();

    public void Add(string place, string french, string english) => Errors.Add(place, Language.Say(french, english));

    /// <summary>Whether there is a text; says so where there must be one.</summary>
    public bool Present(string place, string? text, string french, string english)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        if (!Lenient)
        {
            Add(place, french, english);
        }

        return false;
    }

    public void Line(string place, string? text, int limit)
    {
        if (text is not null && text.AsSpan().ContainsAny('\n', '\r'))
        {
            Add(place, "Ce texte tient sur une ligne", "This text is a single line");
        }

        Text(place, text, limit);
    }

    public void Text(string place, string? text, int limit)
    {
        if (text is null)
        {
            return;
        }

        if (text.Length > limit)
        {
            Add(place, $"Ce texte compte {text.Length} caractères : {limit} au plus", $"This text has {text.Length} characters: {limit} at most");
        }

        if (!IsClean(text))
        {
            Errors.Add(place, Unclean(Language));
        }
    }

    public void Wording(string place, Wording wording, EntryContent content, string french, string english)
    {
        Present($"{place}.{content.Original.Code()}", wording[content.Original], french, english);
        foreach (var language in Langs.All)
        {
            Text($"{place}.{language.Code()}", wording[language], EntryLimits.Wording);
        }
    }

    /// <summary>In one language at least: whoever writes in the other one adds to a process too, and the translation may come later.</summary>
    public void EitherWording(string place, Wording wording, EntryContent content, string french, string english)
    {
        Present($"{place}.{content.Original.Code()}", wording.In(content.Original), french, english);
        foreach (var language in Langs.All)
        {
            Text($"{place}.{language.Code()}", wording[language], EntryLimits.Wording);
        }
    }

    /// <summary>An address that can be followed and kept in an index.</summary>
    public void Url(string place, string? url)
    {
        if (url is not null && !IsUrl(url))
        {
            Add(place, $"Une adresse commence par http:// ou https://, sans espace, {EntryUrl.UrlMaxLength} caractères au plus", $"An address begins with http:// or https://, without spaces, {EntryUrl.UrlMaxLength} characters at most");
        }
    }

    public void Key(string place, string key)
    {
        if (!EntryChecks.IsKey(key))
        {
            Add(place, "Un identifiant de fiche s’écrit en lettres minuscules sans accent, chiffres et traits d’union", "The key of an entry is lower-case letters, digits and hyphens");
        }
    }

    public void Count(string place, int count, int limit)
    {
        if (count > limit)
        {
            Add(place, $"Il y en a {count} : {limit} au plus", $"There are {count}: {limit} at most");
        }
    }

    public static string At(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}.{index}");

    internal static bool IsUrl(string url) =>
        Encoding.UTF8.GetByteCount(url) <= EntryUrl.UrlMaxLength
        && !url.AsSpan().ContainsAny(NoAddress)
        && IsClean(url)
        && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri.Scheme is "https" or "http"
        && uri.UserInfo.Length == 0
        && uri.Host.Length > 0;

    internal static string Unclean(Lang l) => l.Say("Ce texte contient un caractère invisible ou abîmé", "This text holds an invisible or broken character");

    // Control characters but for ends of lines and tabs, halves of pairs, and what turns the order of reading around.
    internal static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || (char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t')) || text[i] is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF')
            {
                return false;
            }
        }

        return true;
    }
}
