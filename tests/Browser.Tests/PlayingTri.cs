using Beffroi.Eva;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Scoring;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>The sweet shop from its door to its end: by keyboard, by one finger, by dragging, and after a closed browser.</summary>
public sealed class PlayingTri(Town town)
{
    // Every twelfth sweet goes in a wrong bin: 4 of 48.
    const int OneWrongIn = 12;

    [Fact, Trait(Depth.Name, Depth.Long)]
    public async Task With_the_keyboard_alone_48_sweets_are_put_away_by_enter_and_arrows()
    {
        await using var window = await town.Desk();
        var (page, hand) = (window.Page, new Keyboard(window.Page));
        var personal = await Arrive(window, hand, "TRIA59000");
        await Train(page, hand, ByKeyboard);

        await Play(page, (sweet, bin) => ByKeyboard(page, hand, sweet, bin));

        await Expect(page.Locator("h1")).ToHaveTextAsync("Merci !");
        await Measured(page, hand, personal);
        Assert.Empty(window.Complaints);
    }

    [Fact, Trait(Depth.Name, Depth.Long)]
    public async Task With_one_finger_on_a_small_telephone_48_sweets_are_put_away_by_taps()
    {
        await using var window = await town.Telephone();
        var (page, hand) = (window.Page, new Finger(window.Page));
        var personal = await Arrive(window, hand, "TRIB59000");
        await Train(page, hand, ByTap);
        Assert.Empty(await Crowded(page));

        await Play(page, (sweet, bin) => ByTap(page, hand, sweet, bin));

        await Expect(page.Locator("h1")).ToHaveTextAsync("Merci !");
        await Measured(page, hand, personal);
        Assert.True(hand.Complaints.Count == 0, string.Join('\n', hand.Complaints));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_sweet_dragged_to_a_bin_is_put_away_and_let_go_elsewhere_comes_back()
    {
        await using var window = await town.Desk();
        var (page, hand) = (window.Page, new Keyboard(window.Page));
        await Arrive(window, hand, "TRIC59000");
        await Train(page, hand, (p, _, sweet, bin) => Drag(p, sweet, p.Locator($"[data-bin={bin}]")));
        var first = await FirstSweet(page);

        await Drag(page, first, page.Locator("h1"));
        await Expect(page.Locator($"[data-piece={first}]")).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(page.Locator(".progress p")).ToHaveTextAsync("Bonbon 1 sur 48");
        await Drag(page, first, page.Locator($"[data-bin={SweetBank.Current.Sweet(first)!.Bin}]"));
        await Expect(page.Locator(".progress p")).ToHaveTextAsync("Bonbon 2 sur 48");

        // Escape lets go too.
        await page.Locator($"[data-piece={await FirstSweet(page)}]").ClickAsync();
        await Expect(page.Locator(".sorting-step")).ToContainTextAsync("Posez-le dans son bac.");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".sorting-step")).ToContainTextAsync("Prenez un bonbon.");
        Assert.Empty(window.Complaints);
    }

    [Fact, Trait(Depth.Name, Depth.Long)]
    public async Task A_closed_browser_and_a_personal_code_lead_back_to_the_sweets_that_are_left()
    {
        string personal;
        await using (var first = await town.Desk())
        {
            var hand = new Keyboard(first.Page);
            personal = await Arrive(first, hand, "TRID59000");
            await Train(first.Page, hand, ByKeyboard);
            await Play(first.Page, (sweet, bin) => ByKeyboard(first.Page, hand, sweet, bin), to: 5);
            await Expect(first.Page.Locator(".saved-saved")).ToBeVisibleAsync();
        }

        await using var second = await town.Telephone();
        var (page, finger) = (second.Page, new Finger(second.Page));
        await page.GotoAsync("/eva");
        await finger.Type("Votre code", personal);
        await finger.Press("Continuer");
        await finger.Press("Entrer : Le magasin de bonbons");
        await finger.Press("Reprendre");
        await Expect(page.Locator(".progress p")).ToHaveTextAsync("Bonbon 6 sur 48");
        await Play(page, (sweet, bin) => ByTap(page, finger, sweet, bin), from: 6, to: 7);
        await Expect(page.Locator(".saved-saved")).ToBeVisibleAsync();
        Assert.Equal(7, TriReading.Read(RunOf(personal)).Placed);
    }

    [Fact]
    public async Task The_screens_of_the_shop_have_no_violation_with_and_without_words()
    {
        await using var window = await town.Desk();
        var (page, hand, axe) = (window.Page, new Keyboard(window.Page), new Wcag(window.Page));
        await Arrive(window, hand, "TRIE59000");
        await axe.Check("consigne");
        await hand.Press("Commencer");
        await axe.Check("essai");
        await hand.Press("Aide");
        await axe.Check("aide");
        await hand.Press("Montrer les mots");
        await Expect(page.Locator(".in-words-text").First).ToBeVisibleAsync();
        await axe.Check("essai avec les mots");

        axe.FoundNothing();
    }

    async Task<string> Arrive(Window window, IHand hand, string code)
    {
        await new Player(window.Page, hand).Enter(town.Product.Opens(code, "tri"), "Sacha");
        var personal = await new Player(window.Page, hand).AnswerQuestions();
        await hand.Press("Jouer");
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Entrer : Le magasin de bonbons" })).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await hand.Press("Entrer : Le magasin de bonbons");
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Commencer" })).ToBeVisibleAsync();
        return personal;
    }

    /// <summary>4 sweets in 2 bins; the first goes wrong once, and is given back with kind words.</summary>
    static async Task Train(IPage page, IHand hand, Func<IPage, IHand, string, string, Task> sort)
    {
        await hand.Press("Commencer");
        for (var number = 1; number <= 4; number++)
        {
            await Expect(page.Locator(".progress p")).ToHaveTextAsync($"Essai {number} sur 4");
            var sweet = SweetBank.Current.TrainingSweet(await FirstSweet(page))!;
            if (number == 1)
            {
                await sort(page, hand, sweet.Id, SweetBank.Current.TrainingBins.Single(b => b.Id != sweet.Bin).Id);
                await Expect(page.Locator(".sorting-step")).ToContainTextAsync("Regardez encore");
            }

            await sort(page, hand, sweet.Id, sweet.Bin);
            await Expect(page.Locator(".sorting-step")).ToContainTextAsync("Oui, c’est le même bonbon.");
        }

        await hand.Press("Continuer");
        await hand.Press("Commencer le jeu");
    }

    static async Task Play(IPage page, Func<string, string, Task> sort, int from = 1, int to = 48)
    {
        for (var number = from; number <= to; number++)
        {
            await Expect(page.Locator(".progress p")).ToHaveTextAsync($"Bonbon {number} sur 48");
            var sweet = SweetBank.Current.Sweet(await FirstSweet(page))!;
            await sort(sweet.Id, number % OneWrongIn == 0 ? SweetBank.Current.Bins.First(b => b.Id != sweet.Bin).Id : sweet.Bin);
        }
    }

    /// <summary>Where the focus is, else the first place of the tray.</summary>
    static Task<string> FirstSweet(IPage page) =>
        page.EvaluateAsync<string>("() => document.activeElement?.dataset.piece ?? document.querySelector('[data-piece]').dataset.piece");

    static async Task ByKeyboard(IPage page, IHand hand, string sweet, string bin)
    {
        await hand.Press((await page.Locator($"[data-piece={sweet}]").GetAttributeAsync("aria-label"))!);
        await Expect(page.Locator("[data-bin]:focus")).ToHaveCountAsync(1);
        var bins = await page.Locator("[data-bin]").EvaluateAllAsync<string[]>("bins => bins.map(b => b.dataset.bin)");
        var columns = bins.Length == 2 ? 2 : 4;
        var (at, to) = (Array.IndexOf(bins, await page.Locator("[data-bin]:focus").GetAttributeAsync("data-bin")), Array.IndexOf(bins, bin));
        await Times((to / columns) - (at / columns), "ArrowDown", "ArrowUp");
        await Times((to % columns) - (at % columns), "ArrowRight", "ArrowLeft");
        await Expect(page.Locator("[data-bin]:focus")).ToHaveAttributeAsync("data-bin", bin);
        await page.Keyboard.PressAsync("Enter");

        async Task Times(int count, string forward, string back)
        {
            for (var i = 0; i < Math.Abs(count); i++)
            {
                await page.Keyboard.PressAsync(count > 0 ? forward : back);
            }
        }
    }

    static async Task ByTap(IPage page, IHand hand, string sweet, string bin)
    {
        await hand.Press((await page.Locator($"[data-piece={sweet}]").GetAttributeAsync("aria-label"))!);
        await Expect(page.Locator("[data-piece][aria-pressed=true]")).ToHaveCountAsync(1);
        await hand.Press((await page.Locator($"[data-bin={bin}]").GetAttributeAsync("aria-label"))!);
    }

    static async Task Drag(IPage page, string sweet, ILocator to)
    {
        var (from, target) = ((await page.Locator($"[data-piece={sweet}]").BoundingBoxAsync())!, (await to.BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(from.X + (from.Width / 2), from.Y + (from.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(target.X + (target.Width / 2), target.Y + (target.Height / 2), new() { Steps = 5 });
        await page.Mouse.UpAsync();
    }

    /// <summary>Buttons of the game that are too small for a finger or too near each other.</summary>
    static Task<string[]> Crowded(IPage page) => page.EvaluateAsync<string[]>("""
        () => {
          const boxes = [...document.querySelectorAll('.screen-sorting button')].map(b => [b.getAttribute('aria-label') ?? b.textContent, b.getBoundingClientRect()]);
          const small = boxes.filter(([, b]) => b.width < 44 || b.height < 44).map(([name, b]) => `${name}: ${b.width} × ${b.height}`);
          const gap = (a, b) => Math.max(b.left - a.right, a.left - b.right, b.top - a.bottom, a.top - b.bottom);
          const near = boxes.flatMap(([name, a], i) => boxes.slice(i + 1).filter(([, b]) => gap(a, b) < 11.5).map(([other, b]) => `${name} / ${other}: ${gap(a, b)}`));
          const below = document.documentElement.scrollHeight > innerHeight + 1 ? [`scrolls: ${document.documentElement.scrollHeight}`] : [];
          return [...small, ...near, ...below];
        }
        """);

    async Task Measured(IPage page, IHand hand, string personal)
    {
        await hand.Press("Continuer");
        await Expect(page.Locator("h1")).ToContainTextAsync("c’est fini");
        var measures = TriReading.Read(RunOf(personal));
        Assert.Equal((48, 4, 0, true, 0, 0), (measures.Placed, measures.Misplaced, measures.SetAside, measures.Finished, measures.Replays, measures.Described));
        Assert.InRange(measures.Seconds, 1, 600);
    }

    Run RunOf(string personal) =>
        town.Product.Read(db => db.Runs.AsNoTracking().Include(r => r.Events).Single(r => db.Evaluations.Any(e => e.Id == r.EvaluationId && e.Beneficiary!.Code == personal)));
}
