using System.Net;
using System.Text.Json;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Tests.Playing;

public sealed class StartPlayTests
{
    [Theory]
    [InlineData("GET", "/api/eva/evaluations/moi")]
    [InlineData("POST", "/api/eva/evaluations/{0}/parties/livraison")]
    [InlineData("POST", "/api/eva/evaluations/{0}/collections_evenements")]
    public async Task Without_its_token_an_evaluation_stays_shut(string method, string url)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Fermée à clé");
        var evaluation = (await (await Participant.Enter(site, campaign.Code)).Journey()).EvaluationId;
        var stranger = site.Visit();

        using var request = new HttpRequestMessage(new(method), string.Format(System.Globalization.CultureInfo.InvariantCulture, url, evaluation));
        request.Headers.Add("X-Eva", "1");
        var response = await stranger.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Nobody_plays_or_writes_in_the_evaluation_of_another()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Chacun la sienne");
        var awa = await Participant.Enter(site, campaign.Code, "Awa");
        var play = await awa.Start("livraison");
        var bilal = await Participant.Enter(site, campaign.Code, "Bilal");
        var hers = (await awa.Journey()).EvaluationId;

        Assert.Equal(HttpStatusCode.Unauthorized, (await bilal.StartRaw(hers, "livraison")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bilal.SendRaw(hers, """{"evenements":[]}""")).StatusCode);
        var receipt = await bilal.Send(new Story(play).Finish().Events);

        Assert.Equal((0, "cette partie n’appartient pas à l’évaluation"), (receipt.Accepted, Assert.Single(receipt.Refused).Reason));
    }

    [Fact]
    public async Task A_cookie_sent_by_a_foreign_page_writes_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Page étrangère");
        var awa = await Participant.Enter(site, campaign.Code);
        var id = (await awa.Journey()).EvaluationId;

        using var body = new StringContent("""{"evenements":[]}""", System.Text.Encoding.UTF8, "application/json");
        var response = await awa.Visitor.Http.PostAsync(new Uri($"/api/eva/evaluations/{id}/collections_evenements", UriKind.Relative), body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task The_answer_key_never_reaches_the_browser()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Sans clé", withWriting: true);
        var awa = await Participant.Enter(site, campaign.Code);
        var id = (await awa.Journey()).EvaluationId;

        foreach (var situation in new[] { "livraison", "maintenance" })
        {
            using var json = JsonDocument.Parse(await (await awa.StartRaw(id, situation)).Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            foreach (var list in new[] { "items", "stimuli" }.Select(name => json.RootElement.GetProperty(name)))
            {
                var fields = list.EnumerateArray().SelectMany(Names).ToHashSet(StringComparer.OrdinalIgnoreCase);
                Assert.Empty(fields.Intersect(["solution", "difficulty", "skill", "french", "rationale", "valence", "correct", "succes", "score"], StringComparer.OrdinalIgnoreCase));
                Assert.All(list.EnumerateArray().SelectMany(item => item.TryGetProperty("choices", out var choices) ? choices.EnumerateArray().ToArray() : []),
                    choice => Assert.True(!choice.TryGetProperty("feedback", out var feedback) || feedback.ValueKind == JsonValueKind.Null));
            }
        }
    }

    [Fact]
    public async Task Nothing_about_a_word_but_its_letters_tells_what_it_is()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Mots");

        var play = await (await Participant.Enter(site, campaign.Code)).Start("maintenance");

        // Ids are drawn for words and non-words alike: sorted by id, the two kinds are mixed.
        var kinds = play.Stimuli.OrderBy(s => s.Id, StringComparer.Ordinal).Select(s => MaintenanceBank.Current.Stimuli.Single(k => k.Id == s.Id).French).ToList();
        Assert.Equal((56, 28), (kinds.Count, kinds.Count(french => french)));
        Assert.True(kinds.Zip(kinds.Skip(1)).Count(pair => pair.First != pair.Second) > 14, "The ids of words and of non-words follow each other in blocks.");
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_order_of_words_is_drawn_for_each_person_and_the_same_at_each_return(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Ordre");
        var awa = await Participant.Enter(site, campaign.Code, "Awa");
        var bilal = await Participant.Enter(site, campaign.Code, "Bilal");

        var first = await awa.Start("maintenance");
        var again = await awa.Start("maintenance");
        var other = await bilal.Start("maintenance");

        Assert.Equal(first.SessionId, again.SessionId);
        Assert.Equal(first.Stimuli, again.Stimuli);
        Assert.NotEqual(first.Stimuli, other.Stimuli);
        Assert.Equal(first.Stimuli.OrderBy(s => s.Id, StringComparer.Ordinal), other.Stimuli.OrderBy(s => s.Id, StringComparer.Ordinal));
        Assert.Single(site.LastEvaluation(campaign.Id).Runs);
    }

    [Fact]
    public async Task The_situations_have_the_items_that_the_parcours_announces()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Comptes", withWriting: true);
        var awa = await Participant.Enter(site, campaign.Code);

        var play = await awa.Start("livraison");

        var skills = play.Items.Select(i => LivraisonBank.Current.Find(i.Id)!.Skill).ToList();
        Assert.Equal((9, 7, 3), (skills.Count(s => s == "ccf"), skills.Count(s => s == "syntaxe-orthographe"), skills.Count(s => s == "numeratie")));
        Assert.Equal((2, ItemKind.Writing), (play.Training.Count, play.Items[^1].Kind));
    }

    [Fact]
    public async Task A_situation_outside_the_parcours_is_not_found()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Hors parcours");
        var awa = await Participant.Enter(site, campaign.Code);

        Assert.Equal(HttpStatusCode.NotFound, (await awa.StartRaw((await awa.Journey()).EvaluationId, "tri")).StatusCode);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Coming_back_gives_what_is_answered_and_the_next_position(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Au milieu");
        var awa = await Participant.Enter(site, campaign.Code);
        var play = await awa.Start("livraison");
        await awa.Send(new Story(play).Tell(EventNames.Started).Answer("L01", "b", 4).Answer("L02", null, 9).Events);

        var again = await awa.Start("livraison");

        Assert.Equal((play.SessionId, 5, true), (again.SessionId, again.NextPosition, again.TrainingDone));
        Assert.Equal(["L01", "L02"], again.Answered.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_finished_situation_is_not_played_again()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Une fois");
        var awa = await Participant.Enter(site, campaign.Code);
        await awa.Send(Story.Whole(await awa.Start("livraison"), _ => true, 5).Events);

        Assert.Equal(HttpStatusCode.BadRequest, (await awa.StartRaw((await awa.Journey()).EvaluationId, "livraison")).StatusCode);
        Assert.Equal(["livraison"], (await awa.Journey()).Steps.Where(s => s.Done).Select(s => s.Situation));
    }

    static IEnumerable<string> Names(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Names(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Names),
        _ => [],
    };
}
