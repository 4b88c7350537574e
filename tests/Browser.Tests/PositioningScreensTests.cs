using System.Text.Json;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>One screen of each kind of question, seen by axe in both themes on a small and a large screen, and slid with the mouse.</summary>
public sealed class PositioningScreensTests(Town town)
{
    [Fact]
    public async Task Each_kind_of_question_of_the_cafe_has_no_violation() =>
        await See(CafeCodebook.Situation, "AXC59000", [("LOdi4", "words"), ("LOdi8", "zone"), ("ALrd5", "sort"), ("ACrd6", "order"), ("APlc1", "text")]);

    [Fact, Trait(Depth.Name, Depth.Long)]
    public async Task Each_kind_of_question_of_the_market_has_no_violation() =>
        await See(MarcheCodebook.Situation, "AXM59000", [("N1Pde1", "number"), ("N1Pes2", "gauge"), ("N2Ptg1", "chart")]);

    [Fact]
    public async Task Pieces_are_slid_with_the_mouse_into_order_and_into_boxes()
    {
        await using var window = await town.Desk();
        var page = window.Page;
        await Furniture.Entered(window, PlayingPositioning.Campaign(town.Product, "GLI59000", CafeCodebook.Situation, RouteMode.Historique), "Gaël");
        await Reach(window, CafeCodebook.Situation, "ALrd5");
        var sort = PositioningBank.Current(CafeCodebook.Situation).Get("ALrd5");
        var (piece, slot) = (sort.Solution[0].Split('=')[0], sort.Solution[0].Split('=')[1]);
        await page.Locator($"[data-piece={piece}]").DragToAsync(page.Locator($"[data-place={slot}]"));
        await Expect(page.Locator($"[data-place={slot}] [data-piece={piece}]")).ToBeVisibleAsync();
        await page.Locator($"[data-piece={piece}]").DragToAsync(page.Locator(".sort-table"));
        await Expect(page.Locator($".sort-table [data-piece={piece}]")).ToBeVisibleAsync();

        await Reach(window, CafeCodebook.Situation, "ACrd6");
        var last = page.Locator(".order-piece").Last;
        var id = await last.GetAttributeAsync("data-piece");
        await last.DragToAsync(page.Locator(".order-piece").First);
        await Expect(page.Locator(".order-piece").First).ToHaveAttributeAsync("data-piece", id!);
        await Expect(page.Locator(".told")).ToContainTextAsync("est à la place 1");
        Assert.Empty(window.Complaints);
    }

    async Task See(string situation, string code, (string Item, string Name)[] screens)
    {
        await using var window = await town.Desk();
        var axe = new Wcag(window.Page);
        await Furniture.Entered(window, PlayingPositioning.Campaign(town.Product, code, situation, RouteMode.Historique), "Noor");
        foreach (var (item, name) in screens)
        {
            await Reach(window, situation, item);
            await window.Page.GetByRole(AriaRole.Button, new() { Name = "Valider" }).ClickAsync();
            await Expect(window.Page.Locator(".missing span")).ToBeVisibleAsync();
            await axe.Check(name);
        }

        axe.FoundNothing();
        Assert.Empty(window.Complaints);
    }

    /// <summary>Goes to a question, telling the server the answers to those before it: in the café none, at the market all right.</summary>
    async Task Reach(Window window, string situation, string item)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Eva"] = "1", ["Content-Type"] = "application/json" };
        var api = window.Context.APIRequest;
        var journey = JsonSerializer.Deserialize(await (await api.GetAsync($"{town.Product.Address}/api/eva/evaluations/moi")).TextAsync(), EvaJson.Default.Journey)!;
        var at = $"{town.Product.Address}/api/eva/evaluations/{journey.EvaluationId}";
        var play = JsonSerializer.Deserialize(await (await api.PostAsync($"{at}/parties/{situation}", new() { Headers = headers })).TextAsync(), EvaJson.Default.Play)!;
        var (walk, marks, story) = (FixedWalk.Of(situation), play.Route!.Marks.ToList(), new Story(play));
        if (!play.TrainingDone)
        {
            story.Tell(EventNames.Started);
        }

        for (var next = walk.Next(marks); next is not null && next != item; next = walk.Next(marks))
        {
            var known = PositioningBank.Current(situation).Get(next);
            var answer = situation == CafeCodebook.Situation ? null : known.Kind is ItemKind.Sort or ItemKind.Zone or ItemKind.Words ? string.Join(' ', known.Solution) : known.Solution[0];
            story.Answer(next, answer, 5);
            marks.Add(RouteMark.Of(next, known.Mark(answer), heard: false));
        }

        foreach (var some in story.Events.Chunk(50))
        {
            var receipt = await api.PostAsync($"{at}/collections_evenements", new() { Headers = headers, Data = JsonSerializer.Serialize(new EventBatch(some), EvaJson.Default.EventBatch) });
            Assert.Empty(JsonSerializer.Deserialize(await receipt.TextAsync(), EvaJson.Default.EventReceipt)!.Refused);
        }

        await window.Page.GotoAsync("/jouer/");
        var playing = new PlayingPositioning(window.Page, new Keyboard(window.Page), situation);
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = $"Entrer : {playing.Door}" })).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await playing.GoOn();
        await Expect(window.Page.Locator($"main[data-question='{item}']")).ToBeVisibleAsync();
    }
}
