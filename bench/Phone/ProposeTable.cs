using System.Diagnostics;
using System.Globalization;

namespace Beffroi.Phone;

/// <summary>
/// How long somebody without an account takes to propose a correction of the passage they have just read, on a simulated telephone.
/// What the machine takes is measured; what the person takes is counted: keys, taps, swipes and moments of thought, at published times.
/// </summary>
static class ProposeTable
{
    const string Entry = "/encyclopedie/fiche/archiver-une-preuve";
    const string Words = "Garder aussi l’heure.";
    const string Reason = "L’heure manquait";

    /// <summary>Seconds of thought before an act, and of a tap or a swipe: Card, Moran and Newell, The keystroke-level model, CACM 23(7), 1980, table I (operators M and P).</summary>
    const double Thought = 1.35, Tap = 1.10;

    /// <summary>Seconds a character: 36.2 words of five a minute, the mean of 37,370 people on their own telephones (Palin and others, MobileHCI 2019).</summary>
    const double Key = 60 / (36.2 * 5);

    /// <summary>One swipe moves this share of the screen.</summary>
    const double Swipe = 0.6;

    public static async Task Print(int runs)
    {
        var busy = new Busyness();
        Console.WriteLine("| from the passage, read, to « Merci » | machine, s (median of " + runs.ToString(CultureInfo.InvariantCulture) + ") | swipes | taps | characters | person, s | whole, s |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var whole in new[] { false, true })
        {
            // A product of its own: one address sends ten proposals an hour.
            await using var product = await Product.Start();
            await Once(product, slow: false, whole);
            var told = new List<(double Machine, int Swipes)>();
            for (var run = 0; run < runs; run++)
            {
                told.Add(await Once(product, slow: true, whole));
            }

            var (machine, swipes) = told.OrderBy(t => t.Machine).ElementAt(told.Count / 2);
            // « Corriger », a place in the text, the reason, « Envoyer »: each is thought of, then tapped.
            const int taps = 4;
            var characters = Words.Length + Reason.Length;
            var person = (taps * (Thought + Tap)) + (swipes * Tap) + (characters * Key);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {(whole ? "the whole form" : "« Corriger », beside the passage")} | {machine:0.0} | {swipes} | {taps} | {characters} | {person:0.0} | {machine + person:0.0} |"));
        }

        Console.WriteLine($"The machine's processors were busy {busy.Share():P0} of the time, this measure included.");
    }

    static async Task<(double Machine, int Swipes)> Once(Product product, bool slow, bool whole)
    {
        await using var line = product.Line(slow ? LineSpeed.SlowMobile : null);
        await using var handset = await Handset.Unpack(line.Address, slow);
        var page = await handset.Open();
        await page.GotoAsync(Entry, new() { WaitUntil = WaitUntilState.Load });
        var door = page.GetByRole(AriaRole.Link, whole ? new() { Name = "Proposer un changement" } : new() { Name = "Corriger : Comment" });
        // The passage is at the top of the screen; whoever wants the whole form goes back to its button.
        var passage = (await page.Locator("#how").BoundingBoxAsync())!;
        var (swipes, _) = await Swipes(passage.Y, door, page);
        var clock = Stopwatch.StartNew();
        await door.TapAsync();
        var text = page.Locator("[name='texts.fr.fields.how']");
        await text.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        var machine = clock.Elapsed;
        var opened = Stopwatch.StartNew();
        var (reason, send) = (page.Locator("[name='comment']"), page.GetByRole(AriaRole.Button, new() { Name = "Envoyer la proposition" }));
        var top = 0f;
        foreach (var next in new[] { text, reason, send })
        {
            (var more, top) = await Swipes(top, next, page);
            swipes += more;
        }

        await text.FillAsync(await text.InputValueAsync() + "\n\n" + Words);
        await reason.FillAsync(Reason);
        // A form sent within four seconds is a program's: a person types longer.
        await Task.Delay(Math.Max(0, 5_000 - (int)opened.ElapsedMilliseconds));
        clock.Restart();
        await send.TapAsync();
        await page.GetByText("Merci").First.WaitForAsync();
        return ((machine + clock.Elapsed).TotalSeconds, swipes);
    }

    /// <summary>From what is at the top of the screen to a place: none where it is seen already; and what is at the top then.</summary>
    static async Task<(int Count, float Top)> Swipes(float top, ILocator to, IPage page)
    {
        var (box, height) = ((await to.BoundingBoxAsync())!, page.ViewportSize!.Height);
        var (first, last) = (box.Y, box.Y + Math.Min(box.Height, 100));
        var far = first < top ? first - top : Math.Max(0, last - (top + height));
        var count = (int)Math.Ceiling(Math.Abs(far) / (Swipe * height));
        return (count, top + (Math.Sign(far) * count * (float)(Swipe * height)));
    }
}
