using System.Text.Json;
using Deque.AxeCore.Commons;

namespace Beffroi.Browser.Tests;

/// <summary>What axe finds against WCAG 2.2 AA on the screens that it is shown, and whether they scroll sideways: both themes, 320 px, 1280 px, and 1280 px at a zoom of 200 %.</summary>
sealed class Wcag(IPage page)
{
    const int Large = 1280;

    /// <summary>What is left of <see cref="Large"/> at a zoom of 200 %, which only divides what a page has to lie in.</summary>
    const int Zoomed = Large / 2;
    const int Small = 320;

    static readonly bool Long = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1";
    static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Every rule of WCAG 2.2 AA.</summary>
    const string Whole = "{ runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, resultTypes: ['violations'] }";

    /// <summary>What another theme can change: colours. The short run asks nothing else of it; the long one asks all.</summary>
    const string Colours = "{ runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }, resultTypes: ['violations'] }";

    /// <summary>What another size can change: what is too small to touch, what scrolls by itself, and colours, where another layout shows other things.</summary>
    const string Sizes = "{ runOnly: { type: 'rule', values: ['target-size', 'scrollable-region-focusable', 'aria-hidden-focus', 'color-contrast', 'link-in-text-block'] }, resultTypes: ['violations'] }";

    readonly List<string> _wrong = [];

    /// <summary>The page is not loaded again in between: what a person who changes theme or size gets.</summary>
    public async Task Check(string screen)
    {
        var size = page.ViewportSize!;
        foreach (var width in new[] { Large, Zoomed, Small })
        {
            await page.SetViewportSizeAsync(width, 800);
            // The short run asks of a zoom only that nothing is cut.
            ColorScheme[] themes = width == Zoomed && !Long ? [] : [ColorScheme.Light, ColorScheme.Dark];
            foreach (var theme in themes)
            {
                await page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
                _wrong.AddRange((await Violations(Long || (theme, width) is (ColorScheme.Light, Large) ? Whole : theme == ColorScheme.Light ? Sizes : Colours)).Select(v => $"{screen}, {width} px, {theme}: {v}"));
            }

            if (!await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
            {
                _wrong.Add($"{screen}, {width} px: scrolls sideways");
            }
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }

    async Task<IEnumerable<string>> Violations(string rules)
    {
        if (!await page.EvaluateAsync<bool>("() => typeof axe === 'object'"))
        {
            await page.EvaluateAsync(Axe);
        }

        var found = await page.EvaluateAsync<JsonElement>($"async () => (await axe.run(document, {rules})).violations.map(v => v.id + ' ' + v.nodes.slice(0, 2).map(n => n.target + ' ' + n.html.slice(0, 140)).join(' ; '))");
        return found.EnumerateArray().Select(v => v.GetString()!);
    }

    public void FoundNothing() => Assert.True(_wrong.Count == 0, string.Join('\n', _wrong.Distinct(StringComparer.Ordinal).Take(30)));
}
