using System.Globalization;
using Beffroi.Eva;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>The café and the market on the screen: whatever question comes, answered with the hand that one has.</summary>
public sealed class PlayingPositioning(IPage page, IHand hand, string situation)
{
    readonly PositioningBank _bank = PositioningBank.Current(situation);
    readonly ILocator _screen = page.Locator("main[data-question], main.screen-single");
    readonly ILocator _progress = page.Locator(".progress p");

    bool _listened;

    /// <summary>Ids of the questions met, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>How many times the game offered a breath.</summary>
    public int Breaths { get; private set; }

    public HashSet<ItemKind> Kinds { get; } = [];

    /// <summary>Opens a campaign of one positioning, in the product's own file.</summary>
    public static string Campaign(Product product, string code, string situation, RouteMode route) => product.Read(db => db.Opens(code, route, situation));

    public string Door => SituationCatalog.Get(situation).Label;

    /// <summary>From the door to the first question that counts.</summary>
    public async Task Begin()
    {
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Entrer : {Door}" })).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await hand.Press($"Entrer : {Door}");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Commencer", Exact = true })).ToBeVisibleAsync();
        await hand.Press("Commencer");
        foreach (var (index, item) in _bank.Training.Index())
        {
            await Expect(_progress).ToHaveTextAsync($"Essai {index + 1} sur {_bank.Training.Count}");
            await Answer(item, right: true);
            await Expect(page.Locator("#retour")).ToBeVisibleAsync();
            await hand.Press("Continuer");
        }

        await hand.Press("Commencer le jeu");
    }

    public async Task GoOn()
    {
        await hand.Press($"Entrer : {Door}");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Reprendre" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await hand.Press("Reprendre");
    }

    /// <summary>Answers what comes, to the end or <paramref name="count"/> times.</summary>
    public async Task Play(Func<BankItem, bool> right, int count = int.MaxValue)
    {
        for (var answered = 0; answered < count;)
        {
            await Expect(_screen).ToBeVisibleAsync();
            if (await page.EvaluateAsync<string?>("() => document.querySelector('main[data-question]')?.dataset.question ?? null") is { } id)
            {
                await Expect(_progress).ToHaveTextAsync($"Question {Asked.Count + 1}");
                Asked.Add(id);
                await Answer(_bank.Get(id), right(_bank.Get(id)));
                await Expect(page.Locator($"main[data-question='{id}']")).ToHaveCountAsync(0);
                answered++;
            }
            else if (Visitor.Flat((await page.Locator("h1").TextContentAsync())!) is "Merci !")
            {
                return;
            }
            else
            {
                await Expect(page.Locator("h1")).ToHaveTextAsync($"{Asked.Count} questions sont faites.");
                Breaths++;
                await hand.Press("Continuer");
            }
        }
    }

    async Task Answer(BankItem item, bool right)
    {
        Kinds.Add(item.Kind);
        await page.EvaluateAsync("seconds => globalThis.readFor?.(seconds)", 20.0);
        if (!right || !await Give(item))
        {
            await (item.Kind is ItemKind.Choice ? hand.Choose("Je ne sais pas") : hand.Tick("Je ne sais pas"));
        }

        await hand.Press("Valider");
    }

    // False: this hand of a test does not know how; a person does.
    async Task<bool> Give(BankItem item)
    {
        switch (item.Kind)
        {
            case ItemKind.Choice when item.Choices.Any(c => c.Figure is not null):
                return false;
            case ItemKind.Choice:
                await hand.Choose(item.Choices.Single(c => c.Id == item.Solution[0]).Text);
                return true;
            case ItemKind.Number:
                await hand.TypeNumber(item.Solution[0].Replace('.', ','));
                return true;
            case ItemKind.Text:
                if (item.Dictation is not null && !_listened)
                {
                    _listened = true;
                    await hand.Press("Écouter le mot");
                }

                await hand.Type(item.Question, item.Solution[0]);
                return true;
            case ItemKind.Order:
                await Arrange(item);
                return true;
            case ItemKind.Sort:
                foreach (var (piece, slot) in item.Solution.Select(s => s.Split('=')).Select(s => (s[0], s[1])))
                {
                    await hand.Press(Visitor.Flat(item.Pieces.Single(p => p.Id == piece).Text));
                    await hand.Press(Visitor.Flat(item.Slots.Single(s => s.Id == slot).Text));
                }

                return true;
            case ItemKind.Zone:
                foreach (var slot in item.Solution)
                {
                    await hand.Press(Visitor.Flat(item.Slots.Single(s => s.Id == slot).Text));
                }

                return true;
            case ItemKind.Words:
                await Point(int.Parse(item.Solution[0], CultureInfo.InvariantCulture));
                return item.Picks == 1;
            default:
                throw new InvalidOperationException($"{item.Id} is of a kind that no positioning has.");
        }
    }

    // With keys, one step at a time; with a finger, taken and put down.
    async Task Arrange(BankItem item)
    {
        foreach (var (place, wanted) in item.Solution[0].Split(' ').Index())
        {
            for (var at = await PlaceOf(wanted); at > place; at = hand is Finger ? place : at - 1)
            {
                if (hand is Finger)
                {
                    await hand.Press(Visitor.Flat((await page.Locator($"#prendre-{wanted}").TextContentAsync())!));
                    await hand.Press(Visitor.Flat((await page.Locator(".order-piece").Nth(place).TextContentAsync())!));
                }
                else
                {
                    await hand.Press(Visitor.Flat((await page.Locator($"#monter-{wanted}").TextContentAsync())!));
                }
            }
        }

        Assert.Equal(item.Solution[0].Split(' '), await page.Locator(".order-piece").EvaluateAllAsync<string[]>("pieces => pieces.map(p => p.dataset.piece)"));
    }

    Task<int> PlaceOf(string piece) => page.EvaluateAsync<int>("piece => [...document.querySelectorAll('.order-piece')].findIndex(p => p.dataset.piece === piece)", piece);

    // Tab enters the text at its first word, then the arrows; a finger goes straight there.
    async Task Point(int number)
    {
        var word = page.Locator("#document > p:not(.document-title) > :is(button, span)").Nth(number - 1);
        if (hand is Finger finger)
        {
            await finger.Touch(word);
            return;
        }

        for (var tab = 0; tab < 40 && !await page.EvaluateAsync<bool>("() => document.activeElement.matches('.word-button')"); tab++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        for (var step = 1; step < number && !await word.EvaluateAsync<bool>("word => word === document.activeElement"); step++)
        {
            await page.Keyboard.PressAsync("ArrowRight");
        }

        await page.Keyboard.PressAsync("Enter");
        await Expect(word).ToHaveAttributeAsync("aria-pressed", "true");
    }
}
