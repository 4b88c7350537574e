using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Beffroi.Browser.Tests;

/// <summary>What axe finds against WCAG 2.2 AA on the screens that it is shown, and whether they scroll sideways: both themes, 320 and 1280 px.</summary>
sealed class Wcag(IPage page)
{
    static readonly AxeRunOptions Rules = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

    readonly List<string> _wrong = [];

    /// <summary>The page is not loaded again in between: what a person who changes theme or size gets.</summary>
    public async Task Check(string screen)
    {
        var size = page.ViewportSize!;
        foreach (var width in new[] { 1280, 320 })
        {
            await page.SetViewportSizeAsync(width, 800);
            foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
                var found = await page.RunAxe(Rules);
                _wrong.AddRange(found.Violations.Select(v => $"{screen}, {width} px, {theme}: {v.Id} {string.Join(" ; ", v.Nodes.Take(2).Select(n => $"{n.Target} {n.Html[..Math.Min(140, n.Html.Length)]}"))}"));
            }

            if (!await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
            {
                _wrong.Add($"{screen}, {width} px: scrolls sideways");
            }
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }

    public void FoundNothing() => Assert.True(_wrong.Count == 0, string.Join('\n', _wrong.Distinct(StringComparer.Ordinal).Take(30)));
}
