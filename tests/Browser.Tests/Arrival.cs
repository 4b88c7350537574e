namespace Beffroi.Browser.Tests;

/// <summary>Waits for another page by asking the window where it is: on a busy machine, the event that tells that a page is there was missed more than once.</summary>
static class Arrival
{
    /// <param name="pattern">Of the address, as JavaScript writes regular expressions.</param>
    /// <param name="timeout">Milliseconds; those of the window when null.</param>
    public static Task Reach(this IPage page, string pattern, float? timeout = null) =>
        page.WaitForFunctionAsync("pattern => document.readyState === 'complete' && new RegExp(pattern).test(location.href)", pattern, new() { Timeout = timeout });

    /// <inheritdoc cref="Reach"/>
    public static Task Leave(this IPage page, string pattern) =>
        page.WaitForFunctionAsync("pattern => document.readyState === 'complete' && !new RegExp(pattern).test(location.href)", pattern);
}
