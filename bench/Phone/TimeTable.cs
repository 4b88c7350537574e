using System.Diagnostics;
using System.Globalization;
using Beffroi.Eva;

namespace Beffroi.Phone;

/// <summary>How long a person waits on a simulated telephone: 1.6 Mbit/s, 150 ms, processor slowed 4 times.</summary>
static class TimeTable
{
    const string Code = "PHN59000";

    // The questions and the page that says to begin take 40 s in all.
    static readonly TimeSpan Look = TimeSpan.FromSeconds(40.0 / (Shortcut.Questions + 1));

    static readonly string[] Rows =
    [
        "first page: first paint", "first page: loaded and usable",
        "from « Jouer » to the town", "from the door to « Commencer »", "both: the first game opens", "fetched before « Jouer », kB", "fetched after, kB",
        "from the town to « Tout est prêt »", "second visit, from the cache: the town", "the games cold, nothing fetched ahead: the town",
    ];

    public static async Task Print(int runs)
    {
        await using var product = await Product.Start();
        product.Opens(Code, [.. ParcoursPlan.Names(Parcours.Complet)]);
        // The product itself must be warm: it serves others.
        await Once(product, slow: false, TimeSpan.Zero);
        var busy = new Busyness();
        var measured = new List<double[]>();
        for (var run = 1; run <= runs; run++)
        {
            measured.Add(await Once(product, slow: true, Look));
            Console.Error.WriteLine($"{run}/{runs}: {string.Join("  ", measured[^1].Select(Figure))}");
        }

        Console.WriteLine("| simulated telephone: 1.6 Mbit/s, 150 ms, processor slowed 4 times | median | least | most |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var (row, index) in Rows.Select((row, index) => (row, index)))
        {
            var sorted = measured.Select(m => m[index]).Order().ToList();
            Console.WriteLine($"| {row} | {Figure(sorted[sorted.Count / 2])} | {Figure(sorted[0])} | {Figure(sorted[^1])} |");
        }

        Console.WriteLine($"{runs} runs; the machine's processors were busy {busy.Share():P0} of the time, this measure included.");
    }

    static async Task<double[]> Once(Product product, bool slow, TimeSpan look)
    {
        await using var line = product.Line(slow ? LineSpeed.SlowMobile : null);
        await using var handset = await Handset.Unpack(line.Address, slow);
        var page = await handset.Open();
        await page.GotoAsync("/eva", new() { WaitUntil = WaitUntilState.Load });
        await page.GetByLabel("Votre code").WaitForAsync();
        var shown = await page.EvaluateAsync<double[]>("() => [performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000, performance.getEntriesByType('navigation')[0].loadEventEnd / 1000]");

        await Shortcut.ToTheDoor(page, Code, look);
        await Task.Delay(look);
        var before = line.Down;
        var clock = Stopwatch.StartNew();
        await page.GetByRole(AriaRole.Link, new() { Name = "Jouer" }).TapAsync();
        await Town(page).WaitForAsync();
        var town = clock.Elapsed;
        var after = line.Down;
        clock.Restart();
        await Town(page).TapAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Commencer", Exact = true }).WaitForAsync();
        var door = clock.Elapsed;

        await page.CloseAsync();
        page = await handset.Open();
        await page.GotoAsync("/jouer/", new() { WaitUntil = WaitUntilState.Commit });
        clock.Restart();
        await page.GetByText("Tout est prêt").WaitForAsync();
        var ready = clock.Elapsed;
        await page.CloseAsync();

        page = await handset.Open();
        clock.Restart();
        await page.GotoAsync("/jouer/", new() { WaitUntil = WaitUntilState.Commit });
        await Town(page).WaitForAsync();
        var again = clock.Elapsed;

        return [shown[0], shown[1], town.TotalSeconds, door.TotalSeconds, (town + door).TotalSeconds, before / 1000.0, (after - before) / 1000.0, ready.TotalSeconds, again.TotalSeconds, await Cold(product, slow)];
    }

    // Somebody who comes back with a personal code on another telephone goes straight to the games.
    static async Task<double> Cold(Product product, bool slow)
    {
        await using var direct = product.Line();
        await using var desk = await Handset.Unpack(direct.Address, slow: false);
        var entry = await desk.Open();
        await entry.GotoAsync("/eva");
        await Shortcut.ToTheDoor(entry, Code, TimeSpan.Zero);

        await using var line = product.Line(slow ? LineSpeed.SlowMobile : null);
        await using var handset = await Handset.Unpack(line.Address, slow);
        var page = await handset.Open();
        await page.Context.AddCookiesAsync((await entry.Context.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, HttpOnly = c.HttpOnly, Secure = c.Secure, SameSite = c.SameSite }));
        var clock = Stopwatch.StartNew();
        await page.GotoAsync("/jouer/", new() { WaitUntil = WaitUntilState.Commit });
        await Town(page).WaitForAsync();
        return clock.Elapsed.TotalSeconds;
    }

    static ILocator Town(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Entrer : " }).First;

    static string Figure(double value) => value.ToString(value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
