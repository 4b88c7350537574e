using System.Text.RegularExpressions;

namespace Beffroi.Browser.Tests;

/// <summary>
/// A person who sees nothing of the screen: she knows of it what the accessibility tree says, and acts with the keyboard on what has a role and a name.
/// No selector and no id anywhere.
/// </summary>
sealed partial class Ear(IPage page)
{
    // A device is given the time that a person takes to hear, before she acts.
    const string Moment = "() => new Promise(resolve => { const from = performance.now(); const look = () => performance.now() - from > 250 ? resolve() : requestAnimationFrame(look); look(); })";

    public Task<string> Screen() => page.GetByRole(AriaRole.Main).AriaSnapshotAsync();

    /// <summary>Waits for a screen of this title.</summary>
    public Task Reach(string title, float? patience = null) =>
        Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, NameRegex = Beginning(title) })).ToBeVisibleAsync(new() { Timeout = patience });

    public Task Press(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.PressAsync("Enter");

    /// <summary>The button whose name begins so.</summary>
    public Task PressFrom(string beginning) =>
        page.GetByRole(AriaRole.Button, new() { NameRegex = Beginning(beginning) }).First.PressAsync("Enter");

    public Task Follow(string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.PressAsync("Enter");

    public Task Choose(string name) => page.GetByRole(AriaRole.Radio, new() { Name = name, Exact = true }).PressAsync("Space");

    public Task Tick(string beginning) => page.GetByRole(AriaRole.Checkbox, new() { Name = beginning }).PressAsync("Space");

    public async Task Type(string name, string text)
    {
        var field = page.GetByRole(AriaRole.Textbox, new() { Name = name }).First;
        await field.PressAsync("Control+A");
        await field.PressSequentiallyAsync(text);
    }

    /// <summary>Waits until the region says this.</summary>
    public async Task<string> Hear(AriaRole region, string pattern)
    {
        var spoken = new Regex(pattern, RegexOptions.Multiline, TimeSpan.FromSeconds(1));
        for (var tries = 0; tries < 400; tries++)
        {
            if (spoken.Match(await page.GetByRole(region).First.AriaSnapshotAsync()) is { Success: true } found)
            {
                return found.Groups.Count > 1 ? Unquoted(found.Groups[1].Value) : found.Value;
            }

            await page.EvaluateAsync(Moment);
        }

        throw new Xunit.Sdk.XunitException($"« {pattern} » is never said on {page.Url}:\n{await page.GetByRole(region).First.AriaSnapshotAsync()}");
    }

    /// <summary>Waits until the frame of the game tells this progress: « Question 3 sur 19 ».</summary>
    public Task At(string progress) => Hear(AriaRole.Banner, $"{Regex.Escape(progress)}\"?$");

    /// <summary>The names of things of a kind on the screen, in their order.</summary>
    public async Task<IReadOnlyList<string>> Names(AriaRole kind, string beginning)
    {
        // A name with a colon stands between quotes in the tree's text.
        var all = new Regex($"- '?{kind.ToString().ToLowerInvariant()} \"(?<name>{Regex.Escape(beginning)}[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return [.. all.Matches(await Screen()).Select(m => m.Groups["name"].Value[beginning.Length..])];
    }

    /// <summary>The words of each item of the lists on the screen.</summary>
    public async Task<IReadOnlyList<string>> Items() => [.. ListItem().Matches(await Screen()).Select(m => Unquoted(m.Groups["words"].Value))];

    public Task Think() => page.EvaluateAsync(Moment);

    // A space is heard as a space, whether or not it lets the line break.
    static Regex Beginning(string words) => new($"^{string.Join("\\s+", words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape))}", RegexOptions.None, TimeSpan.FromSeconds(1));

    static string Unquoted(string words) => words.Trim().Trim('"').Trim();

    [GeneratedRegex("- listitem: (?<words>.+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListItem();
}
