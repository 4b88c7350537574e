using System.Text.RegularExpressions;
using Beffroi.Detection;

namespace Beffroi.Bots;

/// <summary>Accounts of which nothing is kept: private ones, and those that say of themselves to be minors.</summary>
public static partial class Screening
{
    /// <summary>Whether nothing of this account may be kept. A profile that does not say is not left out.</summary>
    public static bool LeavesOut(Account profile) => profile.Protected == true || SaysMinor(profile.Description) || SaysMinor(profile.DisplayName);

    /// <summary>An age from 6 to 17 as people write it about themselves, or the word itself, in French and in English: a rule to leave out, so it errs towards leaving out.</summary>
    static bool SaysMinor(string? text) => !string.IsNullOrEmpty(text) && (text.Length > Longest ? text[..Longest] : text) is var begin && (Age().IsMatch(begin) || Word().IsMatch(begin));

    const int Longest = 1000;

    // "15 ans", "j'ai 15 ans", "15 yo", "15 y/o", "15 years old", "age: 15", "i'm 15". Not "depuis 15 ans", "15 ans d'expérience", "15 ans de métier", "for 15 years".
    [GeneratedRegex(@"(?<!(depuis|pendant|plus de|il y a|en)\s)\b([6-9]|1[0-7])\s?(ans\b(?!\s+(d['’e]|de\b|après|au|dans|chez|que))|yo\b|y/o\b|y\.o\.|years?\s+old\b)|\b(âge|age)\s?[:=]\s?([6-9]|1[0-7])\b|\b(i['’]?m|i am|im)\s([6-9]|1[0-7])\b(?!\s?(%|km|years (of|in)))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Age();

    [GeneratedRegex(@"\b(mineure?|minor|underage)\b(?!\s+(league|detail|in\b|arcana|edit|key|chord))\s*($|[|,;./•·🔞\-–—])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Word();
}
