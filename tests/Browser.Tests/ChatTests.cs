using Beffroi.Chat;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Kit;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>Three people of three organisations, each before a browser of their own.</summary>
public sealed class ChatTests(Town town)
{
    static readonly string NadiaOfTheMinistry = $"{ChatWorld.Nadia}, {ChatWorld.Ministry.Name}";

    static readonly Guid Detection = ChatWorld.Channel(ChannelPhase.Detection);

    [Fact]
    public async Task Three_organisations_go_from_a_link_to_a_reaction()
    {
        await using var hugo = await ChatPerson.Come(town, ChatWorld.Hugo);
        await using var nadia = await ChatPerson.Come(town, ChatWorld.Nadia);
        await using var samira = await ChatPerson.Come(town, ChatWorld.Samira);
        var mark = ChatPerson.Mark();
        var found = $"Le port ferme lundi ? https://{mark}.example/fermeture";
        foreach (var person in new[] { hugo, nadia, samira })
        {
            await person.Enter(Detection);
            await person.Stay();
        }

        // Detection: a link is posted, the others see it where they are.
        await hugo.Say(found);
        await Expect(nadia.Message(mark)).ToBeVisibleAsync();
        await Expect(samira.Message(mark)).ToBeVisibleAsync();

        // A reply in a thread: the room says so without being loaded again.
        await (await nadia.Acts(mark)).GetByRole(AriaRole.Link, new() { Name = "Répondre" }).ClickAsync();
        await Expect(nadia.Page.Locator("h1")).ToContainTextAsync("Fil du");
        await nadia.Say("L’image montre un autre port.");
        await Expect(hugo.Message(mark)).ToContainTextAsync("1 réponse");
        await hugo.HasStayed();

        var caseId = await OpenTheCase(hugo, nadia, mark);
        await Expect(samira.Message(mark)).ToContainTextAsync("Dossier ouvert depuis ce message");
        await samira.HasStayed();

        await Qualify(caseId, [(nadia, [Convention.Misleading, Convention.Harmful]), (hugo, [Convention.Massive, Convention.Artificial]), (samira, [Convention.Foreign])]);
        await RunAPractice(nadia, caseId);
        await Decide(nadia, caseId);

        // The others read the decision and what came of it.
        await samira.Page.GotoAsync(CasePart.Reactions.Address(Lang.French, caseId));
        await Expect(samira.Page.Locator("main")).ToContainTextAsync("Démentir");
        await Expect(samira.Page.Locator("main .fr-badge", new() { HasText = "a réussi" })).ToBeVisibleAsync();
        await samira.Page.GotoAsync(Addresses.Case(Lang.English, caseId));
        await Expect(samira.Page.Locator("main .case-verdict").First).ToContainTextAsync("Qualified");
        Assert.All(new[] { hugo, nadia, samira }, person => Assert.Empty(person.Window.Complaints));
    }

    /// <summary>One press; the case leads back to the message, the message to the case, and whoever presses on a page of before comes to the same one.</summary>
    async Task<Guid> OpenTheCase(ChatPerson hugo, ChatPerson nadia, string mark)
    {
        await using var late = await ChatPerson.Come(town, ChatWorld.Paul, context => context.JavaScriptEnabled = false);
        await late.Page.GotoAsync(Addresses.Room(Lang.French, Detection));
        await nadia.Page.GotoAsync(Addresses.Room(Lang.French, Detection));

        await (await nadia.Acts(mark)).GetByRole(AriaRole.Button, new() { Name = "Ouvrir un dossier" }).ClickAsync();
        await nadia.Page.Reach("/discussion/dossiers/[^/]+$");
        var address = nadia.Page.Url;
        await Expect(nadia.Page.Locator("main .case-quote")).ToContainTextAsync(mark);
        await nadia.Page.GetByRole(AriaRole.Link, new() { Name = "Voir le message dans son salon" }).ClickAsync();
        await Expect(nadia.Message(mark)).ToContainTextAsync("Dossier ouvert depuis ce message");
        await Expect(hugo.Message(mark)).ToContainTextAsync("Dossier ouvert depuis ce message");

        await (await late.Acts(mark)).GetByRole(AriaRole.Button, new() { Name = "Ouvrir un dossier" }).ClickAsync();
        await late.Page.Reach("/discussion/dossiers/[^/]+$");
        Assert.Equal(address, late.Page.Url);
        return Guid.Parse(address.Split('/')[^1]);
    }

    static async Task Qualify(Guid caseId, (ChatPerson Person, string[] Criteria)[] views)
    {
        var said = 0;
        foreach (var (person, criteria) in views)
        {
            foreach (var criterion in criteria)
            {
                var page = person.Page;
                await page.GotoAsync($"{CasePart.Criteria.Address(Lang.French, caseId)}/{criterion}");
                await page.Locator("input[name=Stand][value=Yes]").CheckAsync(new() { Force = true });
                await page.Locator("select[name=Confidence]").SelectOptionAsync(nameof(Estimate.VeryLikely));
                await page.Locator("textarea[name=Why]").FillAsync("Vu sur trois réseaux.");
                await person.Press("Enregistrer mon avis");
                await page.Reach($"/criteres#c-{criterion}$");
                await Expect(page.Locator("main .case-verdict").First).ToHaveTextAsync(++said == 5 ? "Qualifié" : "À qualifier");
            }
        }
    }

