using System.Net;
using Beffroi.Bots.Tests.Findings;
using Beffroi.Cli.World;

namespace Beffroi.Bots.Tests.Review;

public sealed class ContestTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static readonly (string Field, string? Answer)[] Good = [("Kind", "Objection"), ("Network", "Twitter"), ("Handle", "inconnu_au_bataillon"), ("Text", "Ce compte est le mien et je l’écris à la main."), ("Contact", "moi@exemple.example")];

    static async Task<Visitor> Written(SiteUnderTest site, params (string Field, string? Answer)[] answers)
    {
        var visitor = await site.Visit().Open("/robots/contester");
        site.Clock.Advance(TimeSpan.FromSeconds(5));
        return await visitor.Press("Envoyer ma demande", [.. Good.Select(g => answers.FirstOrDefault(a => a.Field == g.Field) is { Field: not null } other ? other : g)]);
    }

    [Fact]
    public async Task B18_an_owner_contests_without_an_account_and_reads_the_same_whether_or_not_theirs_is_known()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var handle = site.ReadBots(db => db.Accounts.Single(a => a.Id == WorldBots.Account(WorldBots.Confirmed)).Handle);
        var unknown = await Written(site);
        var known = await Written(site, ("Handle", "@" + handle), ("Contact", "autre@exemple.example"));

        Assert.Equal(HttpStatusCode.OK, known.Status);
        Assert.Contains("Votre demande est arrivée", known.Text, StringComparison.Ordinal);
        Assert.Equal(unknown.Text, known.Text);
        Assert.Equal([null, WorldBots.Account(WorldBots.Confirmed)], site.ReadBots(db => db.Contests.Where(c => c.Id != WorldBots.Contest).OrderBy(c => c.ReceivedAt).Select(c => c.AccountId).ToList()));
        // The round begins again.
        Assert.Equal(0, site.ReadBots(db => db.Reviews.Count(r => r.AccountId == WorldBots.Account(WorldBots.Confirmed) && r.EndedAt == null)));
        Assert.Equal(2, site.ReadBots(db => db.Reviews.Count(r => r.AccountId == WorldBots.Account(WorldBots.Confirmed))));
        Assert.Equal(2, site.ReadAccounts(db => db.Outbox.Count(m => m.Kind == "robots-contestation")));
    }

    [Fact]
    public async Task B18_whoever_contests_again_within_a_month_does_not_erase_the_labels_again()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var account = WorldBots.Account(WorldBots.Confirmed);
        var handle = site.ReadBots(db => db.Accounts.Single(a => a.Id == account).Handle);
        await Written(site, ("Handle", handle));
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open($"/robots/relecture/{account}");
        await nadia.Press("Enregistrer mon avis", ("Label", "Automated"), ("Why", "Toujours le même lien."));
        await Written(site, ("Handle", handle));
        Assert.Equal(1, site.ReadBots(db => db.Reviews.Count(r => r.AccountId == account && r.EndedAt == null)));
    }

    [Theory]
    [InlineData("Kind", "")]
    [InlineData("Network", "Facebook")]
    [InlineData("Handle", "")]
    [InlineData("Handle", "deux mots")]
    [InlineData("Text", "Non.")]
    [InlineData("Contact", "pas une adresse")]
    [InlineData("Contact", "a@b.example, c@d.example")]
    public async Task What_is_wrong_is_said_beside_its_field(string field, string wrong)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/en/bots/contest");
        site.Clock.Advance(TimeSpan.FromSeconds(5));
        var stamp = visitor.Page.QuerySelector("[name=Opened]")!.GetAttribute("value")!;
        await visitor.Post("/en/bots/contest", [("Opened", stamp), .. Good.Select(g => (g.Field, g.Field == field ? wrong : g.Answer!))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal(0, site.ReadBots(db => db.Contests.Count()));
        Assert.Equal(field == "Text" ? wrong : Good[3].Answer, visitor.Page.QuerySelector("[name=Text]")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_program_that_fills_in_everything_or_sends_at_once_or_too_often_is_not_taken()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/robots/contester");
        (string, string)[] fields = [("Opened", visitor.Page.QuerySelector("[name=Opened]")!.GetAttribute("value")!), .. Good.Select(g => (g.Field, g.Answer!))];
        await visitor.Post("/robots/contester", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        site.Clock.Advance(TimeSpan.FromSeconds(5));
        await visitor.Post("/robots/contester", [.. fields, ("contact_url", "https://exemple.example")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal(0, site.ReadBots(db => db.Contests.Count()));
        await visitor.Post("/robots/contester", fields);
        await visitor.Post("/robots/contester", fields);
        Assert.Equal(1, site.ReadBots(db => db.Contests.Count()));
        for (var i = 0; i < 15; i++)
        {
            await visitor.Open("/robots/contester");
            site.Clock.Advance(TimeSpan.FromSeconds(5));
            await visitor.Press("Envoyer ma demande", Good);
        }

        Assert.InRange(site.ReadBots(db => db.Contests.Count()), 2, 10);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        // The address is written to once a day.
        Assert.Equal(1, site.ReadAccounts(db => db.Outbox.Count(m => m.Kind == "robots-contestation")));
    }

    [Fact]
    public async Task B18_an_analyst_who_watches_the_account_decides_and_the_owner_is_told()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var (nadia, paul) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Paul));
        await paul.Open("/robots/contestations");
        Assert.DoesNotContain("meteo-du-port", paul.Text, StringComparison.Ordinal);
        await paul.Open("/robots/relecture");
        await nadia.Open("/robots/contestations");
        await nadia.Post($"/robots/contestations/{WorldBots.Contest}", ($"State-{WorldBots.Contest:N}", "Received"), ($"Answer-{WorldBots.Contest:N}", "Bientôt."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
        Assert.Contains("Bientôt.", nadia.Page.QuerySelector($"[name=Answer-{WorldBots.Contest:N}]")!.TextContent, StringComparison.Ordinal);
        await nadia.Press("Envoyer cette réponse à propos de meteo-du-port.beffroi.example", ($"State-{WorldBots.Contest:N}", "Dismissed"), ($"Answer-{WorldBots.Contest:N}", "Votre compte est cité comme robot déclaré, et rien d’autre."));
        Assert.Equal(HttpStatusCode.OK, nadia.Status);
        Assert.Equal(ContestState.Dismissed, site.ReadBots(db => db.Contests.Single().State));
        var letter = site.ReadAccounts(db => db.Outbox.Single(m => m.Kind == "robots-contestation-reponse"));
        Assert.Contains("robot déclaré", letter.Body, StringComparison.Ordinal);
        await nadia.Post($"/robots/contestations/{WorldBots.Contest}", ($"State-{WorldBots.Contest:N}", "Upheld"), ($"Answer-{WorldBots.Contest:N}", "Finalement si, pour vous."));
        Assert.Equal(HttpStatusCode.Conflict, nadia.Status);
    }

    [Theory]
    [InlineData(40)]
    // One of the group, whose evidence names it, and that an exploration went through.
    [InlineData(5)]
    public async Task An_erasure_that_is_upheld_leaves_nothing_but_that_the_account_is_left_out(int number)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        await site.Look();
        var account = WorldBots.Account(number);
        var found = site.ReadBots(db => db.Accounts.Single(a => a.Id == account));
        await Written(site, ("Kind", "Erasure"), ("Network", found.Network.ToString()), ("Handle", found.Handle));
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open("/robots/contestations");
        var contest = site.ReadBots(db => db.Contests.Single(c => c.AccountId == account).Id);
        await nadia.Press($"Envoyer cette réponse à propos de {found.Handle}", ($"State-{contest:N}", "Upheld"), ($"Answer-{contest:N}", "Vos données sont effacées, et votre compte laissé de côté."));
        Assert.Equal(HttpStatusCode.OK, nadia.Status);
        var left = site.ReadBots(db => db.Accounts.Single(a => a.Id == account));
        Assert.Equal((true, null, null, null), (left.LeftOut, left.Profile, left.Handle, left.Probability));
        Assert.Equal(0, site.ReadBots(db => db.Posts.Count(p => p.AccountId == account) + db.Scores.Count(s => s.AccountId == account) + db.AccountMatches.Count(m => m.AccountId == account)));
        Assert.Equal(HttpStatusCode.NotFound, (await nadia.Open($"/robots/relecture/{account}")).Status);
        Assert.Equal(0, site.ReadBots(db => db.Explored.Count(x => x.NativeId == left.NativeId) + db.ExploredTies.Count(t => t.FromId == left.NativeId || t.ToId == left.NativeId) + db.Frontier.Count(f => f.NativeId == left.NativeId)));
        Assert.DoesNotContain(site.ReadBots(db => db.Clusters.ToList()), c => c.Evidence.Contains(account.ToString(), StringComparison.Ordinal) || c.Evidence.Contains(left.NativeId, StringComparison.Ordinal));
        Assert.Equal(site.ReadBots(db => db.Members.Count(m => m.ClusterId == WorldBots.Cluster)), site.ReadBots(db => db.Clusters.Single(c => c.Id == WorldBots.Cluster).Size));
    }
}
