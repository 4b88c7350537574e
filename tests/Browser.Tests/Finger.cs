namespace Beffroi.Browser.Tests;

/// <summary>One finger on a small screen. What it touches must be large enough, and nothing may hide beyond the edge.</summary>
public sealed class Finger(IPage page) : IHand
{
    // CSS pixels: what people who play get (look.md; WCAG 2.2, 2.5.5, AAA). On working pages, AxeTests hold the 24 of 2.5.8, with its exceptions.
    const double ForPlay = 44;

    /// <summary>What was too small to be touched, or beyond the edge.</summary>
    public HashSet<string> Complaints { get; } = new(StringComparer.Ordinal);

    public Task Press(string button) =>
        Tap(page.Locator("main, header.frame, dialog").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Or(page.GetByRole(AriaRole.Link, new() { Name = button, Exact = true })).First);

    public Task Choose(string answer) => Tap(page.Locator("label").Filter(new() { HasText = answer }).Filter(new() { HasTextRegex = Exactly(answer) }).First);

    public async Task Type(string label, string text)
    {
        var field = page.GetByLabel(label).First;
        await Tap(field);
        await field.FillAsync("");
        await page.Keyboard.TypeAsync(text);
    }

    public Task Tick(string box) => Tap(page.Locator("label").Filter(new() { HasText = box }).First);

    public async Task TypeNumber(string number)
    {
        if (await page.GetByRole(AriaRole.Button, new() { Name = "Afficher les touches" }).CountAsync() > 0)
        {
            await Press("Afficher les touches");
        }

        foreach (var key in number)
        {
            await Tap(page.Locator(".keypad").GetByRole(AriaRole.Button, new() { Name = key.ToString(), Exact = true }));
        }
    }

    public Task Judge(bool french) => Tap(page.Locator(french ? "button.judge-yes" : "button.judge-no"));

    /// <summary>Something that its words alone do not tell apart.</summary>
    public Task Touch(ILocator target) => Tap(target);

    async Task Tap(ILocator target)
    {
        await target.ScrollIntoViewIfNeededAsync();
        var box = await target.BoundingBoxAsync();
        var smallest = await page.Locator("body.calm, header.frame").CountAsync() > 0 ? ForPlay : 0;
        if (box is not { } b || b.Height < smallest - 0.5 || b.X < -0.5 || b.X + b.Width > 360.5)
        {
            Complaints.Add($"« {Visitor.Flat(await target.TextContentAsync() ?? "")} » on {page.Url}: {box?.Width}×{box?.Height} at {box?.X}");
        }

        if (!await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
        {
            Complaints.Add($"{page.Url} scrolls sideways.");
        }

        await target.TapAsync();
    }

    static System.Text.RegularExpressions.Regex Exactly(string text) =>
        new($"^\\s*{System.Text.RegularExpressions.Regex.Escape(text)}\\s*$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
