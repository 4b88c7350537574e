using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>The plan of the town and the lost-property office on the screen, with the hand that one has.</summary>
public sealed class PlayingFoundThings(IPage page, IHand hand)
{
    readonly ILocator _title = page.Locator("h1");
    readonly ILocator _progress = page.Locator(".progress p");

    /// <summary>What the person does before each answer, the telephone in hand.</summary>
    public Func<FoundPhone, Task> Looks { get; init; } = _ => Task.CompletedTask;

    public async Task Enter(string door)
    {
        await hand.Press("Jouer");
        await GoIn(door);
    }

    public async Task GoIn(string door)
    {
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Entrer : {door}" })).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await hand.Press($"Entrer : {door}");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Commencer", Exact = true })).ToBeVisibleAsync();
        await hand.Press("Commencer");
    }

    /// <summary>The six exercises; <paramref name="arrow"/> presses the right one, on the screen or on the keyboard.</summary>
    public async Task Plan(Func<Task> arrow)
    {
        await Exercise(1, () => hand.Press("Écouter"));
        await Exercise(2, async () =>
        {
            await hand.Press("Parc");
            await Expect(page.Locator(".missing")).ToContainTextAsync("Cherchez la fontaine.");
            await hand.Press("Fontaine");
        });
        await Exercise(3, async () =>
        {
            await hand.Press("Tramway");
            await Expect(page.Locator("[data-piece]")).ToHaveAttributeAsync("aria-pressed", "true");
            await hand.Press("Station");
        });
        await Exercise(4, async () =>
        {
            await hand.Type("Votre mot", "tramway");
            await hand.Press("Valider");
        });
        await Exercise(5, async () =>
        {
            for (var station = 0; station < 3; station++)
            {
                await arrow();
            }
        });
        await Exercise(6, async () =>
        {
            await hand.Choose("Au café");
            await hand.Press("Valider");
        });
        await Expect(_title).ToHaveTextAsync("Merci !");
        await hand.Press("Continuer");
    }

    /// <summary>The training and the twelve questions; each app is opened before the answer.</summary>
    public async Task Office(Func<string, bool> right, int from = 1, int to = 12)
    {
        if (from == 1)
        {
            await Expect(_progress).ToHaveTextAsync("Essai 1 sur 1");
            await Answer(ObjetsTrouvesBank.Current.Training[0], right: true);
            await hand.Press("Continuer");
            await hand.Press("Commencer le jeu");
        }

        for (var number = from; number <= to; number++)
        {
            await Expect(_progress).ToHaveTextAsync($"Question {number} sur 12");
            var item = ObjetsTrouvesBank.Current.Items[number - 1];
            await Answer(item, right(item.Id));
        }

        if (to == 12)
        {
            await Expect(_title).ToHaveTextAsync("Merci !");
            await hand.Press("Continuer");
        }
    }

    async Task Exercise(int number, Func<Task> act)
    {
        await Expect(_progress).ToHaveTextAsync($"Exercice {number} sur 6");
        await act();
        await Expect(page.Locator("#retour")).ToBeVisibleAsync();
        await hand.Press("Continuer");
    }

    async Task Answer(BankItem item, bool right)
    {
        await Open(item.Phone!);
        await Looks(item.Phone!);
        await page.EvaluateAsync("seconds => globalThis.readFor?.(seconds)", 9.0);
        var answer = right ? Story.Right(item) : Story.Wrong(item);
        await (item.Kind == ItemKind.Choice ? hand.Choose(item.Choices.Single(c => c.Id == answer).Text) : hand.TypeNumber(answer));
        await hand.Press("Valider");
    }

    async Task Open(FoundPhone phone)
    {
        if (phone.App == PhoneApp.Lock)
        {
            await Expect(page.Locator(".phone-code")).ToBeVisibleAsync();
        }
        else if (phone.Recall)
        {
            await Expect(page.Locator(".phone-off")).ToBeVisibleAsync();
            await Expect(page.Locator("#document, #ouvrir")).ToHaveCountAsync(0);
        }
        else
        {
            await hand.Press(Visitor.Flat(await page.Locator("#ouvrir").InnerTextAsync()));
            await Expect(page.Locator("#document")).ToBeVisibleAsync();
        }
    }
}
