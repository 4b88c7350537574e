using Beffroi.Eva;

namespace Beffroi.Browser.Tests;

/// <summary>What the whole diagnostic weighs on the line, part by part, in a browser that has nothing of it.</summary>
static class Weighing
{
    public const string Entry = "pages of entry and eight questions";
    public const string Player = "the games' player, and all that keeps the parcours playable without a network";
    public const string End = "end page";

    /// <param name="page">In a new browser, whose only way to the product is <paramref name="line"/>.</param>
    /// <param name="code">Of a campaign of the parcours <c>complet</c>.</param>
    /// <returns>In the order in which they come; the seven situations by their technical names.</returns>
    public static async Task<IReadOnlyList<(string Part, long Bytes)>> Diagnostic(IPage page, Line line, Product product, string code)
    {
        var parts = new List<(string, long)>();
        var before = 0L;
        // What the player fetches ahead during the questions is the player's: with data counted, it comes on the next page.
        // A route that stops it would put the browser's own store out of use, and have every file asked for again whole.
        await page.AddInitScriptAsync("Object.defineProperty(NetworkInformation.prototype, 'saveData', { get: () => true })");
        await page.GotoAsync("/eva");
        await Shortcut.ToTheDoor(page, code, TimeSpan.Zero);
        Note(Entry);

        await page.GetByRole(AriaRole.Link, new() { Name = "Jouer" }).ClickAsync();
        await page.GetByText("Tout est prêt").WaitForAsync();
        Note(Player);
        foreach (var situation in ParcoursPlan.Names(Parcours.Complet))
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Entrer : " }).ClickAsync();
            await Shortcut.Press(page, "Commencer");
            await page.GetByText("Essai 1 sur ").Or(page.GetByText("Comptez les bouteilles du placard.")).First.WaitForAsync();
            // Its own events are in before those told below.
            await page.GetByText("enregistré").First.WaitForAsync();
            Note(situation);
            // Told past the line: only what comes to the browser is weighed. What a slow page still tells meanwhile keeps its place.
            if ((await Shortcut.Finish(page.Context.APIRequest, product.Address, situation)).FirstOrDefault(r => !r.Reason.Contains("déjà cette position", StringComparison.Ordinal)) is { } refused)
            {
                throw new InvalidOperationException(refused.Reason);
            }

            await page.GotoAsync("/jouer/");
            await page.GetByText("Tout est prêt").Or(page.GetByText("c’est fini")).First.WaitForAsync();
        }

        // All of them are done, whoever told it.
        await page.GetByText("c’est fini").First.WaitForAsync();
        Note(End);
        return parts;

        void Note(string part)
        {
            parts.Add((part, line.Down - before));
            before = line.Down;
        }
    }
}
