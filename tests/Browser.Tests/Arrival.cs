using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>Waits for another page by asking the window where it is, with or without scripts: on a busy machine, the event that tells that a page is there was missed more than once.</summary>
static class Arrival
{
    const float Patience = 60_000;

    /// <param name="pattern">A regular expression of the address.</param>
    /// <param name="timeout">Milliseconds.</param>
    public static Task Reach(this IPage page, string pattern, float timeout = Patience) => Expect(page).ToHaveURLAsync(Address(pattern), new() { Timeout = timeout });

    /// <inheritdoc cref="Reach"/>
    public static Task Leave(this IPage page, string pattern) => Expect(page).Not.ToHaveURLAsync(Address(pattern), new() { Timeout = Patience });

    // The browser reads it too, and knows no options of .NET.
    static Regex Address(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
}
