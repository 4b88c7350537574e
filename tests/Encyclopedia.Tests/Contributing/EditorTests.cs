using System.Net;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Tests.Contributing;

/// <summary>The form of a proposal: its preview, the order of its steps, the languages they are written in.</summary>
public sealed class EditorTests
{
    [Fact]
    public async Task The_preview_shows_the_whole_entry_as_its_page_will()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        var stranger = site.Visit();
        await stranger.Open("/encyclopedie/fiche/garder-une-preuve/proposer");

        await stranger.Press("Voir l’aperçu", ("texts.fr.fields.how", "Avec **soin**."), ("steps.0.act.fr", "Relever toute l’adresse"), ("steps.1.act.en", "Copy the page"));

        var preview = stranger.Page.QuerySelector("#apercu")!;
        Assert.Equal(["what", "whatFor", "how", "steps", "criteria", "reliability", "sources", "links"], preview.QuerySelectorAll("h2[id^='apercu-fr-']").Select(h => h.Id!["apercu-fr-".Length..]));
        Assert.Equal("soin", preview.QuerySelector("strong")!.TextContent);
        foreach (var words in new[] { "Relever toute l’adresse", "Copy the page", "Veille", "Elle mesure le nombre de comptes qui relaient.", "97 copies justes", "It measures how many accounts relay." })
        {
            Assert.Contains(words, preview.TextContent, StringComparison.Ordinal);
        }

        // Nothing is named twice on the page, and the same part of the entry reads the same.
        Assert.Equal(stranger.Page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct(StringComparer.Ordinal).Count(), stranger.Page.QuerySelectorAll("[id]").Length);
        var entry = await site.Visit().Open("/encyclopedie/fiche/garder-une-preuve");
        Assert.Equal(entry.Page.QuerySelector("#sources")!.ParentElement!.TextContent, preview.QuerySelector("#apercu-fr-sources")!.ParentElement!.TextContent);
    }

    [Fact]
    public async Task Something_half_written_is_shown_as_it_is()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var stranger = site.Visit();
        await stranger.Open("/en/encyclopedia/new-entry?type=practice");

        await stranger.Press("See the preview", ("texts.en.title", "Half"), ("steps.0.act.en", "Begin"), ("steps.0.dueHours", "soon"), ("reliability.0.by", "Somebody"), ("criteria.1.stand", "Yes"));

        var preview = stranger.Page.QuerySelector("#apercu")!;
        Assert.Equal((HttpStatusCode.OK, "Half"), (stranger.Status, preview.QuerySelector(".fr-h3")!.TextContent));
        Assert.Contains("Begin", preview.TextContent, StringComparison.Ordinal);
        Assert.Empty(stranger.Mistakes);
    }

    [Fact]
    public async Task Steps_go_up_and_down_without_a_script_and_keep_what_was_typed()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published(Samples.Practice with { Steps = [.. Samples.Practice.Steps, Samples.Practice.Steps[0] with { Id = "seal", Blocking = false }] });
        var rose = await site.SignIn(Crew.Rose);
        await rose.Open("/encyclopedie/fiche/garder-une-preuve/proposer");
        Assert.Equal(4, rose.Page.QuerySelectorAll("button[value^='up:steps'], button[value^='down:steps']").Length);
        Assert.Empty(rose.Page.QuerySelectorAll("button[value^='up:sources'], button[value='up:steps.0'], button[value='down:steps.2']"));

        await rose.Press("Monter : étape 3", ("steps.2.act.fr", "Sceller"), ("comment", "Sceller plus tôt"));

        Assert.Equal(["address", "seal", "copy"], Enumerable.Range(0, 3).Select(i => rose.Page.QuerySelector($"[name='steps.{i}.id']")!.GetAttribute("value")!));
        Assert.Equal("Sceller", rose.Page.QuerySelector("[name='steps.1.act.fr']")!.TextContent);
        Assert.Equal("up:steps.1", rose.Page.QuerySelector("[autofocus]")!.GetAttribute("value"));
        await rose.Press("Descendre : étape 1");
        await rose.Press("Envoyer la proposition");

        var steps = EntryJson.Read(site.ReadEncyclopedia(db => db.Proposals.Single().Content)).Steps;
        Assert.Equal([("seal", "Sceller", false), ("address", "Relever l’adresse", true), ("copy", "Copier la page", false)], steps.Select(s => (s.Id, s.Act.Fr!, s.Blocking)));
    }

    [Theory]
    [InlineData("up:steps.0")]
    [InlineData("down:steps.1")]
    [InlineData("down:steps.99999999999")]
    [InlineData("up:nothing")]
    [InlineData("up:.1")]
    public async Task A_step_that_has_nowhere_to_go_stays(string act)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        var stranger = site.Visit();
        await stranger.Open("/encyclopedie/fiche/garder-une-preuve/proposer");

        await stranger.Post("/encyclopedie/fiche/garder-une-preuve/proposer", ("act", act), ("steps.0.id", "a"), ("steps.1.id", "b"));

        Assert.Equal(HttpStatusCode.OK, stranger.Status);
        Assert.Equal(["a", "b"], Enumerable.Range(0, 2).Select(i => stranger.Page.QuerySelector($"[name='steps.{i}.id']")!.GetAttribute("value")!));
    }

    /// <summary>The English team adds to a process that was first written in French, and the French page says what is left to translate.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task A_step_written_in_English_is_added_to_a_process_whose_original_is_French(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Published();
        await site.Appointed(Crew.Hugo);
        var (rose, hugo) = (await site.SignIn(Crew.Rose), await site.SignIn(Crew.Hugo));
        await rose.Open("/en/encyclopedia/entry/garder-une-preuve/propose");
        Assert.Contains("in English, in French or in both", rose.Text, StringComparison.Ordinal);
        await rose.Press("Send the proposal", ("steps.2.id", "seal"), ("steps.2.act.en", "Seal the copy"), ("steps.2.expected.en", "A seal that nobody can change"), ("comment", "One step more"));
        Assert.Empty(rose.Mistakes);

        await hugo.Open("/encyclopedie/proposition/" + site.LastProposal());
        await hugo.Press("Accepter ce qui est coché", Given.Checked);

        Assert.Equal((2, "Seal the copy", null), (site.Versions(), site.Now().Steps[2].Act.En, site.Now().Steps[2].Act.Fr));
        var english = await site.Visit().Open("/en/encyclopedia/entry/garder-une-preuve");
        Assert.Equal((null, false), (english.Page.QuerySelector("#step-seal .entry-step-act")!.GetAttribute("lang"), english.Page.QuerySelector("#step-seal")!.TextContent.Contains("not written", StringComparison.Ordinal)));
        // The step that only French has is marked in turn.
        Assert.Equal("fr", english.Page.QuerySelector("#step-copy .entry-step-act")!.GetAttribute("lang"));
        var french = await site.Visit().Open("/encyclopedie/fiche/garder-une-preuve");
        Assert.Equal("en", french.Page.QuerySelector("#step-seal .entry-step-act")!.GetAttribute("lang"));
        Assert.Contains("pas encore écrite en français", french.Page.QuerySelector("#step-seal")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(french.Page.QuerySelector("#step-seal a[href='/encyclopedie/fiche/garder-une-preuve/proposer']"));
    }
}
