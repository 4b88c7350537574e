using System.Text.RegularExpressions;

namespace Beffroi.Encyclopedia.Tests.Records;

/// <summary>Typewriter habits that a French reader sees.</summary>
static partial class FrenchTypography
{
    public static IEnumerable<string> Faults(string markdown)
    {
        // Addresses and code are not typeset.
        var text = NotWords().Replace(markdown, "x");
        if (Straight().Match(text) is { Success: true } straight)
        {
            yield return $"straight apostrophe in {straight.Value}";
        }

        if (Breakable().Match(text) is { Success: true } breakable)
        {
            yield return $"no no-break space in {breakable.Value}";
        }
    }

    [GeneratedRegex(@"`[^`]*`|https?://\S+", RegexOptions.None, 1000)]
    private static partial Regex NotWords();

    [GeneratedRegex(@"\w+'\w+", RegexOptions.None, 1000)]
    private static partial Regex Straight();

    [GeneratedRegex(@"\S+ [:;!?»](?!\S)|« \S+|\w[;!?»](?!\S)|\w:(?= )|«\w", RegexOptions.None, 1000)]
    private static partial Regex Breakable();
}
