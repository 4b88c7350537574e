using Beffroi.Eva.Contracts;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>Nothing that was answered is lost: neither to a closed browser nor to a power cut.</summary>
public sealed class ResumeTests(Town town)
{
    [Fact]
    public async Task A_closed_browser_and_a_personal_code_lead_back_to_the_next_question()
    {
        string personal;
        await using (var first = await town.Desk())
        {
            var player = new Player(first.Page, new Keyboard(first.Page));
            await player.Enter("BKT59000", "Nora");
            personal = await player.AnswerQuestions();
            await player.OpenGames();
            await player.PlayLivraison(_ => true, until: 3);
            await Expect(first.Page.Locator(".saved-saved")).ToBeVisibleAsync();
        }

        await using var second = await town.Telephone();
        var page = second.Page;
        await page.GotoAsync("/eva");
        await page.GetByLabel("Votre code").FillAsync(personal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).TapAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Entrer : La tournée de livraison" }).TapAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Reprendre" }).TapAsync();

        await Expect(page.Locator(".progress p")).ToHaveTextAsync("Question 4 sur 19");
        await new Player(page, new Finger(page)).AnswerItems(_ => true, 4, 5);
        await Expect(page.Locator(".saved-saved")).ToBeVisibleAsync();
        Assert.Equal(["L01", "L02", "L03", "L04", "L05"], Answered(town.Product, personal));
    }

    [Fact]
    public async Task After_a_power_cut_every_acknowledged_answer_is_there_and_the_person_goes_on()
    {
        await using var product = await Product.Start();
        await using var window = await town.Desk(context => context.BaseURL = product.Address);
        var acknowledged = 0;
        window.Page.Response += async (_, response) =>
        {
            if (response.Url.EndsWith("/collections_evenements", StringComparison.Ordinal) && response.Ok)
            {
                var receipt = System.Text.Json.JsonSerializer.Deserialize(await response.TextAsync(), EvaJson.Default.EventReceipt)!;
                Interlocked.Add(ref acknowledged, receipt.Accepted);
            }
        };
        var player = new Player(window.Page, new Keyboard(window.Page));
        await player.Enter("BKT59000", "Omar");
        var personal = await player.AnswerQuestions();
        await player.OpenGames();
        await player.PlayLivraison(_ => true, until: 4);

        await product.Kill();
        var before = Volatile.Read(ref acknowledged);
        // The person notices nothing, and answers on.
        await player.AnswerItems(_ => true, 5, 7);
        await Expect(window.Page.Locator(".saved-waiting")).ToBeVisibleAsync();
        await product.Run();

        Assert.True(before > 0);
        Assert.True(Lines(product, personal) >= before, $"{before} events were acknowledged before the cut, {Lines(product, personal)} are there after it.");
        await window.Page.ReloadAsync();
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Entrer : La tournée de livraison" })).ToBeVisibleAsync();
        await new Keyboard(window.Page).Press("Entrer : La tournée de livraison");
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Reprendre" })).ToBeVisibleAsync();
        await new Keyboard(window.Page).Press("Reprendre");
        await Expect(window.Page.Locator(".progress p")).ToHaveTextAsync("Question 8 sur 19");
        await Expect(window.Page.Locator(".saved-saved")).ToBeVisibleAsync();
        Assert.Equal(["L01", "L02", "L03", "L04", "L05", "L06", "L07"], Answered(product, personal));
    }

    static int Lines(Product product, string personal) => product.Read(db => Events(db, personal).Count());

    static IEnumerable<string?> Answered(Product product, string personal) =>
        product.Read(db => Events(db, personal).Where(e => e.Name == EventNames.Answered).OrderBy(e => e.Position).AsEnumerable().Select(e => Eva.Playing.EventData.Text(e.Data, "question")).Where(id => id!.Length == 3 && id[1] != 'E').ToList());

    static IQueryable<Eva.EventLine> Events(Eva.EvaDb db, string personal) =>
        db.Events.AsNoTracking().Where(line => db.Runs.Any(r => r.Id == line.RunId && db.Evaluations.Any(e => e.Id == r.EvaluationId && e.Beneficiary!.Code == personal)));
}
