using System.Net;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Ads.Tests.Answering;

/// <summary>Nobody answers about an ad of their own choosing, nor as several people.</summary>
public sealed class TargetTests
{
    const string AddressHeader = "X-Test-Address";

    [Fact]
    public async Task An_answer_counts_only_about_the_ad_that_was_shown_to_this_browser()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(2);
        var visitor = await site.Visit().Open("/annonces");
        var (shown, ticket) = (Hidden(visitor, "Ad"), Hidden(visitor, "Ticket"));
        var chosen = shown == GivenAds.Ad(1).ToString() ? GivenAds.Ad(2).ToString() : GivenAds.Ad(1).ToString();
        var other = await site.Visit().Open("/annonces");
        foreach (var (who, ad, said) in new[] { (visitor, chosen, ticket), (visitor, shown, ""), (visitor, shown, "forged"), (other, shown, ticket) })
        {
            await who.Open("/annonces");
            await who.Post("/annonces/repondre", ("Ad", ad), ("Ticket", said), ("Political", "Yes"));
            Assert.Equal((HttpStatusCode.Conflict, "Votre réponse n’a pas été comptée"), (who.Status, who.Heading));
        }

        Assert.Equal(0, site.ReadAds(db => db.Answers.Count()));
        await (await visitor.Open("/annonces")).Press("Non");
        Assert.Equal(1, site.ReadAds(db => db.Answers.Count()));
    }

    /// <summary>What settled any ad: one person, three cookies thrown away.</summary>
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Three_cookie_jars_of_one_person_count_twice_at_most_and_none_without_its_cookie(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.GivenSomeAds(1);
        var jars = new List<Visitor>();
        for (var jar = 0; jar < 3; jar++)
        {
            jars.Add(site.Visit());
            jars[jar].Http.DefaultRequestHeaders.Remove(AddressHeader);
            jars[jar].Http.DefaultRequestHeaders.Add(AddressHeader, "192.0.2.77");
            await jars[jar].Open("/annonces");
        }

        // A form of ours, sent without the cookie that came with it.
        var bare = await site.Visit().Open("/connexion");
        await bare.Post("/annonces/repondre", ("Ad", GivenAds.Ad(1).ToString()), ("Ticket", Hidden(jars[0], "Ticket")), ("Political", "No"));
        Assert.Equal(HttpStatusCode.Conflict, bare.Status);

        foreach (var jar in jars)
        {
            await jar.Press("Non");
        }

        Assert.Equal("Cette annonce a déjà assez de réponses", jars[2].Heading);
        Assert.Contains("même réseau", jars[2].Text);
        Assert.Equal((2, 2, GroupState.Open), (site.ReadAds(db => db.Answers.Count()), site.ReadAds(db => db.Groups.Single().Answers), site.ReadAds(db => db.Groups.Single().State)));
        await jars[2].Open("/annonces");
        Assert.Contains("Aucune autre annonce", jars[2].Text);
        await (await site.Visit().Open("/annonces")).Press("Non");
        Assert.Equal(3, site.ReadAds(db => db.Groups.Single().Answers));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task People_of_one_network_are_asked_about_other_ads_and_keep_so_many_at_a_time(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.GivenSomeAds(60, changeGroup: (_, group) => group.Wanted = 15);
        for (var n = 0; n < new AnsweringSettings().HoldsPerNetwork + 5; n++)
        {
            Assert.NotNull(await site.NextFor($"n{n}", "here"));
        }

        Assert.Equal(new AnsweringSettings().HoldsPerNetwork, site.ReadAds(db => db.Holds.Count()));
        Assert.True(site.ReadAds(db => db.Groups.Max(g => g.Promised)) <= 2);
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        await site.Round(round => round.EachMinute(TestContext.Current.CancellationToken));
        Assert.False(site.ReadAds(db => db.Holds.Any(h => h.Network != null)));
    }

    /// <summary>Previews of links, programs that do not say so: they take the place of nobody.</summary>
    [Fact]
    public async Task Arrivals_without_a_cookie_write_nothing_and_the_ad_stays_once_it_is_back()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(6);
        for (var turn = 0; turn < 20; turn++)
        {
            await site.Visit().Open("/annonces");
        }

        Assert.Equal((0, 0), (site.ReadAds(db => db.Holds.Count()), site.ReadAds(db => db.Groups.Sum(g => g.Promised))));
        var reader = await site.Visit().Open("/annonces");
        var first = Hidden(reader, "Ad");
        await reader.Open("/annonces");
        Assert.Equal(first, Hidden(reader, "Ad"));
        Assert.Equal((1, 1), (site.ReadAds(db => db.Holds.Count()), site.ReadAds(db => db.Groups.Sum(g => g.Promised))));
    }

    [Fact]
    public async Task A_first_ad_is_passed_without_a_place_and_does_not_come_back()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(2);
        var reader = await site.Visit().Open("/annonces");
        var first = Hidden(reader, "Ad");
        await reader.Press("Voir une autre annonce");
        Assert.NotEqual(first, Hidden(reader, "Ad"));
    }

    [Fact]
    public async Task A_browser_that_fills_in_the_hidden_field_is_told_so_in_words()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(1);
        var reader = await site.Visit().Open("/en/ads");
        await reader.Press("No", (AnswerLimits.Trap, "https://me.example"));
        Assert.Equal((HttpStatusCode.BadRequest, "Your answer was not counted"), (reader.Status, reader.Heading));
        Assert.Contains("A field that has to stay empty", reader.Text);
    }

    static string Hidden(Visitor visitor, string field) => visitor.Page.QuerySelector($"form.ads-question input[name={field}]")!.GetAttribute("value")!;
}
