using System.Diagnostics;
using System.Globalization;
using Beffroi.Eva;

namespace Beffroi.Phone;

/// <summary>The first game on a simulated telephone whose browser starts the games while the person reads the page before.</summary>
static class AheadTable
{
    const string Code = "PHN59001";
    static readonly TimeSpan Look = TimeSpan.FromSeconds(40.0 / (Shortcut.Questions + 1));

    public static async Task Print(int runs)
    {
        await using var product = await Product.Start();
        product.Opens(Code, [.. ParcoursPlan.Names(Parcours.Complet)]);
        await Once(product, slowness: 1, TimeSpan.FromSeconds(2));
        var busy = new Busyness();
        Console.WriteLine("| run | from « Jouer » to the town | from the door to « Commencer » | both | started ahead |");
        Console.WriteLine("|---|---|---|---|---|");
        for (var run = 1; run <= runs; run++)
        {
            var (town, door, ahead) = await Once(product, slowness: 4, Look);
            Console.WriteLine($"| {run} | {Figure(town)} | {Figure(door)} | {Figure(town + door)} | {(ahead ? "yes" : "no")} |");
        }

        Console.WriteLine($"{runs} runs; the machine's processors were busy {busy.Share():P0} of the time, this measure included.");
    }

    static async Task<(double Town, double Door, bool Ahead)> Once(Product product, int slowness, TimeSpan look)
    {
        await using var line = product.Line(slowness > 1 ? LineSpeed.SlowMobile : null);
        await using var tab = await Tab.Open(slowness);
        await tab.ToTheDoor(line.Address, Code, look);
        await Task.Delay(look);
        var ahead = tab.Pages > 1;
        var clock = Stopwatch.StartNew();
        await tab.Press("Jouer");
        await tab.Until($"!!({Door})");
        var town = clock.Elapsed;
        clock.Restart();
        await tab.Do(Door, "click()");
        await tab.Until($"!!({Tab.Named("button", "Commencer")})");
        return (town.TotalSeconds, clock.Elapsed.TotalSeconds, ahead);
    }

    static readonly string Door = Tab.Named("button", "Entrer");

    static string Figure(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
