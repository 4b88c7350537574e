using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Browser.Tests;

/// <summary>What stands on the pages of the running product, and windows of those who stand before them.</summary>
public sealed class Furniture(Town town, PlaceKeys keys)
{
    public PlaceKeys Keys { get; } = keys;

    public async Task<Window> WindowOf(string? who)
    {
        var window = await town.Desk();
        switch (who)
        {
            case null:
                break;
            case Places.InPlay:
                await new Player(window.Page, new Keyboard(window.Page)).Enter(Keys.Code, "Uma");
                break;
            case Places.AtTheEnd:
                await Entered(window, Keys.Code, "Vera");
                await town.Finish(window, "livraison");
                await town.Finish(window, "maintenance");
                break;
            case Places.Alone:
                await Alone.Begin(window.Page);
                break;
            case Places.AloneAtTheEnd:
                await Alone.Begin(window.Page);
                await Alone.PlayToTheEnd(town, window);
                break;
            case AdsFurnishing.Volunteer:
                await Answered(window);
                break;
            default:
                await window.SignIn(who);
                break;
        }

        return window;
    }

    /// <summary>Somebody without an account answers about the ad that pages are addressed by.</summary>
    async Task Answered(Window window)
    {
        var ct = TestContext.Current.CancellationToken;
        await town.Product.WriteAds(db => AdsFurnishing.MakeRoom(db, ct));
        await window.Page.GotoAsync("/annonces");
        // One in some is shown an ad whose answer is known first.
        while (await window.Page.Locator("form.ads-question input[name=Ad]").GetAttributeAsync("value") != AdsFurnishing.Answered.ToString())
        {
            await window.Page.GetByRole(AriaRole.Button, new() { Name = "Voir une autre annonce" }).ClickAsync();
        }

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Oui, politique" }).ClickAsync();
        await window.Page.Reach("/annonces/repondre/[^/]+$");
        var given = Guid.Parse(window.Page.Url.Split('/')[^1]);
        await town.Product.WriteAds(db => AdsFurnishing.Name(db, given, ct));
    }

    public static async Task Entered(Window window, string code, string name)
    {
        var player = new Player(window.Page, new Keyboard(window.Page));
        await player.Enter(code, name);
        await player.AnswerQuestions();
    }
}

public static partial class Furnishing
{
    static readonly SemaphoreSlim Once = new(1);
    static Task<PlaceKeys>? _making;

