using System.Net;
using Beffroi.Encyclopedia.Proposing;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Tests.Contributing;

public sealed class ProposeEntryTests
{
    const string How = "texts.fr.fields.how";

    [Theory, ClassData(typeof(Engines))]
    public async Task Somebody_without_an_account_proposes_a_change_that_stays_hidden_and_follows_it_by_a_secret_link(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Published();
        var stranger = site.Visit();

        await stranger.Proposing(site, How, "Avec trois outils au moins.");

        Assert.StartsWith("/encyclopedie/suivi/", stranger.Address, StringComparison.Ordinal);
        Assert.Contains("attend une relecture", stranger.Text, StringComparison.Ordinal);
        Assert.Equal("https://localhost" + stranger.Address, stranger.Page.QuerySelector(".secret-link code")!.TextContent);
        Assert.Equal(1, site.Versions());
        var proposal = site.ReadEncyclopedia(db => db.Proposals.Single());
        Assert.Equal((null, 1, "Plus juste"), (proposal.AuthorId, proposal.BaseVersion, proposal.Comment));
        Assert.Equal("Avec trois outils au moins.", EntryJson.Read(proposal.Content).Texts.Fr!.Fields["how"]);
        Assert.DoesNotContain(stranger.Address.Split('/')[^1], proposal.FollowHash, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visit().Open("/encyclopedie/suivi/" + new string('a', 43))).Status);

        await stranger.Press("Retirer ma proposition");
        Assert.Contains("Retirée", stranger.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_corrects_the_one_text_they_read_and_the_rest_stays_folded_and_to_the_letter()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        var stranger = site.Visit();
        await stranger.Open("/encyclopedie/fiche/garder-une-preuve");
        await stranger.Open(stranger.Page.QuerySelector("#how + .entry-mend a")!.GetAttribute("href")!);
        var form = stranger.Page.QuerySelector("form.editor")!;
        Assert.Equal([How, "comment", "authorName"], form.QuerySelectorAll(":scope > div textarea, :scope > div input:not([type=hidden]):not([tabindex='-1'])").Select(f => f.GetAttribute("name")).Where(n => n!.Length > 0 && !n.StartsWith("act", StringComparison.Ordinal)));
        Assert.Equal((1, false), (form.QuerySelectorAll($"[name='{How}']").Length, form.QuerySelector("details.editor-row")!.HasAttribute("open")));
        site.Clock.Advance(TimeSpan.FromSeconds(10));

        await stranger.Press("Envoyer la proposition", (How, "Avec trois outils."), ("comment", "Plus juste"), ("sources.0.url", "nulle part"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.Status);
        Assert.True(stranger.Page.QuerySelector("form.editor > details.editor-row")!.HasAttribute("open"));
        site.Clock.Advance(TimeSpan.FromSeconds(10));
        await stranger.Press("Envoyer la proposition", ("sources.0.url", Samples.Practice.Sources[0].Url));

        var proposed = EntryJson.Read(site.ReadEncyclopedia(db => db.Proposals.Single().Content));
        Assert.Equal(Samples.Practice.With(Beffroi.Kit.Lang.French, "how", "Avec trois outils.").Json(), proposed.Json());
    }

    [Theory]
    [InlineData("texts.fr.fields.nothing")]
    [InlineData("comment")]
    [InlineData("\u0001")]
    public async Task A_text_that_the_entry_does_not_have_leads_to_the_whole_form(string at)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();

        var page = await site.Visit().Open("/encyclopedie/fiche/garder-une-preuve/proposer?at=" + Uri.EscapeDataString(at));

        Assert.Equal((HttpStatusCode.OK, null), (page.Status, page.Page.QuerySelector("[name=at]")));
        Assert.NotNull(page.Page.QuerySelector("form.editor > h2"));
    }

