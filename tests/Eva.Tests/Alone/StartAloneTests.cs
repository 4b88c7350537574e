using System.Net;
using System.Text;
using Beffroi.Eva.Alone;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Tests.Alone;

public sealed class StartAloneTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task From_the_home_page_a_person_begins_without_code_account_or_name_and_belongs_to_nobody(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var people = site.Read(db => db.Beneficiaries.Count());

        var alone = await Participant.Alone(site);

        Assert.StartsWith("/eva/bienvenue/", alone.Visitor.Address, StringComparison.Ordinal);
        var evaluation = site.LastAlone()!;
        Assert.Equal((null, null), (evaluation.CampaignId, evaluation.BeneficiaryId));
        Assert.Equal((AloneConsent.Version, SiteUnderTest.Start), (evaluation.ConsentVersion, evaluation.ConsentedAt));
        Assert.Equal(new DateOnly(2026, 11, 23), evaluation.Alone!.LastActiveOn);
        Assert.Equal(people, site.Read(db => db.Beneficiaries.Count()));
        Assert.Equal("", (await alone.Journey()).Name);
    }

    [Theory]
    [InlineData("competences_de_base", "maintenance,livraison,objets_trouves")]
    [InlineData("complet", "maintenance,livraison,tri,controle,securite,objets_trouves,inventaire")]
    public async Task Short_and_whole_play_what_a_campaign_of_that_parcours_plays_without_options(string parcours, string situations)
    {
        await using var site = await SiteUnderTest.WithWorld();

        var alone = await Participant.Alone(site, parcours);

        Assert.Equal(situations.Split(','), (await alone.Journey()).Steps.Select(s => s.Situation));
        await alone.AnswerQuestionnaire();
        Assert.DoesNotContain((await alone.Start("livraison")).Items, i => i.Kind == Contracts.ItemKind.Writing);
    }

    [Fact]
    public async Task The_page_says_what_is_kept_and_for_how_long_and_asks_for_no_name()
    {
        await using var site = await SiteUnderTest.WithWorld();

        var page = await site.Visit().Open("/eva/seul");

        Assert.All(AloneConsent.Sentences(new()), sentence => Assert.Contains(Visitor.Flat(sentence), page.Text, StringComparison.Ordinal));
        Assert.Contains("90 jours", page.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(["Parcours", "Parcours", "Consent"], page.Page.QuerySelectorAll("main form input:not([type=hidden])").Select(i => i.GetAttribute("name")));
        Assert.Matches("25\\s+minutes(.|\\s)*55\\s+minutes", page.Text);
    }

    [Fact]
    public async Task The_questions_are_the_three_that_the_sheet_needs_each_with_its_reason_and_each_can_be_left_unsaid()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var alone = await Participant.Alone(site);

        foreach (var (name, number) in new[] { ("langue", 1), ("ecole", 2), ("aisance", 3) })
        {
            Assert.Equal($"/eva/bienvenue/{name}", alone.Visitor.Address);
            Assert.Contains($"Question {number} sur 3", alone.Visitor.Text, StringComparison.Ordinal);
            Assert.NotEqual("", alone.Visitor.Page.QuerySelector(".person-reason")!.TextContent.Trim());
            await alone.Visitor.Press("Je préfère ne pas dire");
        }

        Assert.Equal("/eva/pret", alone.Visitor.Address);
        foreach (var name in new[] { "age", "genre", "niveau", "situation", "appareil" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await alone.Visitor.Open($"/eva/bienvenue/{name}")).Status);
        }
    }

    [Theory]
    [InlineData(null, "true", "Choisissez « Court » ou « Complet »")]
    [InlineData("positionnement", "true", "Choisissez « Court » ou « Complet »")]
    [InlineData("complet", null, "Cochez « Oui, je veux jouer » pour commencer")]
    public async Task Without_a_choice_or_a_clear_yes_nothing_is_kept(string? parcours, string? consent, string message)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/eva/seul");

        await visitor.Press("Commencer", ("Parcours", parcours), ("Consent", consent));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal([message], visitor.Mistakes.Select(m => m.Replace('\u00a0', ' ')));
        Assert.Null(site.LastAlone());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Two_quick_taps_begin_one_evaluation_and_lead_the_person_into_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var visitor = await site.Visit().Open("/eva/seul");
        var fields = visitor.Page.QuerySelectorAll("main form input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!))
            .Append(KeyValuePair.Create("Parcours", "complet")).Append(KeyValuePair.Create("Consent", "true")).ToList();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => visitor.Http.PostAsync(new Uri("/eva/seul", UriKind.Relative), new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken)));

        Assert.All(answers, answer => Assert.Equal("/eva/bienvenue", answer.Headers.Location?.OriginalString));
        Assert.Equal(1, site.Read(db => db.Evaluations.Count(e => e.Alone != null)));
        Assert.StartsWith("/eva/bienvenue/", (await visitor.Open("/eva/bienvenue")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_sent_again_later_from_the_back_of_a_shared_computer_opens_nobody_s_evaluation()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/eva/seul");
        var page = visitor.Page;
        var again = page.QuerySelectorAll("main form input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)).Where(f => f.Item1 == "Once").Append(("Parcours", "complet")).Append(("Consent", "true")).ToArray();
        await visitor.Press("Commencer", ("Parcours", "complet"), ("Consent", "true"));
        await visitor.Post("/eva/quitter");
        site.Clock.Advance(TimeSpan.FromMinutes(10));

        await visitor.Open("/eva/seul");
        await visitor.Post("/eva/seul", again);

        Assert.Equal("/eva/seul", visitor.Address);
        Assert.Equal("/eva", (await visitor.Open("/eva/pret")).Address);
    }

    [Fact]
    public async Task Whoever_has_begun_on_this_device_is_offered_to_go_on()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var alone = await Participant.Alone(site);

        await alone.Visitor.Open("/eva/seul");
        Assert.Contains("Une partie est ouverte sur cet appareil", alone.Visitor.Text, StringComparison.Ordinal);
        await alone.Visitor.Follow("Continuer");

        Assert.StartsWith("/eva/bienvenue/", alone.Visitor.Address, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_personal_code_is_kept_as_a_hash_only_and_told_again_to_the_browser_that_began(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var alone = await Participant.Alone(site);

        var code = await alone.AnswerQuestionnaire();

        Assert.Matches("^[B-DF-HJ-NPR-TV-XZ]{4} [2-9]{4} [B-DF-HJ-NPR-TV-XZ]{4}$", code);
        // Written out apart from the product: SHA-256 of the letters and digits without spaces.
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(code.Replace(" ", "", StringComparison.Ordinal))), site.LastAlone()!.Alone!.CodeHash);
        Assert.Contains(code, (await alone.Visitor.Open("/eva/pause")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_write_of_a_person_alone_is_named_by_her_evaluation()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await Participant.AloneAtTheEnd(site);

        var who = $"evaluation:{site.LastAlone()!.Id}";
        var acts = site.Read(db => db.Audit.Where(a => a.Who == who).Select(a => a.Act).Distinct().ToList());
        Assert.Superset(new HashSet<string>(["seul.commencer", "bienvenue.repondre", "partie.ouvrir", "evenements.recevoir"], StringComparer.Ordinal), acts.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_address_begins_sixty_times_a_minute_and_no_more()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/eva/seul");
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 61; i++)
        {
            using var answer = await visitor.Http.PostAsync(new Uri("/eva/seul", UriKind.Relative), new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);
            statuses.Add(answer.StatusCode);
        }

        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, statuses[..60]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[60]);
    }
}
