using System.Net;
using System.Text;
using System.Text.Json;
using Beffroi.Eva.Contracts;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Tests.Alone;

/// <summary>An evaluation played alone is on no page, search, export or API of anybody who works here.</summary>
public sealed class NobodySeesAloneTests
{
    public static readonly TheoryData<string, DbEngine> Everybody = Rows();

    [Theory, MemberData(nameof(Everybody))]
    public async Task No_page_of_the_site_shows_it_to_anybody_signed_in(string person, DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var code = await Unfinished(site);
        await (await Participant.AloneAtTheEnd(site)).MakeCode();
        var ids = site.Read(db => db.Evaluations.Where(e => e.Alone != null).Select(e => e.Id).ToList()).Concat(site.Read(db => db.Runs.Where(r => db.Evaluations.Any(e => e.Id == r.EvaluationId && e.Alone != null)).Select(r => r.Id).ToList())).ToList();
        Assert.True(ids.Count > 4);
        var visitor = await site.SignIn(person);

        foreach (var id in ids)
        {
            foreach (var address in Addresses(site, id))
            {
                await visitor.Open(address);
                // By a page whose address holds the id, or by any other.
                var shown = visitor.Page.Source.Text.Contains(id.ToString(), StringComparison.OrdinalIgnoreCase);
                Assert.False(visitor.Status == HttpStatusCode.OK && (shown || address.Contains(id.ToString(), StringComparison.Ordinal)), $"{person} at {address}: {(int)visitor.Status}");
            }
        }

        foreach (var search in new[] { "", code, code.Replace(" ", "", StringComparison.Ordinal), ids[0].ToString() })
        {
            await visitor.Open($"/eva/evaluations?q={Uri.EscapeDataString(search)}");
            // The page shows back what was typed: what it found is a link.
            Assert.DoesNotContain(visitor.Page.QuerySelectorAll("a[href]"), a => ids.Exists(id => a.GetAttribute("href")!.StartsWith($"/eva/evaluations/{id}", StringComparison.Ordinal)));
        }
    }

    [Theory, MemberData(nameof(Everybody))]
    public async Task No_list_counts_it(string person, DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var visitor = await site.SignIn(person);
        var before = await Lists(visitor, site);

        await Unfinished(site);
        await Participant.AloneAtTheEnd(site);

        Assert.Equal(before, await Lists(visitor, site));
    }

    [Fact]
    public async Task No_file_of_answers_is_taken_for_it_and_no_other_person_s_token_opens_it()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var alone = await Participant.Alone(site);
        await alone.AnswerQuestionnaire();
        var events = Story.Whole(await alone.Start("maintenance"), _ => true, 1).Events;
        var id = site.LastAlone()!.Id;
        var camille = await (await site.SignIn(Crew.Superadmin)).Open("/eva/evaluations/importer");

        await camille.Upload("File", "eva-reponses.json", Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new AnswerFile { Format = AnswerFile.CurrentFormat, Evaluation = id, Events = events }, EvaJson.Default.AnswerFile)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Empty(site.LastAlone()!.Runs.SelectMany(r => r.Events));
        var other = await Participant.Enter(site, "BKT59000");
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.StartRaw(id, "livraison")).StatusCode);
    }

    [Fact]
    public async Task Once_given_it_is_seen_by_those_who_see_the_campaign_and_by_nobody_else()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await (await site.SignIn(Crew.Hugo)).Receive(await (await Participant.AloneAtTheEnd(site)).MakeCode(), campaign: "Accueil de novembre");
        var address = $"/eva/evaluations/{site.LastAlone()!.Id}";

        foreach (var (person, sees) in new[] { (Crew.Hugo, true), (Crew.Rose, true), (Crew.Admin, true), (Crew.OtherAdmin, false), (Crew.OtherAdviser, false) })
        {
            Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await (await site.SignIn(person)).Open(address)).Status);
        }
    }

    static async Task<string> Unfinished(SiteUnderTest site)
    {
        var alone = await Participant.Alone(site);
        var code = await alone.AnswerQuestionnaire();
        await alone.Send(new Story(await alone.Start("livraison")).Answer("L01", "b", 4).Events);
        return code;
    }

    /// <summary>Every address that answers a GET, this id wherever one goes.</summary>
    static List<string> Addresses(SiteUnderTest site, Guid id) =>
    [
        .. site.Endpoints.OfType<RouteEndpoint>()
            .Where(r => r.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET", StringComparer.Ordinal) == true)
            .Select(r => r.RoutePattern.RawText!)
            .Where(r => r.StartsWith("/eva", StringComparison.Ordinal) || r.StartsWith("/api", StringComparison.Ordinal) || r.StartsWith("/admin", StringComparison.Ordinal) || r.StartsWith("/personnes", StringComparison.Ordinal))
            // What shows back the code that was typed, and shows nothing else.
            .Where(r => !r.Contains("{code}", StringComparison.Ordinal) && !r.Contains("{name}", StringComparison.Ordinal))
            .Select(r => r.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal),
    ];

    static async Task<string> Lists(Visitor visitor, SiteUnderTest site)
    {
        var texts = new List<string>();
        foreach (var address in new[] { "/eva/evaluations", "/eva/campagnes" }.Concat(site.Read(db => db.Campaigns.OrderBy(c => c.Id).Select(c => c.Id).ToList()).Select(c => $"/eva/campagnes/{c}")))
        {
            texts.Add((await visitor.Open(address)).Text);
        }

        return string.Join('\n', texts);
    }

    static TheoryData<string, DbEngine> Rows()
    {
        var rows = new TheoryData<string, DbEngine>();
        foreach (var engine in new Engines())
        {
            // Each opens some hundred pages: a short run leaves most of them to one engine.
            string[] people = [Crew.Superadmin, Crew.Charge, Crew.RegionAdmin, Crew.Admin, Crew.Hugo, Crew.OtherAdviser];
            foreach (var person in engine.Data == DbEngine.Sqlite || Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1" ? people : people[..1])
            {
                rows.Add(new TheoryDataRow<string, DbEngine>(person, engine.Data) { Skip = engine.Skip });
            }
        }

        return rows;
    }
}