    [Fact]
    public async Task What_was_not_touched_by_the_form_is_kept_to_the_letter()
    {
        await using var site = await SiteUnderTest.WithWorld();
        foreach (var (content, key) in new[] { (Samples.Practice, "une-pratique"), (Samples.Tool, "un-outil") })
        {
            await site.Published(content, key);
            var rose = await site.SignIn(Crew.Rose);
            await rose.Open($"/en/encyclopedia/entry/{key}/propose");
            await rose.Press("Send the proposal", ("texts.en.title", "Another title"), ("comment", "Clearer"));

            var proposed = EntryJson.Read(site.ReadEncyclopedia(db => db.Proposals.Single(p => p.Key == key).Content));
            var expected = content with { Texts = content.Texts with { En = content.Texts.En! with { Title = "Another title" } } };
            Assert.Equal(expected.Json(), proposed.Json());
        }
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task A_new_entry_of_each_type_is_proposed_in_each_language(string code)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (rose, l) = (await site.SignIn(Crew.Rose), code == "fr" ? Lang.French : Lang.English);
        foreach (var type in Enum.GetValues<EntryType>())
        {
            await rose.Open(Addresses.New(l) + "?type=" + type.ToString().ToLowerInvariant());
            (string, string?)[] answers =
            [
                ("phases", "Detection"), ($"texts.{code}.title", $"Essai {type}"), ($"texts.{code}.summary", "Un essai."), ("sources.0.title", "Un guide"), ("sources.0.url", "https://guide.example/"), ("comment", "Nouvelle"),
                .. Template.Of(type).Where(f => f.Required).Select(f => ($"texts.{code}.fields.{f.Name}", (string?)"Quelques mots.")),
                .. type == EntryType.Case ? Enumerable.Range(0, 5).SelectMany(i => new[] { ($"criteria.{i}.stand", "No"), ($"criteria.{i}.why.{code}", (string?)"Rien ne l’établit à ce jour.") }) : [],
            ];
            await rose.Press(l.Say("Envoyer la proposition", "Send the proposal"), answers);

            Assert.True(rose.Address.StartsWith(Addresses.Follow(l, ""), StringComparison.Ordinal), $"{type}: {string.Join(" / ", rose.Mistakes)}");
            var key = "essai-" + type.ToString().ToLowerInvariant();
            Assert.Equal(l, EntryJson.Read(site.ReadEncyclopedia(db => db.Proposals.Single(p => p.Key == key).Content)).Original);
        }
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_what_was_typed_stays()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        var rose = await site.SignIn(Crew.Rose);
        await rose.Open("/encyclopedie/fiche/garder-une-preuve/proposer");

        await rose.Press("Envoyer la proposition", ("texts.fr.summary", "<script>alert(1)</script> Un résumé tout neuf"), ("steps.0.dueHours", "bientôt"), ("sources.0.readOn", "hier"), ("comment", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, rose.Status);
        Assert.Equal(3, rose.Mistakes.Count);
        Assert.Equal("bientôt", rose.Page.QuerySelector("[name='steps.0.dueHours']")!.GetAttribute("value"));
        Assert.Contains("Un résumé tout neuf", rose.Page.QuerySelector("[name='texts.fr.summary']")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(rose.Page.QuerySelectorAll("main script"));
        Assert.Equal(0, site.ReadEncyclopedia(db => db.Proposals.Count()));
    }

    [Fact]
    public async Task A_row_more_and_a_preview_keep_what_was_typed_without_a_script()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        var stranger = site.Visit();
        await stranger.Open("/encyclopedie/fiche/garder-une-preuve/proposer");
        var rows = stranger.Page.QuerySelectorAll("[name^='sources.'][name$='.title']").Length;

        await stranger.Press("Ajouter une ligne : source", (How, "Des mots en cours"));
        Assert.Equal(rows + 1, stranger.Page.QuerySelectorAll("[name^='sources.'][name$='.title']").Length);
        await stranger.Press("Voir l’aperçu");

        Assert.Contains("Des mots en cours", stranger.Page.QuerySelector("#apercu")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Des mots en cours", stranger.Page.QuerySelector($"[name='{How}']")!.TextContent);
        Assert.Equal(0, site.ReadEncyclopedia(db => db.Proposals.Count()));
    }

    [Fact]
    public async Task A_program_is_told_from_a_person_and_nothing_typed_is_lost()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        var stranger = site.Visit();
        await stranger.Open("/encyclopedie/fiche/garder-une-preuve/proposer");

        await stranger.Press("Envoyer la proposition", (How, "Vite"), ("comment", "Vite fait"));
        Assert.Contains("trop vite", stranger.Text, StringComparison.Ordinal);
        site.Clock.Advance(AnonymousLimits.Fastest);
        await stranger.Press("Envoyer la proposition", (AnonymousLimits.Trap, "https://spam.example"));
        Assert.Contains("reconnaître les programmes", stranger.Text, StringComparison.Ordinal);
        site.Clock.Advance(AnonymousLimits.Fastest);
        await stranger.Press("Envoyer la proposition", (AnonymousLimits.Trap, ""), (AnonymousLimits.Stamp, "forged"));
        Assert.Contains("ouverte depuis trop longtemps", stranger.Text, StringComparison.Ordinal);
        Assert.Equal(0, site.ReadEncyclopedia(db => db.Proposals.Count()));

        site.Clock.Advance(AnonymousLimits.Fastest);
        await stranger.Press("Envoyer la proposition");
        Assert.StartsWith("/encyclopedie/suivi/", stranger.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_without_an_account_proposes_ten_times_an_hour_and_those_who_sign_in_as_often_as_they_like()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        var (stranger, rose) = (site.Visit(), await site.SignIn(Crew.Rose));

        for (var i = 0; i <= AnonymousLimits.ProposalsPerHour; i++)
        {
            await rose.Proposing(site, How, $"Avec {i} outils.");
            await stranger.Proposing(site, How, $"Avec {i} outils.");
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.Status);
        Assert.Contains("depuis une heure", stranger.Text, StringComparison.Ordinal);
        Assert.Equal("Avec 10 outils.", stranger.Page.QuerySelector($"[name='{How}']")!.TextContent);
        Assert.Equal((AnonymousLimits.ProposalsPerHour, AnonymousLimits.ProposalsPerHour + 1), site.ReadEncyclopedia(db => ValueTuple.Create(db.Proposals.Count(p => p.AuthorId == null), db.Proposals.Count(p => p.AuthorId != null))));
    }

    [Theory]
    [InlineData("texts.fr.title", 300)]
    [InlineData("texts.fr.fields.what", 200_000)]
    public async Task A_text_that_is_too_long_is_refused_with_words(string field, int length)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        var rose = await site.SignIn(Crew.Rose);
        await rose.Open("/encyclopedie/fiche/garder-une-preuve/proposer");

        await rose.Press("Envoyer la proposition", (field, new string('a', length)), ("comment", "Long"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, rose.Status);
        Assert.Single(rose.Mistakes);
    }

    [Fact]
    public async Task The_fullest_entry_goes_through_the_form()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published(Samples.Practice with
        {
            Steps = [.. Enumerable.Range(0, 50).Select(i => Samples.Practice.Steps[0] with { Id = $"step-{i}" })],
            Sources = [.. Enumerable.Range(0, 100).Select(i => new Source { Title = $"Source {i}", Url = $"https://guide.example/{i}" })],
        });
        var rose = await site.SignIn(Crew.Rose);

        await rose.Proposing(site, How, "Avec trois outils.");

        var content = EntryJson.Read(site.ReadEncyclopedia(db => db.Proposals.Single().Content));
        Assert.Equal((50, 100), (content.Steps.Count, content.Sources.Count));
    }

    [Fact]
    public async Task An_entry_that_does_not_exist_or_a_type_that_does_not_exist_is_no_error_of_ours()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var stranger = site.Visit();

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open("/encyclopedie/fiche/rien/proposer")).Status);
        Assert.Equal("Proposer une fiche", (await stranger.Open("/encyclopedie/nouvelle-fiche?type=roman")).Heading);
    }

    [Fact]
    public async Task Nothing_is_made_of_a_text_too_long_to_be_published()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        var stranger = site.Visit();
        await stranger.Open("/encyclopedie/fiche/garder-une-preuve/proposer");

        await stranger.Press("Voir l’aperçu", (How, new string('a', 50_001)));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (stranger.Status, stranger.Mistakes.Count));
        Assert.Null(stranger.Page.QuerySelector("#apercu"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task One_opening_of_the_page_sends_one_proposal(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Published();
        var stranger = site.Visit();
        await stranger.Open("/encyclopedie/fiche/garder-une-preuve/proposer");
        var stamp = stranger.Page.QuerySelector($"[name={AnonymousLimits.Stamp}]")!.GetAttribute("value");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await stranger.Press("Envoyer la proposition", (How, "Avec trois outils."), ("comment", "Une fois"));

        await stranger.Open("/encyclopedie/fiche/garder-une-preuve/proposer");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await stranger.Press("Envoyer la proposition", (How, "Avec trois outils."), ("comment", "Deux fois"), (AnonymousLimits.Stamp, stamp));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (stranger.Status, site.ReadEncyclopedia(db => db.Proposals.Count())));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await stranger.Press("Envoyer la proposition");

        Assert.Equal(2, site.ReadEncyclopedia(db => db.Proposals.Count()));
    }

    [Fact]
    public async Task Beyond_what_reviewers_can_read_nothing_more_is_taken_without_an_account()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        await site.Write<EncyclopediaDb>(db => db.AddRange(Enumerable.Range(0, AnonymousLimits.MostWaiting).Select(i => new Proposal
        {
            Id = Guid.NewGuid(), EntryId = null, Key = $"essai-{i}", BaseVersion = 0, At = SiteUnderTest.Start, AuthorId = null, Language = Lang.French, Comment = "Essai", Content = Samples.Practice.Json(),
        })));
        var (stranger, rose) = (site.Visit(), await site.SignIn(Crew.Rose));

        await stranger.Proposing(site, How, "Avec trois outils.");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.Status);
        Assert.Contains("attendent déjà une relecture", stranger.Text, StringComparison.Ordinal);
        Assert.Equal("Avec trois outils.", stranger.Page.QuerySelector($"[name='{How}']")!.TextContent);
        await rose.Proposing(site, How, "Avec trois outils.");
        Assert.StartsWith("/encyclopedie/suivi/", rose.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_came_from_elsewhere_takes_a_stand_on_the_five_criteria_when_it_is_changed_here()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published(new()
        {
            Type = EntryType.Case, Original = Lang.English, Phases = [Phase.Detection], Origin = new() { Name = "Elsewhere", Licence = "CC BY 4.0" },
            Texts = new() { En = new() { Title = "A case", Summary = "What happened.", Fields = Template.Of(EntryType.Case).Where(f => f.Required).ToDictionary(f => f.Name, _ => "Some words.", StringComparer.Ordinal) } },
            Sources = [new() { Title = "A report", Url = "https://report.example/" }],
        }, "a-case");
        var rose = await site.SignIn(Crew.Rose);
        await rose.Open("/en/encyclopedia/entry/a-case/propose");

        await rose.Press("Send the proposal", ("texts.en.title", "Another title"), ("comment", "Clearer"));
        Assert.Contains("five criteria", Assert.Single(rose.Mistakes), StringComparison.Ordinal);
        await rose.Press("Send the proposal", [.. Enumerable.Range(0, 5).SelectMany(i => new[] { ($"criteria.{i}.stand", (string?)"Unknown"), ($"criteria.{i}.why.en", "Nothing establishes it to this day.") })]);

        Assert.StartsWith("/en/encyclopedia/follow/", rose.Address, StringComparison.Ordinal);
    }
}
