using Beffroi.Eva;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Contracts.Pictures.Securite;
using Beffroi.Eva.Scoring;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>The building site on the screen, with the hand that a person has.</summary>
public sealed class PlayingSecurite(Town town)
{
    [Fact, Trait(Depth.Name, Depth.Long)]
    public async Task With_the_keyboard_alone_the_site_is_searched_and_its_dangers_named()
    {
        await using var window = await town.Desk();
        await Play(window, new Keyboard(window.Page), "KBD59001", "Nadia");
    }

    [Fact]
    public async Task With_a_finger_on_a_small_telephone_the_site_is_searched_and_its_dangers_named()
    {
        await using var window = await town.Telephone();
        var finger = new Finger(window.Page);
        await Play(window, finger, "FNG59001", "Paul");
        Assert.Empty(finger.Complaints);
    }

    [Fact]
    public async Task Without_the_picture_a_list_gives_the_same_places_and_the_search_is_not_measured()
    {
        await using var window = await town.Desk();
        var hand = new Keyboard(window.Page);
        var run = await Arrive(window, hand, "LST59001", "Iris");
        await hand.Press("Voir la liste des endroits");
        foreach (var zone in SecuriteBank.Current.Zones)
        {
            await hand.Press(zone.Name);
            await Expect(window.Page.Locator("#document")).ToHaveTextAsync(zone.Description);
            await Judge(window.Page, hand, zone);
        }

        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("Merci !");
        var measures = await Read(window, run);
        Assert.Equal((true, 5, 5, null), (measures.ListShown, measures.Found.Count, measures.NamedRight, measures.MeanSearchSeconds));
        Assert.Empty(window.Complaints);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    [InlineData(880)]
    [InlineData(1280)]
    public async Task The_buttons_lie_over_what_is_drawn_large_enough_and_apart(int width)
    {
        await using var window = await town.Desk();
        await Arrive(window, new Keyboard(window.Page), $"SIZ5{width:0000}", "Zoé");
        await window.Page.SetViewportSizeAsync(width, 800);

        // All at once: a line above may come or go meanwhile.
        var boxes = await window.Page.EvaluateAsync<double[][]>(
            "zones => ['.site-picture', ...zones.map(z => '.zone-' + z)].map(s => { const b = document.querySelector(s).getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; })",
            SitePlan.Places.Select(place => place.Zone).ToArray());
        var picture = boxes[0];
        foreach (var (place, box) in SitePlan.Places.Zip(boxes.Skip(1)))
        {
            Assert.Equal(picture[0] + (picture[2] * place.X / SitePlan.Width), box[0], 1.5);
            Assert.Equal(picture[1] + (picture[3] * place.Y / SitePlan.Height), box[1], 1.5);
            Assert.Equal(picture[2] * place.Width / SitePlan.Width, box[2], 1.5);
            Assert.Equal(picture[3] * place.Height / SitePlan.Height, box[3], 1.5);
            Assert.True(box[2] >= 44 && box[3] >= 44, $"{place.Zone} is {box[2]}×{box[3]} at {width} px.");
        }

        foreach (var (one, other) in SitePlan.Places.Zip(boxes.Skip(1)).SelectMany((one, index) => SitePlan.Places.Zip(boxes.Skip(1)).Skip(index + 1).Select(other => (one, other))))
        {
            var gap = Gap(one.Second, other.Second);
            Assert.True(gap >= 12, $"{one.First.Zone} and {other.First.Zone} are {gap} px apart at {width} px.");
        }
    }

    [Fact]
    public async Task No_place_is_outlined_before_somebody_points_at_it_and_a_click_beside_is_told()
    {
        await using var window = await town.Desk();
        var run = await Arrive(window, new Keyboard(window.Page), "OUT59001", "Max");
        await window.Page.Mouse.MoveAsync(2, 2);
        Assert.Equal(0, await window.Page.Locator("button.zone").EvaluateAllAsync<int>("zones => zones.filter(z => getComputedStyle(z).outlineStyle !== 'none' || getComputedStyle(z).boxShadow !== 'none').length"));
        await window.Page.Locator(".zone-Z10").HoverAsync();
        Assert.Equal("dashed", await window.Page.Locator(".zone-Z10").EvaluateAsync<string>("zone => getComputedStyle(zone).outlineStyle"));

        var picture = await Box(window.Page, ".site-picture");
        await window.Page.Mouse.ClickAsync(picture.X + (picture.Width * 0.75f), picture.Y + (picture.Height * 0.25f));
        await Expect(window.Page.Locator(".site-note")).ToHaveTextAsync("Touchez un autre endroit de l’image.");
        await Expect(window.Page.Locator(".saved-saved")).ToBeVisibleAsync();
        var click = town.Product.Read(db => db.Events.AsNoTracking().Single(e => e.RunId == run && e.Name == EventNames.ClickedOutside));
        using var at = System.Text.Json.JsonDocument.Parse(click.Data);
        Assert.Equal(750, at.RootElement.GetProperty("x").GetInt32(), 2.0);
        Assert.Equal(250, at.RootElement.GetProperty("y").GetInt32(), 3.0);
    }

    [Fact]
    public async Task The_screens_of_the_site_have_no_violation()
    {
        await using var window = await town.Desk();
        var (page, hand, axe) = (window.Page, new Keyboard(window.Page), new Wcag(window.Page));
        await Arrive(window, hand, "AXE59001", "Ève");
        await axe.Check("image");
        await hand.Press("La grue");
        await Expect(page.Locator("h1")).ToHaveTextAsync("La grue");
        await axe.Check("endroit");
        await hand.Choose("Non");
        await hand.Press("Valider");
        await Expect(page.Locator(".zone-seen")).ToHaveCountAsync(1);
        await axe.Check("image, un endroit vu");
        await hand.Press("Voir la liste des endroits");
        await Expect(page.Locator(".site-list")).ToBeVisibleAsync();
        await axe.Check("liste");
        await hand.Press("J’ai tout regardé");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Voulez-vous terminer ?");
        await axe.Check("fin");

        axe.FoundNothing();
    }

    async Task Play(Window window, IHand hand, string code, string name)
    {
        var run = await Arrive(window, hand, code, name);
        await hand.Press("La brouette");
        await hand.Press("Revenir au chantier");
        foreach (var zone in SitePlan.Places.Select(place => SecuriteBank.Current.Find(place.Zone)!))
        {
            await hand.Press(zone.Name);
            await Judge(window.Page, hand, zone);
        }

        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("Merci !");
        var measures = await Read(window, run);
        Assert.Equal((true, false, 5, 5, 0, 11), (measures.Finished, measures.ListShown, measures.Found.Count, measures.NamedRight, measures.FalseAlarms, measures.Judged));
        Assert.InRange(measures.MeanSearchSeconds!.Value, 0.01, 60);
        Assert.All(measures.Found, found => Assert.Equal(hand is Finger ? "tactile" : "clavier", found.Means));
        Assert.Empty(window.Complaints);
    }

    static async Task Judge(IPage page, IHand hand, BankZone zone)
    {
        await Expect(page.Locator("h1")).ToHaveTextAsync(zone.Name);
        await hand.Choose(zone.Dangerous ? "Oui" : "Non");
        await hand.Press("Valider");
        if (zone.Solution is { } right)
        {
            await Expect(page.Locator("h2#question")).ToHaveTextAsync("Quel est le danger ?");
            await hand.Choose(zone.Choices.Single(c => c.Id == right).Text);
            await hand.Press("Valider");
        }
    }

    /// <summary>From the code on the paper, through the training, to the whole site; gives the run.</summary>
    async Task<Guid> Arrive(Window window, IHand hand, string code, string name)
    {
        var player = new Player(window.Page, hand);
        await player.Enter(town.Product.Opens(code, "securite"), name);
        var personal = await player.AnswerQuestions();
        await hand.Press("Jouer");
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Entrer : Le chantier" })).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await hand.Press("Entrer : Le chantier");
        await hand.Press("Commencer");
        await Expect(window.Page.Locator(".progress p")).ToHaveTextAsync("Essai 1 sur 1");
        var plank = SecuriteBank.Current.Training[0];
        await hand.Press(plank.Name);
        await Judge(window.Page, hand, plank);
        await Expect(window.Page.Locator("#retour")).ToHaveTextAsync("Oui. Ce clou peut blesser un pied.");
        await hand.Press("Continuer");
        await hand.Press("Commencer le jeu");
        await Expect(window.Page.Locator(".progress p")).ToHaveTextAsync("Vus : 0 sur 11");
        return town.Product.Read(db => db.Runs.Single(r => db.Evaluations.Any(e => e.Id == r.EvaluationId && e.Beneficiary!.Code == personal)).Id);
    }

    async Task<SecuriteMeasures> Read(Window window, Guid run)
    {
        await Expect(window.Page.Locator(".saved-saved")).ToBeVisibleAsync();
        return SecuriteReading.Read(town.Product.Read(db => db.Runs.AsNoTracking().Include(r => r.Events).Single(r => r.Id == run)));
    }

    static async Task<LocatorBoundingBoxResult> Box(IPage page, string selector) =>
        await page.Locator(selector).BoundingBoxAsync() ?? throw new InvalidOperationException($"{selector} is not on the screen.");

    // Each: left, top, width, height.
    static double Gap(double[] one, double[] other) => Math.Max(
        Math.Max(one[0] - (other[0] + other[2]), other[0] - (one[0] + one[2])),
        Math.Max(one[1] - (other[1] + other[3]), other[1] - (one[1] + one[3])));
}
