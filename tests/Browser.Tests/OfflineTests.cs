using System.Text.Json;
using Beffroi.Eva.Contracts;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>A parcours played to its end while the server is down, then sent by itself when it is back.</summary>
public sealed class OfflineTests(Town town)
{
    // Everything that waits on the device, as it will be told.
    const string Shelf = """
        () => new Promise((resolve, reject) => {
          const asked = indexedDB.open('eva', 1);
          asked.onerror = () => reject(asked.error);
          asked.onsuccess = () => {
            const store = asked.result.transaction('shelf').objectStore('shelf');
            const [keys, values] = [store.getAllKeys(), store.getAll()];
            values.onsuccess = () => resolve(values.result.filter((_, at) => keys.result[at].startsWith('eva-evenement/')));
          };
        })
        """;

    [Fact, Trait(Depth.Name, Depth.Long)]
    public async Task With_the_server_down_the_whole_parcours_is_played_and_every_event_arrives_when_it_is_back()
    {
        await using var product = await Product.Start();
        await using var window = await town.Desk(context => context.BaseURL = product.Address);
        await window.Context.AddInitScriptAsync(Player.Hourglass);
        var (page, hand) = (window.Page, new Keyboard(window.Page));
        var player = new Player(page, hand);
        await player.Enter("BKT59000", "Lina");
        var personal = await player.AnswerQuestions();
        await player.OpenGames();
        await Expect(page.GetByText("Tout est prêt : le jeu marche aussi sans Internet.")).ToBeVisibleAsync(new() { Timeout = 60_000 });

        await product.Kill();
        await player.PlayLivraison(_ => true, until: 5);
        // The page itself is closed and opened again, without any server.
        await page.ReloadAsync();
        await hand.Press("Entrer : La tournée de livraison");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Reprendre" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await hand.Press("Reprendre");
        await player.AnswerItems(_ => true, 6, 19);
        await player.FinishLivraison("Je suis en retard.");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Entrer : Le robot de l’atelier" })).ToBeVisibleAsync();
        await player.PlayMaintenance(_ => true);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Merci. Vous avez terminé.");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer mes réponses dans un fichier" })).ToBeVisibleAsync(new() { Timeout = 60_000 });

        var held = (await page.EvaluateAsync<string[]>(Shelf)).Select(text => JsonSerializer.Deserialize(text, EvaJson.Default.GameEvent)!).ToList();
        var file = await page.RunAndWaitForDownloadAsync(() => hand.Press("Enregistrer mes réponses dans un fichier"));
        var carried = JsonSerializer.Deserialize(await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken), EvaJson.Default.AnswerFile)!;
        Assert.Equal(held.Select(Ledger.Line).Order(StringComparer.Ordinal), carried.Events.Select(Ledger.Line).Order(StringComparer.Ordinal));

        await product.Run();
        await page.Reach("/eva/fin$", timeout: 90_000);
        Assert.Equal(held.Select(Ledger.Line).Order(StringComparer.Ordinal), Ledger.Kept(product, db => Of(db, personal)).Where(line => held.Exists(h => line.StartsWith($"{h.SessionId}/{h.Position}/", StringComparison.Ordinal))).Order(StringComparer.Ordinal));
        Assert.All(product.Read(db => db.Runs.AsNoTracking().Where(r => db.Evaluations.Any(e => e.Id == r.EvaluationId && e.Beneficiary!.Code == personal)).Select(r => new { r.Id, r.FinishedAt, Positions = r.Events.OrderBy(e => e.Position).Select(e => e.Position).ToList() }).ToList()), run =>
        {
            Assert.NotNull(run.FinishedAt);
            Assert.Equal(Enumerable.Range(0, run.Positions.Count), run.Positions);
        });
        // The next person at this computer finds nothing.
        Assert.Empty(await page.EvaluateAsync<string[]>(Shelf));
    }

    [Theory]
    [InlineData("plan_de_la_ville", "Le plan de la ville", "Exercice 1 sur 6", "Exercice 3 sur 6")]
    [InlineData("tri", "Le magasin de bonbons", "Essai 1 sur 4", null)]
    [InlineData("controle", "La fabrique de biscuits", "Essai 1 sur 5", null)]
    public async Task Without_a_network_a_game_finds_the_scripts_that_it_alone_needs(string situation, string door, string first, string? afterTwo)
    {
        await using var line = town.Product.Line();
        await using var window = await town.Desk(context => context.BaseURL = line.Address);
        var (page, hand) = (window.Page, new Keyboard(window.Page));
        var player = new Player(page, hand);
        await player.Enter(town.Product.Opens($"OFF{situation.Length:00}000", situation), "Noé");
        await player.AnswerQuestions();
        await player.OpenGames();
        await Expect(page.GetByText("Tout est prêt : le jeu marche aussi sans Internet.")).ToBeVisibleAsync();

        line.Cut();
        await hand.Press($"Entrer : {door}");
        await hand.Press("Commencer");
        await Expect(page.Locator(".progress p")).ToHaveTextAsync(first);
        if (afterTwo is not null)
        {
            await hand.Press("Passer cet exercice");
            await hand.Press("Passer cet exercice");
            await Expect(page.Locator(".progress p")).ToHaveTextAsync(afterTwo);
        }

        await hand.Press("Pause");
        await Expect(page.Locator("h1")).ToHaveTextAsync("C’est la pause.");
        await Expect(page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_next_person_at_the_same_computer_never_goes_on_in_the_parcours_of_the_one_before()
    {
        await using var window = await town.Desk();
        var (page, player) = (window.Page, new Player(window.Page, new Keyboard(window.Page)));
        await player.Enter("BKT59000", "Ada");
        await player.AnswerQuestions();
        await player.OpenGames();
        await Expect(page.GetByText("Tout est prêt : le jeu marche aussi sans Internet.")).ToBeVisibleAsync(new() { Timeout = 60_000 });

        // Ada closes the page without a word. The network fails just as the next one opens the games.
        await player.Enter("BKT59000", "Basile");
        await player.AnswerQuestions();
        await page.Context.RouteAsync("**/api/eva/**", route => route.AbortAsync());
        await page.GotoAsync("/jouer/");

        await Expect(page.Locator("h1")).ToHaveTextAsync("Le jeu attend la connexion.", new() { Timeout = 60_000 });
        Assert.DoesNotContain("Ada", await page.EvaluateAsync<string>("async () => JSON.stringify(localStorage) + await new Promise(resolve => { const asked = indexedDB.open('eva', 1); asked.onsuccess = () => { const all = asked.result.transaction('shelf').objectStore('shelf').getAll(); all.onsuccess = () => resolve(all.result.join()); }; })"), StringComparison.Ordinal);
    }

    static IQueryable<Eva.Evaluation> Of(Eva.EvaDb db, string personal) => db.Evaluations.Where(e => e.Beneficiary!.Code == personal);
}
