using Beffroi.Encyclopedia;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>From the keyboard of somebody without an account to the published page, in each language, with and without scripts.</summary>
public sealed class ContributingTests(Town town)
{
    [Theory]
    [InlineData(Lang.French, true)]
    [InlineData(Lang.English, false)]
    public async Task A_stranger_proposes_a_definition_and_a_reviewer_publishes_it(Lang l, bool scripts)
    {
        var title = l.Say("Fausse enseigne d’essai", "Trial false flag");
        await using var window = await town.Desk(context => context.JavaScriptEnabled = scripts);
        var page = window.Page;
        await page.GotoAsync(l.Say("/encyclopedie/contribuer", "/en/encyclopedia/contribute"));
        await page.Locator("main a.fr-btn").ClickAsync();
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = l.Say("Définition", "Definition") }).ClickAsync();
        await page.GetByText(l.Say("Prévention", "Prevention"), new() { Exact = true }).ClickAsync();
        foreach (var code in new[] { "fr", "en" })
        {
            await page.Locator($"[name='texts.{code}.title']").FillAsync(code == l.Code() ? title : "L’autre / the other " + title);
            await page.Locator($"[name='texts.{code}.summary']").FillAsync("Un essai. A trial.");
            await page.Locator($"[name='texts.{code}.fields.text']").FillAsync("Un **acte** que l’on fait passer pour celui d’un autre. An act passed off as somebody else’s.");
        }

        await page.Locator("[name='sources.0.title']").FillAsync("Un guide");
        await page.Locator("[name='sources.0.url']").FillAsync("https://guide.example/");
        await page.GetByRole(AriaRole.Button, new() { Name = l.Say("Voir l’aperçu", "See the preview") }).ClickAsync();
        await Expect(page.Locator("#apercu")).ToContainTextAsync(title);
        await Send(page, l, l.Say("Un mot qui manquait", "A missing word"));
        Assert.False(town.Product.ReadEncyclopedia(db => db.Words.Any(w => w.Title == title)));

        var follow = page.Url;
        var id = town.Product.ReadEncyclopedia(db => db.Proposals.AsNoTracking().OrderByDescending(p => p.At).First().Id);
        await using var desk = await town.Desk();
        await desk.SignIn(Crew.Superadmin);
        await desk.Page.GotoAsync(l.Say("/encyclopedie/proposition/", "/en/encyclopedia/proposal/") + id);
        foreach (var box in await desk.Page.Locator("main form input[name^='check.']").AllAsync())
        {
            await box.CheckAsync(new() { Force = true });
        }

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = l.Say("Accepter ce qui est coché", "Accept what is ticked") }).ClickAsync();
        await Expect(desk.Page.Locator("main dl.facts")).ToContainTextAsync(l.Say("Acceptée", "Accepted"));

        await page.GotoAsync(follow);
        await Expect(page.Locator("main")).ToContainTextAsync(l.Say("Acceptée", "Accepted"));
        Assert.True(town.Product.ReadEncyclopedia(db => db.Words.Any(w => w.Title == title)));
        Assert.Empty(window.Complaints);
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task A_reviewer_who_was_appointed_takes_one_change_and_leaves_the_other()
    {
        const string key = "essai-de-partage";
        town.Product.ReadEncyclopedia(db =>
        {
            Publishing.Open(key, ATool, new() { AuthorName = "Essai", Comment = "Première version" }, new(2026, 10, 1), db, TimeProvider.System.GetUtcNow());
            return db.SaveChanges();
        });
        await using var chief = await town.Desk();
        await chief.SignIn(Crew.Superadmin);
        await chief.Page.GotoAsync(Addresses.Reviewers(Lang.French));
        await chief.Page.GetByLabel("Adresse électronique de son compte").FillAsync(Crew.EmailOf(Crew.OtherAdviser));
        await chief.Page.GetByRole(AriaRole.Button, new() { Name = "Nommer", Exact = true }).ClickAsync();
        await Expect(chief.Page.Locator("#nominations")).ToContainTextAsync(Crew.OtherAdviser);

        await using var stranger = await town.Desk();
        var page = stranger.Page;
        await page.GotoAsync(Addresses.Propose(Lang.French, key));
        await page.Locator("[name='texts.fr.summary']").FillAsync("Un résumé plus juste.");
        await page.Locator("[name='texts.fr.fields.what']").FillAsync("Une réclame.");
        await Send(page, Lang.French, "Deux changements");

        var id = town.Product.ReadEncyclopedia(db => db.Proposals.AsNoTracking().Single(p => p.Key == key).Id);
        await using var desk = await town.Desk();
        await desk.SignIn(Crew.OtherAdviser);
        await desk.Page.GotoAsync(Addresses.Proposal(Lang.French, id));
        await Expect(desk.Page.Locator(".change")).ToHaveCountAsync(2);
        var label = desk.Page.GetByText("Texte français : Quoi");
        Assert.NotEqual("none", await label.EvaluateAsync<string>("label => getComputedStyle(label, '::before').content"));
        await label.ClickAsync();
        await Expect(desk.Page.Locator("[name='take']").Nth(1)).Not.ToBeCheckedAsync();
        foreach (var box in await desk.Page.Locator("main form input[name^='check.']").AllAsync())
        {
            await box.CheckAsync(new() { Force = true });
        }

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Accepter ce qui est coché" }).ClickAsync();
        await Expect(desk.Page.Locator("main dl.facts")).ToContainTextAsync("Acceptée en partie");

        await page.GotoAsync(Addresses.Entry(Lang.French, key));
        await Expect(page.Locator("main")).ToContainTextAsync("Un résumé plus juste.");
        await Expect(page.Locator("main")).Not.ToContainTextAsync("Une réclame.");
        Assert.Empty(stranger.Complaints);
        Assert.Empty(desk.Complaints);
    }

    static async Task Send(IPage page, Lang l, string comment)
    {
        await page.Locator("[name='comment']").FillAsync(comment);
        var send = page.GetByRole(AriaRole.Button, new() { Name = l.Say("Envoyer la proposition", "Send the proposal") });
        // A test types faster than anybody: it is told so, loses nothing, and sends again.
        while (true)
        {
            var answer = await page.RunAndWaitForResponseAsync(() => send.ClickAsync(), r => r.Request.Method == "POST");
            if (answer.Status < 400)
            {
                break;
            }

            await Expect(page.Locator("#erreurs")).ToBeVisibleAsync();
            await Expect(page.Locator("[name='comment']")).ToHaveValueAsync(comment);
            await page.WaitForTimeoutAsync(4_500);
        }

        await page.Reach(l.Say("/suivi/", "/follow/"));
    }

    static EntryContent ATool => new()
    {
        Type = EntryType.Tool,
        Phases = [Phase.Detection],
        Texts = new()
        {
            Fr = new() { Title = "Essai de partage", Summary = "Un outil inventé.", Fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["byWhom"] = "Personne.", ["what"] = "Rien.", ["whatFor"] = "Essayer.", ["forWhom"] = "Les essais." } },
            En = new() { Title = "Trial of sharing", Summary = "An invented tool.", Fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["byWhom"] = "Nobody.", ["what"] = "Nothing.", ["whatFor"] = "Trying.", ["forWhom"] = "Tests." } },
        },
        Sources = [new() { Title = "Un guide inventé", Url = "https://guide.example/" }],
        Website = "https://outil.example/",
        Availability = new() { State = ToolState.Open, CheckedOn = new(2026, 10, 1) },
    };
}