    static async Task RunAPractice(ChatPerson person, Guid caseId)
    {
        var page = person.Page;
        await page.GotoAsync(CasePart.Runs.Address(Lang.French, caseId) + "?all=true");
        await page.Locator("main button[aria-label^='Commencer']").First.ClickAsync();
        await page.Reach("/demarches/[^/]+$");
        await page.Locator(".case-steps h2 a").First.ClickAsync();
        await page.Locator("input[name=State][value=Done]").CheckAsync(new() { Force = true });
        await page.Locator("textarea[name=Result]").FillAsync("Copie gardée.");
        await person.Press("Enregistrer");
        await page.Reach("/demarches/[^/]+#s-1$");
        await Expect(page.Locator("#s-1")).ToContainTextAsync("faite");
        await Expect(page.Locator("#s-1")).ToContainTextAsync("Copie gardée.");
    }

    static async Task Decide(ChatPerson person, Guid caseId)
    {
        var page = person.Page;
        await page.GotoAsync(CasePart.Reactions.Address(Lang.French, caseId));
        await page.Locator("select[name=Option]").SelectOptionAsync(nameof(ReactionOption.Denial));
        await page.Locator("textarea[name=Text]").FillAsync("Démentir avec le port.");
        await page.Locator("textarea[name=Backfire]").FillAsync("Faire connaître la vidéo.");
        await page.Locator("select[name=BackfireChance]").SelectOptionAsync(nameof(Estimate.Unlikely));
        await page.Locator("select[name=Owner]").SelectOptionAsync(new SelectOptionValue { Label = $"{ChatWorld.Nadia} ({ChatWorld.Ministry.Name})" });
        await person.Press("Proposer");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Démentir", Exact = true }).ClickAsync();
        await page.Locator("input[name=Verdict][value=Taken]").CheckAsync(new() { Force = true });
        await page.Locator("textarea[name=Why]").FillAsync("La vidéo est déjà très vue.");
        await person.Press("Décider");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Réaction retenue" })).ToBeVisibleAsync();
        await page.Locator("select[name=Outcome]").SelectOptionAsync(nameof(Outcome.Worked));
        await page.Locator("textarea[name=Text]").FillAsync("Les partages ont cessé dans la journée.");
        await person.Press("Noter le résultat");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "La réaction a réussi" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_said_to_some_is_never_told_to_the_others()
    {
        var room = ChatWorld.Channel(ChannelPhase.Qualification, Lang.English);
        await using var hugo = await ChatPerson.Come(town, ChatWorld.Hugo);
        await using var nadia = await ChatPerson.Come(town, ChatWorld.Nadia);
        await using var samira = await ChatPerson.Come(town, ChatWorld.Samira);
        foreach (var person in new[] { hugo, nadia, samira })
        {
            await person.Enter(room);
        }

        var (red, amber, later, open) = (ChatPerson.Mark(), ChatPerson.Mark(), ChatPerson.Mark(), ChatPerson.Mark());
        await hugo.SayTo("red", NadiaOfTheMinistry, red);
        await hugo.SayTo("amber", ChatWorld.Ministry.Name, amber);
        await hugo.SayToAll(open);

        // Live: what was said after them to everybody has come, they have not; nor did the line bring anything of them.
        await Expect(nadia.Message(red)).ToBeVisibleAsync();
        await Expect(nadia.Message(red)).ToContainTextAsync("TLP:RED");
        await Expect(nadia.Message(amber)).ToBeVisibleAsync();
        await Expect(samira.Message(open)).ToBeVisibleAsync();
        await NeverTold(samira, red, amber);

        // By loading again, and by search.
        await samira.Page.ReloadAsync();
        await Expect(samira.Message(open)).ToBeVisibleAsync();
        await NeverTold(samira, red, amber);
        foreach (var secret in new[] { red, amber })
        {
            await samira.Page.GotoAsync($"{Addresses.Search(Lang.French)}?q={secret}");
            await Expect(samira.Page.Locator(".chat-found > li")).ToHaveCountAsync(0);
            await nadia.Page.GotoAsync($"{Addresses.Search(Lang.French)}?q={secret}");
            await Expect(nadia.Page.Locator(".chat-found > li")).ToHaveCountAsync(1);
        }

        // In what is new: both have read the room, then something is said to one of them.
        await samira.Enter(room);
        await nadia.Enter(room);
        await samira.Page.GotoAsync(Addresses.Home(Lang.French));
        await nadia.Page.GotoAsync(Addresses.Home(Lang.French));
        await hugo.SayTo("red", NadiaOfTheMinistry, later);
        await samira.Page.ReloadAsync();
        await nadia.Page.ReloadAsync();
        await Expect(nadia.Page.Locator($"li[data-room='{room}'] .fr-badge", new() { HasText = "Nouveau" })).ToBeVisibleAsync();
        await Expect(samira.Page.Locator($"li[data-room='{room}']")).ToBeVisibleAsync();
        await Expect(samira.Page.Locator($"li[data-room='{room}'] .fr-badge", new() { HasText = "Nouveau" })).ToHaveCountAsync(0);
        Assert.All(new[] { hugo, nadia, samira }, person => Assert.Empty(person.Window.Complaints));
    }

    static async Task NeverTold(ChatPerson person, params string[] secrets)
    {
        var page = await person.Page.ContentAsync();
        Assert.NotEmpty(person.Heard);
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
            Assert.DoesNotContain(person.Heard, frame => frame.Contains(secret, StringComparison.Ordinal));
        }
    }
}
