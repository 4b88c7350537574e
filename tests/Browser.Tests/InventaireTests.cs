using System.Globalization;
using Beffroi.Eva;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>The store room on the published product: counted, corrected, left and found again.</summary>
public sealed class InventaireTests(Town town)
{
    [Fact, Trait(Depth.Name, Depth.Long)]
    public async Task With_the_keyboard_alone_the_stock_is_counted_and_one_line_counted_again()
    {
        await using var window = await town.Desk();
        var (page, hand) = (window.Page, new Keyboard(window.Page));
        var room = new PlayingInventaire(page, hand);
        await room.Enter(town.Product.Opens("INVA59000", InventaireRules.TechnicalName), "Nora");
        await room.Train();
        var counted = await room.Count();
        Assert.Equal(Stocktaking.Counted.Values.Order(), counted.Values.Order());

        await hand.Press("Remplir la feuille");
        await room.Type(counted.Select(line => (line.Key, line.Key == "Eau" ? "17" : Said(line.Value))));
        await hand.Press("Valider");
        await Expect(page.Locator("#retour")).ToHaveTextAsync("7 lignes sont justes. 1 ligne est à recompter.");
        await Expect(page.Locator("#retour")).ToBeFocusedAsync();
        await Expect(page.Locator(".progress p")).ToHaveTextAsync("Justes : 7 sur 8");
        await Expect(page.Locator(".line-again")).ToContainTextAsync("à recompter");
        await hand.Type("Eau", "18");
        await hand.Press("Valider");

        await Expect(page.Locator("h1")).ToHaveTextAsync("Merci !");
        await Expect(page.GetByText("Le stock est compté : les 8 lignes sont justes.")).ToBeVisibleAsync();
        await hand.Press("Continuer");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Bravo Nora, c’est fini");
        var read = Measures("Nora");
        Assert.Equal((true, true, false, 19), (read.Finished, read.Succeeded, read.Abandoned, read.Openings));
        Assert.Equal([new(1, 0), new InventaireTry(0, 0)], read.Tries);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task With_a_finger_on_a_small_telephone_notes_and_numbers_survive_a_closed_page_and_one_may_stop_there()
    {
        await using var window = await town.Telephone();
        var (page, hand) = (window.Page, new Finger(window.Page));
        var room = new PlayingInventaire(page, hand);
        await room.Enter(town.Product.Opens("INVB59000", InventaireRules.TechnicalName), "Milo");
        await room.Train();
        await hand.Press("Ouvrir : Tonneau 19");
        await hand.Press("Prendre des notes");
        await hand.Press("Menthe : 1 de plus");
        await hand.Press("Menthe : 1 de plus");
        await hand.Press("Menthe : 1 de moins");
        await hand.Press("Refermer");
        await hand.Press("Remplir la feuille");
        await room.Type([("Citron", "14"), ("Eau", "3")]);
        await hand.Press("Valider");
        await Expect(page.Locator("#retour")).ToHaveTextAsync("1 ligne est juste. 1 ligne est à recompter. 6 lignes sont à remplir.");
        await room.Type([("Lait", "14")]);

        await room.ComeBack();
        await Expect(page.Locator(".progress p")).ToHaveTextAsync("Justes : 1 sur 8");
        await hand.Press("Remplir la feuille");
        await Expect(page.GetByLabel("Citron")).ToHaveValueAsync("14");
        await Expect(page.GetByLabel("Eau")).ToHaveValueAsync("3");
        await Expect(page.GetByLabel("Lait")).ToHaveValueAsync("14");
        await hand.Press("Recopier mes notes");
        await Expect(page.GetByLabel("Menthe")).ToHaveValueAsync("1");
        await hand.Press("J’ai fini, je m’arrête là");
        await hand.Press("Continuer à compter");
        await hand.Press("J’ai fini, je m’arrête là");
        await hand.Press("J’ai fini, je m’arrête là");
        await Expect(page.GetByText("Vos nombres sont gardés. 2 lignes sont justes.")).ToBeVisibleAsync();
        await hand.Press("Continuer");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Bravo Milo, c’est fini");

        var read = Measures("Milo");
        Assert.Equal((true, false, true, 1), (read.Finished, read.Succeeded, read.Abandoned, read.Openings));
        Assert.Equal([new(1, 6), new InventaireTry(2, 4)], read.Tries);
        Assert.True(hand.Complaints.Count == 0, string.Join('\n', hand.Complaints));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Its_screens_have_no_violation_and_never_scroll_sideways()
    {
        await using var window = await town.Desk();
        var (page, hand, axe) = (window.Page, new Keyboard(window.Page), new Wcag(window.Page));
        var room = new PlayingInventaire(page, hand);
        await room.Enter(town.Product.Opens("INVC59000", InventaireRules.TechnicalName), "Inès");
        await room.Train();
        await axe.Check("la réserve");
        await hand.Press("Ouvrir : Frigo 13");
        await hand.Press("Prendre des notes");
        await hand.Press("Lait : 1 de plus");
        await axe.Check("un meuble et les notes");
        await hand.Press("Refermer");
        await hand.Press("Remplir la feuille");
        await axe.Check("la feuille");
        await room.Type([("Citron", "14"), ("Eau", "3")]);
        await hand.Press("Valider");
        await axe.Check("la feuille, à reprendre");
        await hand.Press("Aide");
        await axe.Check("l’aide");
        await page.Keyboard.PressAsync("Escape");
        await hand.Press("J’ai fini, je m’arrête là");
        await axe.Check("l’arrêt");

        axe.FoundNothing();
    }

    InventaireMeasures Measures(string name) =>
        InventaireReading.Read(town.Product.Read(db => db.Runs.AsNoTracking().Include(r => r.Events).Single(r => r.Situation == InventaireRules.TechnicalName && db.Evaluations.Any(e => e.Id == r.EvaluationId && e.Beneficiary!.Name == name))));

    static string Said(int number) => number.ToString(CultureInfo.InvariantCulture);
}
