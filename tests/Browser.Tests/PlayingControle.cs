using Beffroi.Eva;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>The belt of biscuits, played to its end with the keyboard alone and with one finger on a small telephone.</summary>
public sealed class PlayingControle(Town town)
{
    // The biscuit that the buttons send, once a person has had the time to see it.
    const string SeeBiscuit = """
        last => new Promise(resolve => {
          let seen = null, since = 0;
          const look = now => {
            const id = document.querySelector('.on-belt[aria-pressed=true]')?.id.slice('biscuit-'.length) ?? null;
            if (document.querySelector('h1')?.textContent.startsWith('Merci')) { resolve(''); return; }
            if (id !== seen) { seen = id; since = now; }
            if (id && id !== last && now - since > 250) resolve(id); else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        })
        """;

    [Fact, Trait(Depth.Name, Depth.Long)]
    public async Task With_the_keyboard_alone_sixty_biscuits_are_sorted()
    {
        await using var window = await town.Desk();
        var (page, hand) = (window.Page, new Keyboard(window.Page));
        var personal = await Start(page, hand, "BSCA59000", "Ines");
        await Sort(page, hand, personal, upTo: "B01");

        // Another biscuit than the first is reached by Tab, and sent by the same arrows.
        await Expect(page.Locator("#biscuit-B03")).ToBeVisibleAsync();
        await hand.Press("Biscuit 3");
        await hand.Judge(Bin(personal, "B03") == BinNames.Good);
        await Expect(page.Locator("#biscuit-B03")).ToHaveCountAsync(0);
        await Finish(window, hand, personal);
    }

    [Fact, Trait(Depth.Name, Depth.Long)]
    public async Task With_a_finger_on_a_small_telephone_sixty_biscuits_are_sorted()
    {
        await using var window = await town.Telephone();
        var (page, hand) = (window.Page, new Finger(window.Page));
        var personal = await Start(page, hand, "BSCB59000", "Jules");
        await Sort(page, hand, personal, upTo: "B01");

        await Expect(page.Locator("#biscuit-B03")).ToBeVisibleAsync();
        await page.Locator("#biscuit-B03").TapAsync(new() { Force = true });
        await Expect(page.Locator("#biscuit-B03")).ToHaveAttributeAsync("aria-pressed", "true");
        await hand.Judge(Bin(personal, "B03") == BinNames.Good);
        await Expect(page.Locator("#biscuit-B03")).ToHaveCountAsync(0);
        await Finish(window, hand, personal);
        Assert.Empty(hand.Complaints);
    }

    [Fact, Trait(Depth.Name, Depth.Long)]
    public async Task Who_closes_the_page_comes_back_to_what_is_not_sorted_at_the_same_pace()
    {
        string personal;
        await using (var first = await town.Desk())
        {
            var hand = new Keyboard(first.Page);
            personal = await Start(first.Page, hand, "BSCC59000", "Kim");
            await Wait(first.Page, hand);
            await Sort(first.Page, hand, personal, upTo: "B05");
            await Expect(first.Page.Locator(".saved-saved")).ToBeVisibleAsync();
        }

        await using var second = await town.Desk();
        var page = second.Page;
        await page.GotoAsync("/eva");
        await page.GetByLabel("Votre code").FillAsync(personal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Entrer : La fabrique de biscuits" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Reprendre" }).ClickAsync();

        await Expect(page.Locator(".progress p")).ToHaveTextAsync("Biscuit 6 sur 60");
        await Expect(page.Locator("#biscuit-B06")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Je ne sais pas" })).ToBeVisibleAsync();
        Assert.Empty(second.Complaints);
    }

    async Task<string> Start(IPage page, IHand hand, string code, string name)
    {
        var player = new Player(page, hand);
        await player.Enter(town.Product.Opens(code, ControleRules.SituationName), name);
        var personal = await player.AnswerQuestions();
        await hand.Press("Jouer");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Entrer : La fabrique de biscuits" })).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await hand.Press("Entrer : La fabrique de biscuits");
        await hand.Press("Commencer");
        foreach (var trial in BiscuitBank.Trials)
        {
            Assert.Equal(trial.Piece.Id, await page.EvaluateAsync<string>(SeeBiscuit, ""));
            await hand.Judge(trial.Bin == BinNames.Good);
            await Expect(page.Locator("#retour")).ToHaveTextAsync(trial.WhenRight);
            await hand.Press("Continuer");
            await Expect(page.Locator("#retour")).ToHaveCountAsync(0);
        }

        await hand.Press("Commencer le jeu");
        return personal;
    }

    /// <summary>Chooses in the pause that the belt waits.</summary>
    static async Task Wait(IPage page, IHand hand)
    {
        await hand.Press("Pause");
        await Expect(page.Locator("h1")).ToHaveTextAsync("C’est la pause.");
        await hand.Press("Changer le rythme");
        await hand.Choose("Le tapis m’attend Il avance après chaque choix");
        await hand.Press("Reprendre");
    }

    async Task Finish(Window window, IHand hand, string personal)
    {
        await Wait(window.Page, hand);
        await Sort(window.Page, hand, personal, upTo: null);
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("Merci !");
        await Expect(window.Page.Locator(".saved-saved")).ToBeVisibleAsync();

        var measures = ControleReading.Read(RunOf(personal));
        Assert.Equal((true, 58, 1), (measures.Finished, measures.WellPlaced, measures.Missed));
        Assert.Equal("B10", Assert.Single(measures.Misplaced).Piece);
        Assert.False(measures.StandardPace);
        Assert.Empty(window.Complaints);
    }

    /// <summary>Sorts each biscuit as it comes: B10 the wrong way, B20 left with « je ne sais pas ».</summary>
    async Task Sort(IPage page, IHand hand, string personal, string? upTo)
    {
        for (var last = ""; last != upTo;)
        {
            last = await page.EvaluateAsync<string>(SeeBiscuit, last);
            if (last.Length == 0)
            {
                return;
            }

            if (last == "B20")
            {
                await hand.Press("Je ne sais pas");
            }
            else
            {
                await hand.Judge((Bin(personal, last) == BinNames.Good) != (last == "B10"));
            }

            await Expect(page.Locator($"#biscuit-{last}")).ToHaveCountAsync(0);
        }
    }

    string Bin(string personal, string piece) => BiscuitBank.BinFor(BiscuitBank.Draw(RunOf(personal).Seed).Single(p => p.Id == piece).Look);

    Run RunOf(string personal) => town.Product.Read(db => db.Runs.AsNoTracking().Include(r => r.Events).Single(r => db.Evaluations.Any(e => e.Id == r.EvaluationId && e.Beneficiary!.Code == personal)));
}
