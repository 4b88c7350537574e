using System.Net;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Tests.Contributing;

public sealed class DecideProposalTests
{
    const string How = "texts.fr.fields.how";

    [Theory, ClassData(typeof(Engines))]
    public async Task A_reviewer_accepts_all_and_the_author_is_told(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Published();
        await (await site.SignIn(Crew.Rose)).Proposing(site, How, "Avec trois outils au moins.");
        var camille = await site.SignIn(Crew.Superadmin);

        await camille.Open("/encyclopedie/relecture");
        await camille.Follow(Samples.Practice.Texts.Fr!.Title);
        Assert.Contains("trois", camille.Page.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("deux", camille.Page.QuerySelector("del")!.TextContent, StringComparison.Ordinal);
        await camille.Press("Accepter ce qui est coché", [.. Given.Checked, ("reason", "Merci")]);

        Assert.Equal(HttpStatusCode.OK, camille.Status);
        Assert.Equal("Avec trois outils au moins.", site.Now().Texts.Fr!.Fields["how"]);
        var version = site.ReadEncyclopedia(db => db.Versions.Single(v => v.EntryId == db.Entries.Single(e => e.Key == Given.Key).Id && v.Number == 2));
        Assert.Equal((2, site.IdOf(Crew.Rose), "Plus juste"), (version.Number, version.AuthorId!.Value, version.Comment));
        var decision = site.ReadEncyclopedia(db => db.Decisions.Single());
        Assert.Equal((ProposalVerdict.Accepted, site.IdOf(Crew.Superadmin), 2), (decision.Verdict, decision.By!.Value, decision.Version!.Value));
        Assert.Contains("check.persons", decision.Checklist, StringComparison.Ordinal);
        var letter = site.ReadAccounts(db => db.Outbox.Single(o => o.Kind == "encyclopedie-decision"));
        Assert.Equal(Crew.EmailOf(Crew.Rose), letter.To);
        Assert.Contains("Merci", letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reviewer_keeps_part_of_a_proposal()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        var rose = await site.SignIn(Crew.Rose);
        await rose.Open("/encyclopedie/fiche/garder-une-preuve/proposer");
        await rose.Press("Envoyer la proposition", (How, "Avec trois outils."), ("texts.fr.title", "Un titre de trop"), ("sources.2.title", "Une source de plus"), ("comment", "Trois changements"));
        await site.Appointed(Crew.Hugo);
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open($"/encyclopedie/proposition/{site.LastProposal()}");
        Assert.Equal(["Texte français : titre", "Texte français : Comment", "Source Une source de plus"], hugo.Page.QuerySelectorAll(".change label").Select(e => Beffroi.Testing.Visitor.Flat(e.TextContent)));

        await hugo.Press("Accepter ce qui est coché", [.. Given.Checked, ("take", "texts|fr|fields.how"), ("take", "sources|Une_source_de_plus")]);

        var now = site.Now();
        Assert.Equal(("Garder une preuve", "Avec trois outils.", 3), (now.Texts.Fr!.Title, now.Texts.Fr.Fields["how"], now.Sources.Count));
        Assert.Equal(ProposalVerdict.PartlyAccepted, site.ReadEncyclopedia(db => db.Decisions.Single().Verdict));
    }

    [Fact]
    public async Task Nothing_is_published_before_each_point_is_ticked_each_name_answered_for_and_something_kept()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        await (await site.SignIn(Crew.Rose)).Proposing(site, How, "Demander à Jeanne Martin.");
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open($"/encyclopedie/proposition/{site.LastProposal()}");

        await camille.Press("Accepter ce qui est coché");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 5), (camille.Status, camille.Mistakes.Count));
        await camille.Press("Accepter ce qui est coché", [.. Given.Checked, ("take", null)]);
        Assert.Contains("Jeanne Martin", Assert.Single(camille.Mistakes), StringComparison.Ordinal);
        await camille.Press("Accepter ce qui est coché", ("public.JEANNE-MARTIN", "true"), ("take", null));
        Assert.Contains("Gardez au moins un changement", camille.Text, StringComparison.Ordinal);
        Assert.Equal(1, site.Versions());

