using Beffroi.Eva;
using Beffroi.Eva.Contracts;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>What a tool can see of accessibility on the screens of the belt, the lost-property office, the town plan, and where people speak of themselves.</summary>
public sealed class GamesAxeTests(Town town)
{
    [Fact, Trait(Depth.Name, Depth.Long)]
    public async Task The_screens_of_the_belt_have_no_violation()
    {
        await using var window = await town.Desk();
        var (page, hand, axe) = (window.Page, new Keyboard(window.Page), new Wcag(window.Page));
        await Arrive(page, hand, "AXEB59000", "La fabrique de biscuits", ControleRules.SituationName);
        await axe.Check("consigne");
        await hand.Press("Commencer");
        await Expect(page.Locator("#biscuit-E1")).ToBeVisibleAsync();
        await axe.Check("essai");
        await hand.Press("Bon");
        await Expect(page.Locator("#retour")).ToBeVisibleAsync();
        await axe.Check("retour d’essai");
        await hand.Press("Continuer");
        await hand.Press("Pause");
        await hand.Press("Changer le rythme");
        await Expect(page.GetByRole(AriaRole.Radio)).Not.ToHaveCountAsync(0);
        await axe.Check("pause et rythmes");
        await hand.Press("Reprendre");
        await hand.Press("Aide");
        await axe.Check("aide");
        await hand.Press("Décrire les biscuits");
        await Expect(page.Locator("#biscuit-mots")).ToBeVisibleAsync();
        await axe.Check("biscuits décrits");

        axe.FoundNothing();
        Assert.Empty(window.Complaints);
    }

    [Fact, Trait(Depth.Name, Depth.Long)]
    public async Task The_screens_of_the_lost_property_office_have_no_violation()
    {
        await using var window = await town.Desk();
        var (page, hand, axe) = (window.Page, new Keyboard(window.Page), new Wcag(window.Page));
        await Arrive(page, hand, "AXEO59000", "Les objets trouvés", "objets_trouves");
        await axe.Check("consigne");
        await hand.Press("Commencer");
        await Expect(page.Locator("#ouvrir")).ToBeVisibleAsync();
        await axe.Check("téléphone fermé");
        // One screen of each kind.
        var seen = new HashSet<(PhoneApp, bool)>();
        await new PlayingFoundThings(page, hand) { Looks = phone => seen.Add((phone.App, phone.Recall)) ? axe.Check($"{phone.App}{(phone.Recall ? ", de mémoire" : "")}") : Task.CompletedTask }
            .Office(_ => true);

        Assert.Equal(Enum.GetValues<PhoneApp>().Order(), seen.Select(kind => kind.Item1).Distinct().Order());
        axe.FoundNothing();
        Assert.Empty(window.Complaints);
    }

    [Fact, Trait(Depth.Name, Depth.Long)]
    public async Task The_screens_of_the_town_plan_have_no_violation()
    {
        await using var window = await town.Desk();
        var (page, hand, axe) = (window.Page, new Keyboard(window.Page), new Wcag(window.Page));
        await Arrive(page, hand, "AXEP59000", "Le plan de la ville", ParcoursPlan.PlanDeLaVille);
        await hand.Press("Commencer");
        for (var number = 1; number <= 6; number++)
        {
            await Expect(page.Locator(".progress p")).ToHaveTextAsync($"Exercice {number} sur 6");
            await axe.Check($"exercice {number}");
            await hand.Press("Passer cet exercice");
        }

        await Expect(page.Locator("h1")).ToHaveTextAsync("Merci !");
        axe.FoundNothing();
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task What_people_say_of_themselves_is_asked_and_shown_without_violation()
    {
        await using var desk = await town.Desk();
        var adviser = new Adviser(desk.Page, new Keyboard(desk.Page));
        await adviser.SignIn(Crew.Hugo);
        var code = await adviser.OpenCampaign("Mots à soi", "Autopositionnement", "Questions de santé", "Confiance avant et après");
        await using var place = await town.Desk();
        var (page, hand, axe) = (place.Page, new Keyboard(place.Page), new Wcag(place.Page));
        await new Player(page, hand).Enter(code, "Lise", questions: 24);

        foreach (var (question, answer) in new[] { ("auto_concentration", "Difficile"), ("sante_accord", "Oui, je veux bien"), ("sante_vue", "Un peu"), ("confiance_ecrit_avant", "Plutôt oui") })
        {
            await page.GotoAsync($"/eva/bienvenue/{question}");
            await axe.Check(question);
            await hand.Press("Continuer");
            await Expect(page.GetByText("Il manque quelque chose")).ToBeVisibleAsync();
            await axe.Check($"{question}, sans réponse");
            await hand.Choose(answer);
            await hand.Press("Continuer");
            await page.Leave(question + "$");
        }

        foreach (var situation in ParcoursPlan.Names(Parcours.CompetencesDeBase))
        {
            await town.Finish(place, situation);
        }

        await page.GotoAsync("/eva/bienvenue/confiance_ecrit_apres");
        await axe.Check("confiance après");
        axe.FoundNothing();
        Assert.Empty(place.Complaints);

        await adviser.OpenRestitution("Mots à soi", "Lise");
        await desk.Page.GetByText("Lire ce que la personne dit de sa santé").ClickAsync();
        await Expect(desk.Page.GetByText("Avez-vous du mal à voir l’écran ?")).ToBeVisibleAsync();
        var read = new Wcag(desk.Page);
        await read.Check("restitution");
        read.FoundNothing();
        Assert.Empty(desk.Complaints);
    }

    async Task Arrive(IPage page, IHand hand, string code, string door, string situation)
    {
        var player = new Player(page, hand);
        await player.Enter(town.Product.Opens(code, situation), "Axelle");
        await player.AnswerQuestions();
        await player.OpenGames();
        await hand.Press($"Entrer : {door}");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Commencer", Exact = true })).ToBeVisibleAsync();
    }
}
