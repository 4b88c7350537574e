using Beffroi.Eva.Bank;
using Beffroi.Eva.Results;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>From the adviser's first click to the page where the result is read, on the published product.</summary>
public sealed class WholeParcoursTests(Town town)
{
    const string Text = "Bonjour, je suis en retard. J'arrive à 10 heures.";

    [Fact]
    public async Task With_the_keyboard_alone_a_campaign_is_opened_played_and_read()
    {
        await using var desk = await town.Desk();
        await using var place = await town.Desk();
        await Go(desk, new Keyboard(desk.Page), place, new Keyboard(place.Page), "Au clavier", "Kenza");
    }

    [Fact, Trait(Depth.Name, Depth.Long)]
    public async Task With_a_finger_on_a_small_telephone_a_campaign_is_opened_played_and_read()
    {
        await using var desk = await town.Telephone();
        await using var place = await town.Telephone();
        var (left, right) = (new Finger(desk.Page), new Finger(place.Page));
        await Go(desk, left, place, right, "Au doigt", "Tom");
        Assert.True(left.Complaints.Count + right.Complaints.Count == 0, string.Join('\n', left.Complaints.Concat(right.Complaints)));
    }

    async Task Go(Window desk, IHand adviserHand, Window place, IHand playerHand, string campaign, string name)
    {
        var adviser = new Adviser(desk.Page, adviserHand);
        await adviser.SignIn(Crew.Hugo);
        var code = await adviser.OpenCampaign(campaign, "Ajouter un court texte");

        await place.Context.AddInitScriptAsync(Player.Hourglass);
        var player = new Player(place.Page, playerHand);
        await player.Enter(code, name);
        var personal = await player.AnswerQuestions();
        await player.OpenGames();
        await player.PlayMaintenance(Right);
        await player.PlayLivraison(Right, text: Text);
        var office = new PlayingFoundThings(place.Page, playerHand);
        await office.GoIn("Les objets trouvés");
        await office.Office(Right);
        await Expect(place.Page.Locator("h1")).ToHaveTextAsync($"Bravo {name}, c’est fini");
        await Expect(place.Page.Locator(".strengths li")).ToHaveCountAsync(2);

        await adviser.OpenRestitution(campaign, name);
        await Figures(desk.Page, personal);
        await Expect(desk.Page.Locator("blockquote.writing")).ToHaveTextAsync(Text);
        await Expect(desk.Page.GetByText("35 ans")).ToBeVisibleAsync();
        Assert.Empty(desk.Complaints);
        Assert.Empty(place.Complaints);
        Assert.DoesNotContain(desk.Asked.Concat(place.Asked), url => !url.StartsWith(town.Product.Address, StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal));
    }

    // Counted by hand from the bank; the level, by the engine on what the product has written.
    async Task Figures(IPage page, string personal)
    {
        var items = LivraisonBank.Current.Items;
        var found = ObjetsTrouvesBank.Current.Items;
        var words = MaintenanceBank.Current.Stimuli;
        (int Right, int All)[] expected =
        [
            (items.Count(i => i.Skill == "ccf" && Right(i.Id)), 9),
            (items.Count(i => i.Skill == "syntaxe-orthographe" && Right(i.Id)), 7),
            (items.Count(i => i.Skill == "numeratie" && Right(i.Id)), 3),
            (found.Count(i => i.Skill == "ccf" && Right(i.Id)), 5),
            (found.Count(i => i.Skill == "memorisation" && Right(i.Id)), 3),
            (found.Count(i => i.Skill == "numeratie" && Right(i.Id)), 4),
            (words.Count(w => w.French && Right(w.Id)), 28),
            (words.Count(w => !w.French && Right(w.Id)), 28),
        ];
        var rows = await page.Locator("section[aria-labelledby=detail] tbody tr").EvaluateAllAsync<string[]>("rows => rows.map(r => [...r.querySelectorAll('td')].slice(0, 2).map(c => c.textContent.trim()).join('/'))");
        Assert.Equal(expected.Select(e => $"{e.Right}/{e.All}").Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));

        var runs = town.Product.Read(db => db.Runs.AsNoTracking().Include(r => r.Events).Where(r => db.Evaluations.Any(e => e.Id == r.EvaluationId && e.Beneficiary!.Code == personal)).ToList());
        var score = Engine.Run(EngineName.Beffroi, AnswerReading.Read(runs), Norms.Current);
        foreach (var scale in new[] { score.Litteratie!, score.Numeratie! })
        {
            await Expect(page.Locator(".gauge-table").Filter(new() { HasText = $"Valeur : {French.Number(scale.Value, 2)} ; erreur type : {French.Number(scale.StandardError!.Value, 2)}" })).ToHaveCountAsync(1);
        }
    }

    // Every third one is missed.
    static bool Right(string id) => int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture) % 3 != 0;
}
