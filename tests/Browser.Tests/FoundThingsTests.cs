using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Results;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>Rows 7 and 10 on the screen: with the keyboard alone, and with one finger at 360 px.</summary>
public sealed class FoundThingsTests(Town town)
{
    [Fact, Trait(Depth.Name, Depth.Long)]
    public async Task With_the_keyboard_alone_the_plan_and_the_office_are_played_to_the_end()
    {
        await using var window = await town.Desk();
        await Go(window, new Keyboard(window.Page), "CLV59000", "clavier", () => window.Page.Keyboard.PressAsync("ArrowRight"));
    }

    [Fact, Trait(Depth.Name, Depth.Long)]
    public async Task With_one_finger_on_a_small_telephone_too()
    {
        await using var window = await town.Telephone();
        var finger = new Finger(window.Page);
        await Go(window, finger, "DGT59000", "tactile", () => window.Page.GetByRole(AriaRole.Button, new() { Name = "Flèche droite" }).TapAsync());
        Assert.True(finger.Complaints.Count == 0, string.Join('\n', finger.Complaints));
    }

    [Fact]
    public async Task A_slide_does_what_two_presses_do_and_is_told_apart()
    {
        await using var window = await town.Desk();
        var (page, hand) = (window.Page, new Keyboard(window.Page));
        var (player, playing) = (new Player(page, hand), new PlayingFoundThings(page, hand));
        await player.Enter(town.Product.Opens("GLS59000", "plan_de_la_ville"), "Gilles");
        var personal = await player.AnswerQuestions();
        await playing.Enter("Le plan de la ville");
        await hand.Press("Passer cet exercice");
        await hand.Press("Passer cet exercice");
        await Expect(page.Locator(".progress p")).ToHaveTextAsync("Exercice 3 sur 6");

        await page.Locator("[data-piece]").DragToAsync(page.Locator("[data-place=mairie]"));
        await Expect(page.Locator(".missing")).ToContainTextAsync("Le tramway est devant la mairie.");
        await page.Locator("[data-piece]").DragToAsync(page.Locator("[data-place=arret]"));
        await Expect(page.Locator("#retour")).ToBeVisibleAsync();
        await Expect(page.Locator(".saved-saved")).ToBeVisibleAsync();

        var measures = PlanMeasures.Read(Lines(personal));
        Assert.Equal((true, true, "souris"), (measures.Exercises[2].Done, measures.Exercises[2].Dragged, measures.Exercises[2].Means));
        Assert.Equal((true, true, false), (measures.Exercises[0].Passed, measures.Exercises[1].Passed, measures.Mastered));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task What_was_seen_is_seen_again_only_on_request_and_that_is_told()
    {
        await using var window = await town.Desk();
        var (page, hand) = (window.Page, new Keyboard(window.Page));
        var (player, playing) = (new Player(page, hand), new PlayingFoundThings(page, hand));
        await player.Enter(town.Product.Opens("RVR59000", "objets_trouves"), "Rita");
        var personal = await player.AnswerQuestions();
        await playing.Enter("Les objets trouvés");
        await playing.Office(_ => true, to: 5);
        await Expect(page.Locator(".phone-off")).ToBeVisibleAsync();

        await hand.Press("Aide");
        await hand.Press("Revoir le téléphone");
        await Expect(page.Locator("#document")).ToContainTextAsync("Maman, je suis devant l’école.");
        await hand.Choose("Tiago");
        await hand.Press("Valider");

        // A closed page comes back to the next question; the message to hear is written nowhere until asked for.
        await Expect(page.Locator(".saved-saved")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await hand.Press("Entrer : Les objets trouvés");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Reprendre" })).ToBeVisibleAsync();
        await hand.Press("Reprendre");
        await Expect(page.Locator(".progress p")).ToHaveTextAsync("Question 7 sur 12");
        await hand.Press("Messagerie à écouter");
        await Expect(page.Locator("#document")).Not.ToContainTextAsync("bibliothèque");
        await hand.Press("Lire le message");
        await Expect(page.Locator("#document")).ToContainTextAsync("bibliothèque");
        await hand.Choose("Un livre est arrivé.");
        await hand.Press("Valider");
        await Expect(page.Locator(".progress p")).ToHaveTextAsync("Question 8 sur 12");
        await Expect(page.Locator(".saved-saved")).ToBeVisibleAsync();

        var told = Lines(personal);
        Assert.Equal(["O06"], told.Where(e => e.Name == EventNames.SeenAgain).Select(e => Eva.Playing.EventData.Text(e.Data, "question")));
        Assert.Equal(["O07"], told.Where(e => e.Name == EventNames.TranscriptShown).Select(e => Eva.Playing.EventData.Text(e.Data, "question")));
        Assert.Empty(window.Complaints);
    }

    async Task Go(Window window, IHand hand, string code, string means, Func<Task> arrow)
    {
        await window.Context.AddInitScriptAsync(Player.Hourglass);
        var (player, playing) = (new Player(window.Page, hand), new PlayingFoundThings(window.Page, hand));
        await player.Enter(town.Product.Opens(code, "plan_de_la_ville", "objets_trouves"), "Ines");
        var personal = await player.AnswerQuestions();
        await playing.Enter("Le plan de la ville");
        await playing.Plan(arrow);
        await playing.GoIn("Les objets trouvés");
        await playing.Office(Right);
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("Bravo Ines, c’est fini");

        var runs = town.Product.Read(db => Runs(db, personal).AsNoTracking().Include(r => r.Events).ToList());
        var plan = PlanMeasures.Read(runs.Single(r => r.Situation == "plan_de_la_ville").Events);
        Assert.True(plan.Mastered);
        Assert.All(plan.Exercises, e => Assert.Equal((means, false), (e.Means, e.Dragged)));
        var answers = AnswerReading.Read(runs.Single(r => r.Situation == "objets_trouves")).Answers;
        Assert.Equal(ObjetsTrouvesBank.Current.Items.Select(i => (i.Id, Right(i.Id), false)), answers.Select(a => (a.ItemId!, a.Correct, a.Accommodated)));
        Assert.Empty(window.Complaints);
    }

    List<Eva.EventLine> Lines(string personal) => town.Product.Read(db => Runs(db, personal).AsNoTracking().SelectMany(r => r.Events).OrderBy(e => e.Position).ToList());

    static IQueryable<Eva.Run> Runs(Eva.EvaDb db, string personal) =>
        db.Runs.Where(r => db.Evaluations.Any(e => e.Id == r.EvaluationId && e.Beneficiary!.Code == personal));

    // Every third one is missed.
    static bool Right(string id) => int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture) % 3 != 0;
}
