using System.Text;

namespace Beffroi.Chat.Cases;

/// <summary>A name as its network tells accounts apart: most do not heed capitals, YouTube's channel numbers do, Facebook does not heed dots.</summary>
public static class AccountName
{
    public static string? Canonical(string network, string text)
    {
        text = text.Trim();
        return network switch
        {
            // 1 to 15 letters, digits and underscores (help.x.com, username rules); old accounts may be longer.
            "x" => Simple(text, "_", 1, 30),
            "facebook" => Facebook(text),
            "instagram" or "threads" => Simple(text, "_.", 1, 30),
            "tiktok" => Simple(text, "_.", 2, 24),
            "youtube" => text.StartsWith("UC", StringComparison.Ordinal) && text.Length == 24 ? Exact(text) : Simple(text, "_.-", 3, 30),
            "telegram" => Simple(text, "_", 4, 32),
            "vk" or "ok" => Simple(text, "_.", 1, 64),
            "reddit" => Simple(text.StartsWith("u/", StringComparison.OrdinalIgnoreCase) ? text[2..] : text, "_-", 3, 20),
            "linkedin" => Simple(text, "-_%", 1, 100),
            "bluesky" => Bluesky(text),
            "mastodon" => Fediverse(text),
            _ => IsNetwork(network) ? Other(text) : null,
        };
    }

    public static bool IsNetwork(string name) => name.Length is > 0 and <= 40 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.');

    static string? Simple(string text, string marks, int least, int most)
    {
        var name = text.TrimStart('@').ToLowerInvariant();
        return name.Length >= least && name.Length <= most && name.All(c => char.IsAsciiLetterOrDigit(c) || marks.Contains(c, StringComparison.Ordinal)) ? name : null;
    }

    static string? Exact(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? text : null;

    static string? Facebook(string text) => Simple(text.Replace(".", "", StringComparison.Ordinal), "-", 3, 80);

    static string? Bluesky(string text)
    {
        var name = text.TrimStart('@');
        return name.StartsWith("did:", StringComparison.Ordinal)
            ? name.Length <= 100 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '.' or '-') ? name : null
            : DomainName.Canonical(name);
    }

    static string? Fediverse(string text)
    {
        var parts = text.TrimStart('@').Split('@');
        return parts.Length == 2 && Simple(parts[0], "_.-", 1, 60) is { } name && DomainName.Canonical(parts[1]) is { } host ? $"{name}@{host}" : null;
    }

    static string? Other(string text)
    {
        try
        {
            var name = text.TrimStart('@').Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKC).Trim();
            return name.Length is > 0 and <= 200 && !name.StartsWith('@') && !name.Any(char.IsControl) ? name : null;
        }
        catch (ArgumentException)
        {
            // Half a character.
            return null;
        }
    }
}
