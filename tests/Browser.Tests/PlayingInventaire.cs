using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>A person in the store room, who counts what she sees.</summary>
public sealed class PlayingInventaire(IPage page, IHand hand)
{
    readonly ILocator _title = page.Locator("h1");

    public async Task Enter(string code, string name)
    {
        var player = new Player(page, hand);
        await player.Enter(code, name);
        await player.AnswerQuestions();
        await hand.Press("Jouer");
        await Door();
    }

    public async Task ComeBack()
    {
        await page.GotoAsync("/jouer/");
        await Door();
        await hand.Press("Reprendre");
    }

    /// <summary>Looks into the cupboard, is wrong, tries again, is right.</summary>
    public async Task Train()
    {
        await hand.Press("Commencer");
        Assert.Equal(3, (await Look("Placard d’essai")).Single().Value);
        await hand.Press("Remplir la feuille");
        await hand.Type("Thé", "5");
        await hand.Press("Valider");
        await Expect(page.Locator("#retour")).ToHaveTextAsync("Vous écrivez 5. Retournez au placard et comptez encore.");
        await hand.Press("Essayer encore");
        await hand.Press("Remplir la feuille");
        await hand.Type("Thé", "3");
        await hand.Press("Valider");
        await Expect(page.Locator("#retour")).ToHaveTextAsync("Oui, il y a 3 bouteilles. Vous savez remplir la feuille.");
        await hand.Press("Continuer");
        await Expect(_title).ToHaveTextAsync("L’essai est fini. À vous !");
        await hand.Press("Entrer dans la réserve");
        await Expect(_title).ToHaveTextAsync("Comptez les bouteilles de chaque boisson.");
    }

    /// <summary>Opens every container in its order and counts by the names on the list.</summary>
    public async Task<Dictionary<string, int>> Count()
    {
        var counted = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var container in InventaireBank.Current.Room.Containers)
        {
            foreach (var (drink, bottles) in await Look(container.Name))
            {
                counted[drink] = counted.GetValueOrDefault(drink) + bottles;
            }
        }

        return counted;
    }

    public async Task<Dictionary<string, int>> Look(string container)
    {
        await hand.Press($"Ouvrir : {container}");
        await Expect(_title).ToHaveTextAsync(container);
        await Expect(_title).ToBeFocusedAsync();
        var names = await page.Locator(".bottles li").AllInnerTextsAsync();
        await hand.Press("Refermer");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Ouvrir : {container}", Exact = true })).ToBeFocusedAsync();
        return names.Select(name => name.Trim()).GroupBy(name => name, StringComparer.Ordinal).ToDictionary(drink => drink.Key, drink => drink.Count(), StringComparer.Ordinal);
    }

    public async Task Type(IEnumerable<(string Drink, string Number)> lines)
    {
        foreach (var (drink, number) in lines)
        {
            await hand.Type(drink, number);
        }
    }

    async Task Door()
    {
        var door = page.GetByRole(AriaRole.Button, new() { Name = "Entrer : La réserve de boissons" });
        await Expect(door).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await hand.Press("Entrer : La réserve de boissons");
    }
}