        await camille.Press("Accepter ce qui est coché", ("take", "texts|fr|fields.how"));
        Assert.Equal(2, site.Versions());
    }

    [Fact]
    public async Task A_refusal_says_why_and_publishes_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        var stranger = site.Visit();
        await stranger.Proposing(site, How, "N’importe quoi.");
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open($"/encyclopedie/proposition/{site.LastProposal()}");

        await camille.Press("Refuser");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        await camille.Press("Refuser", ("reason", "Sans source."));

        Assert.Equal(1, site.Versions());
        await stranger.Open(stranger.Address);
        Assert.Contains("Sans source.", stranger.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_was_begun_before_another_one_is_merged_with_it()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        await (await site.SignIn(Crew.Rose)).Proposing(site, How, "Avec deux outils libres au moins.");
        await site.Changed(Samples.Practice.With(Lang.French, "what", "Relever l’adresse et l’heure.\nGarder une copie datée.\nNoter qui l’a vue.\n"));
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open($"/encyclopedie/proposition/{site.LastProposal()}");

        await camille.Press("Accepter ce qui est coché", Given.Checked);

        var fields = site.Now().Texts.Fr!.Fields;
        Assert.Equal(("Avec deux outils libres au moins.", true), (fields["how"], fields["what"].Contains("et l’heure", StringComparison.Ordinal)));
        Assert.Equal(3, site.Versions());
    }

    [Fact]
    public async Task A_conflict_shows_the_three_texts_and_waits_for_a_choice()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        await (await site.SignIn(Crew.Rose)).Proposing(site, How, "Avec quatre outils au moins.");
        await site.Changed(Samples.Practice.With(Lang.French, "how", "Avec trois outils au moins."));
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open($"/encyclopedie/proposition/{site.LastProposal()}");
        Assert.All(["deux outils", "trois outils", "quatre outils"], words => Assert.Contains(words, camille.Text, StringComparison.Ordinal));

        await camille.Press("Accepter ce qui est coché", Given.Checked);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 2), (camille.Status, site.Versions()));
        await camille.Press("Accepter ce qui est coché", ("settle.texts|fr|fields.how", "Own"), ("own.texts|fr|fields.how", "Avec cinq outils."));

        Assert.Equal(("Avec cinq outils.", 3), (site.Now().Texts.Fr!.Fields["how"], site.Versions()));
    }

    [Fact]
    public async Task What_was_published_while_a_reviewer_read_is_read_again()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        await (await site.SignIn(Crew.Rose)).Proposing(site, How, "Avec trois outils au moins.");
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open($"/encyclopedie/proposition/{site.LastProposal()}");
        await site.Changed(Samples.Practice with { Links = [] });

        await camille.Press("Accepter ce qui est coché", Given.Checked);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 2), (camille.Status, site.Versions()));
        await camille.Press("Accepter ce qui est coché");

        Assert.Equal((3, 0), (site.Versions(), site.Now().Links.Count));
    }

    [Fact]
    public async Task A_new_entry_is_published_under_the_name_of_its_first_title()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var stranger = site.Visit();
        await stranger.Open("/en/encyclopedia/new-entry?type=definition");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await stranger.Press("Send the proposal", ("phases", "Prevention"), ("texts.en.title", "Sock puppet"), ("texts.en.summary", "A false account."), ("texts.en.fields.text", "An account that claims to be somebody it is not."),
            ("texts.fr.title", "Faux-nez"), ("texts.fr.summary", "Un faux compte."), ("texts.fr.fields.text", "Un compte qui se dit quelqu’un d’autre."),
            ("sources.0.title", "A guide"), ("sources.0.url", "https://guide.example/"), ("comment", "New word"), ("authorName", "A library"));
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open($"/en/encyclopedia/proposal/{site.LastProposal()}");

        await camille.Press("Accept what is ticked", Given.Checked);

        var now = site.Now("sock-puppet");
        Assert.Equal((Lang.English, 1), (now.Original, now.Texts.Fr!.Renders));
        Assert.Equal("A library", site.ReadEncyclopedia(db => db.Versions.Single(v => v.EntryId == db.Entries.Single(e => e.Key == "sock-puppet").Id).AuthorName));
        await stranger.Open(stranger.Address);
        await stranger.Open("/en/encyclopedia/entry/sock-puppet/history");
        Assert.Contains("A library", stranger.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_translation_written_anew_renders_the_version_that_it_is_published_with()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        await site.Changed(Samples.Practice.With(Lang.French, "how", "Avec trois outils."));
        var rose = await site.SignIn(Crew.Rose);
        await rose.Open("/encyclopedie/fiche/garder-une-preuve/proposer");
        await rose.Press("Envoyer la proposition", ("texts.en.fields.how", "With three tools."), ("upToDate", "true"), ("comment", "Traduction"));
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open($"/encyclopedie/proposition/{site.LastProposal()}");
        await camille.Press("Accepter ce qui est coché", Given.Checked);

        Assert.Equal(3, site.Now().Texts.En!.Renders);
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_proposal_but_a_superadmin_who_is_alone()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Proposing(site, How, "Avec trois outils au moins.");
        var own = site.LastProposal();
        await camille.Open($"/encyclopedie/proposition/{own}");
        Assert.Contains(camille.Page.QuerySelectorAll("button"), b => b.TextContent.Contains("Accepter", StringComparison.Ordinal));

        await site.Appointed(Crew.Hugo);
        await camille.Press("Accepter ce qui est coché", Given.Checked);
        Assert.Equal((HttpStatusCode.Conflict, 1), (camille.Status, site.Versions()));
        await camille.Open($"/encyclopedie/proposition/{own}");
        Assert.Contains("quelqu’un d’autre la relira", camille.Text, StringComparison.Ordinal);

        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open($"/encyclopedie/proposition/{own}");
        await hugo.Press("Accepter ce qui est coché", Given.Checked);
        Assert.Equal(2, site.Versions());
    }

    [Fact]
    public async Task Where_forty_names_are_not_enough_one_box_stands_for_all_and_none_is_left_out()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        await (await site.SignIn(Crew.Rose)).Proposing(site, How, string.Concat(Enumerable.Range(0, 41).Select(i => $"Jean Nom{(char)('a' + (i % 26))}{(char)('a' + (i / 26))} a vu. ")));
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open($"/encyclopedie/proposition/{site.LastProposal()}");

        await camille.Press("Accepter ce qui est coché", Given.Checked);
        Assert.Contains("tous ces noms", Assert.Single(camille.Mistakes), StringComparison.Ordinal);
        await camille.Press("Accepter ce qui est coché", ("public.all", "true"));

        Assert.Equal(2, site.Versions());
    }

    [Fact]
    public async Task No_text_of_ones_own_settles_a_choice_a_day_or_a_number()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        var rose = await site.SignIn(Crew.Rose);
        await rose.Open("/encyclopedie/fiche/garder-une-preuve/proposer");
        await rose.Press("Envoyer la proposition", ("steps.0.dueHours", "5"), ("comment", "Plus tard"));
        await site.Changed(Samples.Practice with { Steps = [Samples.Practice.Steps[0] with { DueHours = 3 }, Samples.Practice.Steps[1]] });
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open($"/encyclopedie/proposition/{site.LastProposal()}");
        Assert.Empty(camille.Page.QuerySelectorAll("[name='own.steps|address|dueHours'], [name='settle.steps|address|dueHours'][value=Own]"));

        await camille.Post(camille.Address, [.. Given.Checked.Select(c => (c.Item1, c.Item2!)), ("act", "accept"), ("seen", "2"), ("settle.steps|address|dueHours", "Own"), ("own.steps|address|dueHours", "bientôt")]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 2), (camille.Status, site.Versions()));
        await camille.Press("Accepter ce qui est coché", ("settle.steps|address|dueHours", "Theirs"));

        Assert.Equal(5, site.Now().Steps[0].DueHours);
    }

    [Fact]
    public async Task What_is_wrong_with_a_text_of_ones_own_is_said_beside_it_and_the_text_stays()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        var rose = await site.SignIn(Crew.Rose);
        await rose.Open("/encyclopedie/fiche/garder-une-preuve/proposer");
        await rose.Press("Envoyer la proposition", ("steps.1.act.fr", "Noter l’heure."), ("texts.fr.title", "Garder la preuve"), ("comment", "Deux changements"));
        var (steps, texts) = (Samples.Practice.Steps, Samples.Practice.Texts);
        await site.Changed(Samples.Practice with { Texts = texts.With(Lang.French, texts.Fr! with { Title = "Garder cette preuve" }), Steps = [steps[0], steps[1] with { Act = new() { Fr = "Noter le jour." } }] });
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open($"/encyclopedie/proposition/{site.LastProposal()}");
        var (step, title) = ($"steps|{steps[1].Id}|act.fr", "texts|fr|title");
        var tooLong = new string('a', 20_000);

        await camille.Press("Accepter ce qui est coché", [.. Given.Checked, ("settle." + step, "Own"), ("own." + step, tooLong), ("settle." + title, "Own"), ("own." + title, "Deux\nlignes")]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 2), (camille.Status, site.Versions()));
        Assert.Contains("20000 caractères", Message("own." + step), StringComparison.Ordinal);
        Assert.Contains("une ligne", Message("own." + title), StringComparison.Ordinal);
        Assert.Equal(tooLong, camille.Page.QuerySelector($"[name='own.{step}']")!.TextContent);

        await camille.Press("Accepter ce qui est coché", ("own." + step, "Noter le jour et l’heure."), ("own." + title, " "));
        Assert.Contains("Écrivez votre texte", Message("own." + title), StringComparison.Ordinal);
        await camille.Press("Accepter ce qui est coché", ("own." + title, "Garder une preuve datée"));
        Assert.Equal(("Noter le jour et l’heure.", "Garder une preuve datée"), (site.Now().Steps[1].Act.Fr, site.Now().Texts.Fr!.Title));

        string Message(string field) => camille.Page.QuerySelector($"[name='{field}'][aria-invalid=true]")!.GetAttribute("aria-describedby")!.Split(' ').Select(id => camille.Page.GetElementById(id)!.TextContent).Last();
    }

    [Fact]
    public async Task Reviewers_see_what_waits_by_its_title_in_their_language()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        await (await site.SignIn(Crew.Rose)).Proposing(site, How, "Avec trois outils au moins.");
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open("/encyclopedie/relecture");
        Assert.Equal(Samples.Practice.Texts.Fr!.Title, camille.Page.QuerySelector("#en-attente td a")!.TextContent);

        await camille.Open("/en/encyclopedia/review");

        Assert.Equal(Samples.Practice.Texts.En!.Title, camille.Page.QuerySelector("#en-attente td a")!.TextContent);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_character_that_no_database_keeps_is_said_beside_its_field(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Published();
        var rose = await site.SignIn(Crew.Rose);
        await rose.Proposing(site, How, "Avec trois outils.", "Plus\u0001juste");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (rose.Status, rose.Mistakes.Count));
        await rose.Proposing(site, How, "Avec trois outils.", "Plus \u202Ejuste");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, rose.Status);
        await rose.Open("/encyclopedie/fiche/garder-une-preuve/discussion");
        await rose.Press("Publier la remarque", ("Text", "Une\u0001remarque"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, rose.Status);

        await rose.Proposing(site, How, "Avec trois outils.");
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open($"/encyclopedie/proposition/{site.LastProposal()}");
        await camille.Press("Refuser", ("reason", "Non\u0001merci"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 0), (camille.Status, site.ReadEncyclopedia(db => db.Decisions.Count())));
    }
}
