using System.Text.RegularExpressions;

namespace Beffroi.Chat.Cases;

/// <summary>Something found in a text, where it stands there.</summary>
/// <param name="Found">As it is written.</param>
public sealed record FoundObservable(Observable Observable, string Found, int At);

/// <summary>Finds addresses, accounts, hashtags and domains in what people write. Each observable comes once, where it first stands.</summary>
public static partial class ObservableReader
{
    /// <summary>Ends of names that are looked for without an address around them. Others would take "fin.de" for a domain; a defanged one is always taken.</summary>
    static readonly HashSet<string> Ends = new(StringComparer.OrdinalIgnoreCase)
    {
        "fr", "com", "org", "net", "eu", "info", "news", "press", "media", "ru", "su", "ua", "by", "cn", "ir", "tr", "uk", "be", "ch", "lu", "it", "es", "pl",
        "ml", "bf", "ne", "sn", "ci", "cf", "dz", "ma", "tn", "site", "online", "top", "xyz", "club", "live", "blog", "tv", "io", "gouv", "agency", "ltd",
    };

    public static IReadOnlyList<FoundObservable> Find(string text)
    {
        var found = new List<FoundObservable>();
        var taken = new bool[text.Length];
        foreach (var match in Addresses().EnumerateMatches(text))
        {
            var raw = Trim(text.Substring(match.Index, match.Length));
            if (Observable.Read(ObservableKind.Url, raw) is { } url)
            {
                Array.Fill(taken, true, match.Index, raw.Length);
                found.Add(new(url, raw, match.Index));
                if (AccountPage.Of(url) is { } account)
                {
                    found.Add(new(account, raw, match.Index));
                }
            }
        }

        Take(Fediverse(), raw => Observable.Read(ObservableKind.Account, raw, "mastodon"));
        Take(Hashtags(), raw => Observable.Read(ObservableKind.Hashtag, raw));
        Take(Domains(), raw => raw.Contains('[', StringComparison.Ordinal) || Ends.Contains(raw.Split('.')[^1]) ? Observable.Read(ObservableKind.Domain, raw) : null);
        return [.. found.OrderBy(f => f.At).DistinctBy(f => f.Observable)];

        void Take(Regex pattern, Func<string, Observable?> read)
        {
            foreach (var match in pattern.EnumerateMatches(text))
            {
                var raw = text.Substring(match.Index, match.Length);
                if (!taken[match.Index] && read(raw) is { } observable)
                {
                    Array.Fill(taken, true, match.Index, match.Length);
                    found.Add(new(observable, raw, match.Index));
                }
            }
        }
    }

    /// <summary>Without the end of the sentence, nor a bracket that opened before the address.</summary>
    static string Trim(string raw)
    {
        while (raw.Length > 0)
        {
            var last = raw[^1];
            if (".,;:!?'\"»”’…*_~".Contains(last, StringComparison.Ordinal)
                || (last == ')' && raw.Count(c => c == ')') > raw.Count(c => c == '('))
                || (last == ']' && raw.Count(c => c == ']') > raw.Count(c => c == '[')))
            {
                raw = raw[..^1];
            }
            else
            {
                break;
            }
        }

        return raw;
    }

    // Linear whatever the text (NonBacktracking): it comes from anybody.
    [GeneratedRegex(@"(?:h(?:tt|xx)ps?(?:://|\[:\]//|:\[//\])|www\.)[^\s<>""«»“”|\\^`{}]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"@[a-z0-9_.\-]+@[a-z0-9\-]+(?:\.[a-z0-9\-]+)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Fediverse();

    [GeneratedRegex(@"[#＃][\p{L}\p{M}\p{Nd}_]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Hashtags();

    [GeneratedRegex(@"[\p{L}\p{Nd}\-]+(?:(?:\.|\[\.\])[\p{L}\p{Nd}\-]+)+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Domains();
}
