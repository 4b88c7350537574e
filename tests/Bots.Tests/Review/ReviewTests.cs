using System.Net;
using Beffroi.Cli.World;

namespace Beffroi.Bots.Tests.Review;

public sealed class ReviewTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Nobody has labelled it.</summary>
    const int Fresh = 5;

    public static TheoryData<DbEngine> Engines => [.. Enum.GetValues<DbEngine>()];

    static string Page(int n) => $"/robots/relecture/{WorldBots.Account(n)}";

    [Theory, MemberData(nameof(Engines))]
    public async Task B18_two_people_who_did_not_read_each_other_confirm(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.PlantBots(Ct);
        var (nadia, hugo) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Hugo));
        await nadia.Open(Page(Fresh));
        Assert.Contains("Personne ne l’a encore relu", nadia.Text, StringComparison.Ordinal);
        await nadia.Press("Enregistrer mon avis", ("Label", "Automated"), ("Why", "Le même lien à la même seconde."));
        Assert.Contains("Une personne l’a relu", nadia.Text, StringComparison.Ordinal);
        Assert.Contains("Le même lien à la même seconde.", nadia.Text, StringComparison.Ordinal);

        await hugo.Open(Page(Fresh));
        Assert.DoesNotContain("même seconde", hugo.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ministère", hugo.Text, StringComparison.Ordinal);
        await hugo.Press("Enregistrer mon avis", ("Label", "Automated"), ("Why", "Aucune réponse à personne."));
        Assert.Contains("Confirmé par deux personnes au moins : automatisé", hugo.Text, StringComparison.Ordinal);
        // The other organisation is named, not what its analyst wrote, nor who.
        Assert.Contains("Ministère des Affaires imaginées", hugo.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("même seconde", hugo.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nadia", hugo.Text, StringComparison.Ordinal);
        await nadia.Open(Page(Fresh));
        Assert.Contains("Confirmé", nadia.Text, StringComparison.Ordinal);
        Assert.Contains("robots.relire", site.ReadBots(db => db.Audit.Select(a => a.Act).ToList()));
    }

    [Fact]
    public async Task B18_people_who_do_not_agree_call_for_a_third()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var paul = await site.SignIn(ChatWorld.Paul);
        await paul.Open(Page(WorldBots.Disputed));
        Assert.Contains("ne s’accordent pas", paul.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("à la main", paul.Text, StringComparison.Ordinal);
        await paul.Press("Enregistrer mon avis", ("Label", "Human"), ("Why", "Des fautes que les autres n’ont pas."));
        Assert.Contains("Confirmé par deux personnes au moins : humain", paul.Text, StringComparison.Ordinal);
        Assert.Contains("Tous les avis qui le disent viennent de la même organisation", paul.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task B18_whoever_labels_twice_or_labels_what_is_confirmed_is_told_409()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var (nadia, camille) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Camille));
        var before = site.ReadBots(db => db.Reviews.Count());
        await nadia.Open(Page(WorldBots.HalfReviewed));
        Assert.Null(nadia.Page.QuerySelector("[name=Why]"));
        await nadia.Open(Page(Fresh));
        await nadia.Post(Page(WorldBots.HalfReviewed), ("Label", "Automated"), ("Why", "Je le dis deux fois."));
        Assert.Equal(HttpStatusCode.Conflict, nadia.Status);
        await camille.Open(Page(Fresh));
        await camille.Post(Page(WorldBots.Confirmed), ("Label", "Human"), ("Why", "Je ne suis pas d’accord."));
        Assert.Equal(HttpStatusCode.Conflict, camille.Status);
        Assert.Equal(before, site.ReadBots(db => db.Reviews.Count()));
    }

    [Theory]
    [InlineData("", "Une raison assez longue.")]
    [InlineData("Robot", "Une raison assez longue.")]
    [InlineData("1", "Une raison assez longue.")]
    [InlineData("Human", "court")]
    public async Task A_label_needs_its_reason(string label, string why)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open(Page(Fresh));
        await nadia.Post(Page(Fresh), ("Label", label), ("Why", why));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
        Assert.Equal(why, nadia.Page.QuerySelector("[name=Why]")!.TextContent.Trim());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task B18_ten_presses_at_the_same_moment_are_one_label(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.PlantBots(Ct);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open(Page(Fresh));
        var token = nadia.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var sent = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => nadia.Http.PostAsync(new Uri(Page(Fresh), UriKind.Relative), new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["Label"] = "Automated", ["Why"] = "Pressé dix fois." }), Ct)));

        Assert.Single(sent, r => r.StatusCode == HttpStatusCode.Found);
        Assert.All(sent, r => Assert.True(r.StatusCode is HttpStatusCode.Found or HttpStatusCode.Conflict, r.StatusCode.ToString()));
        Assert.Equal(1, site.ReadBots(db => db.Reviews.Count(r => r.AccountId == WorldBots.Account(Fresh))));
    }

    [Fact]
    public async Task The_queue_holds_what_waits_for_this_person_and_what_others_watch_is_not_in_it()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var (nadia, paul, samira) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Paul), await site.SignIn(ChatWorld.Samira));
        string Row(int n) => $"/relecture/{WorldBots.Account(n)}";

        await nadia.Open("/robots/relecture");
        var hers = nadia.Page.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.EndsWith(Row(WorldBots.Contested), hers[0], StringComparison.Ordinal);
        Assert.DoesNotContain(hers, h => h.EndsWith(Row(WorldBots.Confirmed), StringComparison.Ordinal) || h.EndsWith(Row(WorldBots.HalfReviewed), StringComparison.Ordinal));
        await paul.Open("/en/bots/review");
        var his = paul.Page.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.EndsWith(WorldBots.Account(WorldBots.Disputed).ToString(), his[0], StringComparison.Ordinal);
        Assert.DoesNotContain(his, h => h.EndsWith(WorldBots.Account(WorldBots.Contested).ToString(), StringComparison.Ordinal));
        await samira.Open("/robots/relecture");
        Assert.Empty(samira.Page.QuerySelectorAll("tbody a"));
        Assert.Equal(HttpStatusCode.NotFound, (await samira.Open(Page(Fresh))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await paul.Open(Page(WorldBots.Contested))).Status);
    }

    [Fact]
    public async Task B18_the_dataset_holds_what_is_confirmed_without_a_name_for_referents_only()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var (camille, nadia) = (await site.SignIn(ChatWorld.Camille), await site.SignIn(ChatWorld.Nadia));
        Assert.Equal(HttpStatusCode.Forbidden, (await nadia.Open("/robots/relecture/corpus.csv")).Status);
        var csv = await camille.Http.GetStringAsync(new Uri("/robots/relecture/corpus.csv", UriKind.Relative), Ct);
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var head = lines[0].Split(',');

        Assert.Equal(["row", "label", "people"], head[..3]);
        Assert.Equal(3 + Beffroi.Detection.AccountFeatures.Count, head.Length);
        var line = Assert.Single(lines[1..]);
        Assert.StartsWith("1,bot,2,", line, StringComparison.Ordinal);
        Assert.Equal(head.Length, line.Split(',').Length);
        var jsonl = await camille.Http.GetStringAsync(new Uri("/en/bots/review/dataset.jsonl", UriKind.Relative), Ct);
        foreach (var secret in site.ReadBots(db => db.Accounts.Where(a => a.Id == WorldBots.Account(WorldBots.Confirmed)).Select(a => new { a.Handle, a.NativeId, a.Id }).ToList()).SelectMany(a => new[] { a.Handle!, a.NativeId, a.Id.ToString() }))
        {
            Assert.DoesNotContain(secret, csv + jsonl, StringComparison.Ordinal);
        }

        Assert.Equal(2, site.ReadBots(db => db.Audit.Count(a => a.Change == "Exported" && a.Act == "robots.exporter-corpus")));
    }
}
