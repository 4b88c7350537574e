namespace Beffroi.Browser.Tests;

/// <summary>Pictures of every page for people to look at, in artifacts/screenshots; taken when BEFFROI_SCREENSHOTS=1, or only of routes that hold what it says (encyclop).</summary>
public sealed class ScreenshotTests(Town town)
{
    [Fact]
    public async Task Every_page_is_pictured_small_and_large_light_and_dark()
    {
        var asked = Environment.GetEnvironmentVariable("BEFFROI_SCREENSHOTS");
        Assert.SkipWhen(string.IsNullOrEmpty(asked), "Pictures for people: set BEFFROI_SCREENSHOTS=1.");
        var all = asked == "1";
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots")).FullName;
        var furniture = await town.Furnished();
        foreach (var places in Places.Of(furniture.Keys).Where(p => all || p.Route.Contains(asked, StringComparison.Ordinal)).GroupBy(p => p.As, StringComparer.Ordinal))
        {
            await using var window = await furniture.WindowOf(places.Key);
            foreach (var (number, place) in places.Index())
            {
                await window.Page.GotoAsync(place.Address);
                await Picture(window.Page, Path.Combine(folder, $"{Slug(place.Route)}{(place.As is null ? "" : "-" + Slug(place.As))}-{number}"));
            }
        }

        if (all)
        {
            await Games(folder);
        }

        Assert.NotEmpty(Directory.GetFiles(folder, "*.png"));
    }

    async Task Games(string folder)
    {
        await using var words = await town.AtTheWords("Zoé");
        await words.Page.GetByRole(AriaRole.Button, new() { Name = "Entrer : Le robot de l’atelier" }).WaitForAsync();
        await Picture(words.Page, Path.Combine(folder, "jeu-ville"));
        await using var game = await town.Desk();
        await Furniture.Entered(game, "BKT59000", "Zélie");
        var player = new Player(game.Page, new Keyboard(game.Page));
        await player.OpenGames();
        await player.PlayLivraison(_ => true, until: 0);
        await Picture(game.Page, Path.Combine(folder, "jeu-question"));
    }

    static async Task Picture(IPage page, string name)
    {
        foreach (var width in new[] { 360, 1280 })
        {
            await page.SetViewportSizeAsync(width, 800);
            foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
                await page.ScreenshotAsync(new() { Path = $"{name}-{width}-{(theme == ColorScheme.Dark ? "sombre" : "clair")}.png", FullPage = true });
            }
        }
    }

    static string Slug(string text) => string.Concat(text.Trim('/').Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')) is { Length: > 0 } slug ? slug.Trim('-') : "accueil";
}
