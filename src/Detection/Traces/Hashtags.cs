using System.Globalization;

namespace Beffroi.Detection;

/// <summary>The hashtags of a text.</summary>
public static class Hashtags
{
    /// <summary>In order, in lower case, without their sign, repeated ones included. As networks do: a sign # (or ＃) that follows no letter, digit, &amp; or /, then letters,
    /// digits, marks and underscores, not digits alone.</summary>
    public static IReadOnlyList<string> Of(string? text)
    {
        var found = new List<string>();
        for (var at = 0; at < (text?.Length ?? 0); at++)
        {
            if (text![at] is not ('#' or '＃') || (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '&' or '/' or '_')))
            {
                continue;
            }

            var end = at + 1;
            while (end < text.Length && Continues(text, end))
            {
                end++;
            }

            if (text.AsSpan(at + 1, end - at - 1) is { Length: > 0 } tag && tag.ContainsAnyExceptInRange('0', '9'))
            {
                found.Add(tag.ToString().ToLowerInvariant());
            }

            at = end - 1;
        }

        return found;
    }

    /// <summary>The sequence as an object, « #one #two »; null under the least number of hashtags.</summary>
    internal static string? Sequence(string? text, int minimum) => Of(text) is var tags && tags.Count >= minimum ? "#" + string.Join(" #", tags) : null;

    static bool Continues(string text, int at) =>
        char.IsLetterOrDigit(text[at]) || text[at] == '_' || char.IsSurrogate(text[at]) && CharUnicodeInfo.GetUnicodeCategory(text, char.IsLowSurrogate(text[at]) ? at - 1 : at) is
            UnicodeCategory.OtherLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        || char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
