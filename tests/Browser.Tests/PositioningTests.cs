using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Results;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>The two positionings on the published product: the questions asked on the screen are those that the server walks again from the events.</summary>
public sealed class PositioningTests(Town town)
{
    [Fact, Trait(Depth.Name, Depth.Long)]
    public async Task The_cafe_by_its_published_rules_is_played_with_the_keyboard_to_its_end()
    {
        await using var window = await town.Desk();
        var route = await Go(window, new Keyboard(window.Page), CafeCodebook.Situation, RouteMode.Historique, "CAF59000", "Ambre", right: _ => true, stop: 10);

        // All that can be given right is: the high way.
        Assert.Equal(13 + 7 + 24, route.Steps.Count);
        Assert.True(route.Steps.All(step => step.Marked.Right), string.Join(' ', route.Steps.Where(step => !step.Marked.Right).Select(step => step.Item.Id)));
    }

    [Fact]
    public async Task The_market_that_adapts_is_played_with_one_finger_to_its_end_and_without_a_network_in_the_middle()
    {
        await using var window = await town.Telephone();
        var finger = new Finger(window.Page);
        var sure = 0;
        var route = await Go(window, finger, MarcheCodebook.Situation, RouteMode.Beffroi, "MAR59000", "Basil", right: _ => sure++ % 3 != 2, stop: 5, offline: true);

        Assert.True(finger.Complaints.Count == 0, string.Join('\n', finger.Complaints));
        Assert.InRange(route.Steps.Count, 8, 40);
    }

    [Fact, Trait(Depth.Name, Depth.Long)]
    public async Task The_other_two_ways_are_played_to_their_end_too()
    {
        await using (var window = await town.Telephone())
        {
            var finger = new Finger(window.Page);
            var low = await Go(window, finger, CafeCodebook.Situation, RouteMode.Historique, "CBB59000", "Cléo", right: item => !item.Id.StartsWith("LOdi", StringComparison.Ordinal), stop: 3);
            Assert.Equal(13 + 44, low.Steps.Count);
            Assert.True(finger.Complaints.Count == 0, string.Join('\n', finger.Complaints));
        }

        await using var desk = await town.Desk();
        var numbers = await Go(desk, new Keyboard(desk.Page), MarcheCodebook.Situation, RouteMode.Historique, "MHH59000", "Dina", right: _ => true, stop: 20);
        Assert.Equal(20 + 20 + 22, numbers.Steps.Count);
    }

    async Task<Eva.Scoring.RoutePlay> Go(Window window, IHand hand, string situation, RouteMode mode, string code, string name, Func<BankItem, bool> right, int stop, bool offline = false)
    {
        await window.Context.AddInitScriptAsync(Player.Hourglass);
        var (page, player) = (window.Page, new Player(window.Page, hand));
        await player.Enter(PlayingPositioning.Campaign(town.Product, code, situation, mode), name);
        var personal = await player.AnswerQuestions();
        var playing = new PlayingPositioning(page, hand, situation);
        await hand.Press("Jouer");
        if (offline)
        {
            await Expect(page.GetByText("Tout est prêt : le jeu marche aussi sans Internet.")).ToBeVisibleAsync(new() { Timeout = 120_000 });
        }

        await playing.Begin();
        await playing.Play(right, stop);
        if (offline)
        {
            await window.Context.SetOfflineAsync(true);
            await playing.Play(right, 3);
        }
        else
        {
            await Expect(page.Locator(".saved-saved")).ToBeVisibleAsync();
        }

        // The page is closed and opened again: the way goes on exactly there.
        await page.ReloadAsync();
        await playing.GoOn();
        await Expect(page.Locator(".progress p")).ToHaveTextAsync($"Question {playing.Asked.Count + 1}");
        await playing.Play(right, 2);
        await window.Context.SetOfflineAsync(false);
        await playing.Play(right);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Merci !");
        await hand.Press("Continuer");
        await Expect(page.Locator("h1")).ToHaveTextAsync($"Bravo {name}, c’est fini", new() { Timeout = 120_000 });

        var run = await Arrived(situation, personal);
        var route = RouteReading.Read(run);
        Assert.NotNull(run.FinishedAt);
        Assert.Null(route.Next);
        Assert.Equal(playing.Asked, route.Steps.Select(step => step.Item.Id));
        Assert.Equal((playing.Asked.Count - 1) / 12, playing.Breaths);
        Assert.Empty(window.Complaints);
        TestContext.Current.TestOutputHelper?.WriteLine($"{situation}: {playing.Asked.Count} questions, {string.Join(' ', playing.Kinds.Order())}");
        return route;
    }

    // What was done without a network leaves the browser in its own time.
    async Task<Eva.Run> Arrived(string situation, string personal)
    {
        for (var turn = 0; ; turn++)
        {
            var run = town.Product.Read(db => db.Runs.AsNoTracking().Include(r => r.Events).SingleOrDefault(r => r.Situation == situation && db.Evaluations.Any(e => e.Id == r.EvaluationId && e.Beneficiary!.Code == personal)));
            if (run?.FinishedAt is not null || turn == 120)
            {
                return run ?? throw new InvalidOperationException($"Nothing of {situation} arrived.");
            }

            await Task.Delay(500, TestContext.Current.CancellationToken);
        }
    }
}