    /// <summary>The world of the demonstration, and an invitation that nobody has taken up. Made once: when that fails, every test that needs it tells the first reason.</summary>
    public static async Task<Furniture> Furnished(this Town town)
    {
        await Once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return new(town, await (_making ??= Make(town)));
        }
        finally
        {
            Once.Release();
        }
    }

    /// <summary>A person in the town whose first situation is done: told to the server as the games tell it, to save minutes of play.</summary>
    public static async Task<Window> AtTheWords(this Town town, string name)
    {
        var window = await town.Desk();
        await Furniture.Entered(window, "BKT59000", name);
        await town.Finish(window, "livraison");
        await window.Page.GotoAsync("/jouer/");
        return window;
    }

    /// <summary>Plays a situation, or the rest of it, from within the window's own session and without its screens.</summary>
    public static async Task Finish(this Town town, Window window, string situation) =>
        Assert.Empty(await Shortcut.Finish(window.Context.APIRequest, town.Product.Address, situation));

    static async Task<PlaceKeys> Make(Town town)
    {
        await using var window = await town.Desk();
        await window.SignIn(Crew.Admin);
        await window.Page.GotoAsync("/personnes");
        var person = await IdIn(window.Page, Crew.Rose);
        await window.Page.GotoAsync("/invitations/nouvelle");
        await window.Page.GetByLabel("Adresse électronique").FillAsync("lina@mission.beffroi.example");
        await window.Page.Locator("main input[type=radio]").Last.CheckAsync(new() { Force = true });
        await window.Page.Locator("main form button[type=submit]").ClickAsync();
        var link = InvitationLink().Match(await window.Page.ContentAsync()).Groups["token"].Value;
        await window.Page.GotoAsync("/structures");
        var structure = await IdIn(window.Page, "Mission locale du Beffroi");
        var draft = await Draft(town);
        var offers = await OffersDraft(town);
        var (post, letter) = town.Product.FurnishPost();
        var superadmin = town.Product.ReadAccounts(db => db.Users.Single(a => a.Name == Crew.Superadmin).Id);
        var (request, prospect) = town.Product.ReadAccounts(db =>
        {
            var made = db.FurnishSupport(superadmin, TimeProvider.System.GetUtcNow());
            db.SaveChanges();
            return made;
        });
        town.Product.Read(db =>
        {
            db.Add(Beffroi.Testing.Furnishing.Norm(superadmin, TimeProvider.System.GetUtcNow()));
            return db.SaveChanges();
        });
        var reviewer = town.Product.ReadAccounts(db => db.Users.Single(a => a.Name == Crew.Admin).Id);
        var proposal = town.Product.ReadEncyclopedia(db =>
        {
            ReadingFurnishing.Fill(db, TimeProvider.System.GetUtcNow());
            var made = db.Furnish(superadmin, reviewer, TimeProvider.System.GetUtcNow());
            db.SaveChanges();
            return made;
        });
        await town.Product.WriteAds(db =>
        {
            AdsFurnishing.Fill(db, TimeProvider.System.GetUtcNow());
            AdsIntakeFurnishing.Fill(db, TimeProvider.System.GetUtcNow());
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await town.Product.WriteIncubator(async db =>
        {
            await PlantedAudit.Plant(db, TestContext.Current.CancellationToken);
            await PlantedDraft.Plant(db, TestContext.Current.CancellationToken);
        });
        var accounts = town.Product.ReadAccounts(db => db.Users.AsNoTracking().ToDictionary(a => a.Name, a => a.Id, StringComparer.Ordinal));
        var caseRoom = Guid.Empty;
        await town.Product.WriteChat(async db => caseRoom = await db.Furnish(name => accounts[name], TimeProvider.System, TestContext.Current.CancellationToken));
        return town.Product.Read(db => new PlaceKeys
        {
            Campaign = db.Campaigns.AsNoTracking().Single(c => c.Code == "BKT59000").Id,
            EmptyCampaign = db.Campaigns.AsNoTracking().Single(c => c.Code == "VRD59000").Id,
            Code = "BKT59000",
            ClosedCode = "VRD59000",
            Evaluation = db.Evaluations.Single(e => e.Beneficiary!.Name == "Awa").Id,
            Unfinished = db.Evaluations.Single(e => e.Beneficiary!.Name == "Elif").Id,
            Followed = db.Beneficiaries.Single(b => b.Name == "Awa").Id,
            Alarming = db.Evaluations.Single(e => e.Beneficiary!.Name == "Colette").Id,
            Person = person,
            Structure = structure,
            InvitationToken = link,
            BankDraft = draft,
            ResetToken = post.Reset,
            ConfirmToken = post.Confirm,
            StopToken = town.Product.StopToken(post.Reader.Id),
            Letter = letter,
            News = post.News,
            HelpSource = post.Help,
            OrientationDraft = offers,
            Request = request,
            Prospect = prospect,
            Proposal = proposal,
            CaseRoom = caseRoom,
        });
    }

    /// <summary>A bank that a superadmin sent and has not confirmed: the one of the product, less a question mark.</summary>
    static async Task<Guid> Draft(Town town)
    {
        await using var window = await town.Desk();
        await window.SignIn(Crew.Superadmin);
        var bank = await window.Context.APIRequest.GetAsync("/eva/banque/livraison/export.csv");
        await window.Page.GotoAsync("/eva/banque/livraison/importer");
        var changed = (await bank.TextAsync()).Replace("Que doit faire Linh", "Que fait alors Linh", StringComparison.Ordinal);
        await window.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "banque.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(changed) });
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Lire le fichier" }).ClickAsync();
        await window.Page.Reach("/importer/[^/]+$");
        return Guid.Parse(window.Page.Url.Split('/')[^1]);
    }

    /// <summary>A file of offers that a superadmin sent and has not confirmed: the sample of the product.</summary>
    static async Task<Guid> OffersDraft(Town town)
    {
        await using var window = await town.Desk();
        await window.SignIn(Crew.Superadmin);
        var offers = await window.Context.APIRequest.GetAsync("/eva/orientation/exemples/offres-exemple.csv");
        await window.Page.GotoAsync("/eva/orientation/fichiers");
        await window.Page.GetByLabel("Ce que contient le fichier").SelectOptionAsync("offres");
        await window.Page.GetByLabel("Qui le publie").FillAsync("Exemple inventé");
        await window.Page.GetByLabel("Jour de la mesure").FillAsync("31/12/2025");
        await window.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "offres.csv", MimeType = "text/csv", Buffer = await offers.BodyAsync() });
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Lire le fichier" }).ClickAsync();
        await window.Page.Reach("/orientation/fichiers/[^/]+$");
        return Guid.Parse(window.Page.Url.Split('/')[^1]);
    }

    static async Task<Guid> IdIn(IPage page, string link) =>
        Guid.Parse((await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = link }).First.GetAttributeAsync("href"))!.Split('/')[^1]);

    [GeneratedRegex("/invitation/(?<token>[A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex InvitationLink();
}
