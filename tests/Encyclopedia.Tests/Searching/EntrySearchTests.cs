using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Encyclopedia.Tests.Searching;

public sealed class EntrySearchTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Accents_case_and_inflections_do_not_matter(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.PublishTen();

        foreach (var (typed, key) in new[]
        {
            ("désinformation", "desinformation"), ("DESINFORMATION", "desinformation"), ("De\u0301sinformation", "desinformation"),
            ("ingérences étrangères", "etranger"), ("etranger", "etranger"), ("outil de verification", "outil"), ("vérifier une image", "outil"),
            ("coeur", "coeur"), ("CŒUR des réseaux", "coeur"), ("détection des propagations", "detecter"), ("étude national", "observatoire"), ("l'information manipulée", "manipulation"),
            ("prebunked", "prebunking"), ("signalement de contenus", "signaler"),
        })
        {
            Assert.Equal(key, (await Find(site, typed)).Found is [var first, ..] ? first.Key : null);
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task English_stems_serve_English_pages(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.PublishTen();

        Assert.Equal("outil", (await Find(site, "verifying pictures", Lang.English)).Found[0].Key);
        Assert.Equal("desinformation", (await Find(site, "manipulating campaign", Lang.English)).Found[0].Key);
        Assert.Equal("manipulation", (await Find(site, "Information manipulations", Lang.English)).Found[0].Key);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_typing_mistake_is_forgiven_and_said(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.PublishTen();

        foreach (var (typed, meant, key) in new[]
        {
            ("desinfromation", "désinformation", "desinformation"), ("obsrvatoire", "observatoire", "observatoire"), ("ingérance", "ingérence", "etranger"),
            ("verificasion images", "vérification images", "outil"), ("manipulatoin", "manipulation", "manipulation"), ("desinfrom", "désinformation", "desinformation"),
        })
        {
            var answer = await Find(site, typed);
            Assert.Equal(meant, answer.Corrected);
            Assert.Equal(key, answer.Found[0].Key);
        }

        // What is found as typed is left alone.
        Assert.Null((await Find(site, "désinformation")).Corrected);
        Assert.Empty((await Find(site, "zzzzzzzz")).Found);
        Assert.Null((await Find(site, "zzzzzzzz")).Corrected);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_last_word_may_be_unfinished_the_others_not(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.PublishTen();

        Assert.Equal("observatoire", (await Find(site, "obs")).Found.Single().Key);
        Assert.Equal("observatoire", (await Find(site, "études obse")).Found.Single().Key);
        Assert.DoesNotContain((await Find(site, "obs étude")).Found, f => f.Key == "observatoire" && f.Snippet.Count == 0);
        Assert.True((await Find(site, "obs études")).Partial);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_title_comes_before_the_summary_and_the_body(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.PublishTen();

        Assert.Equal(["manipulation", "loi-2018", "desinformation", "prebunking"], [.. (await Find(site, "manipulation")).Found.OrderBy(f => f.Key == "prebunking").Select(f => f.Key)]);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task An_entry_is_shown_once_in_the_language_of_the_page_or_in_its_own(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.PublishTen();

        var french = await Find(site, "");
        Assert.Equal(10, french.Total);
        Assert.Equal(["prebunking"], french.Found.Where(f => f.Language == Lang.English).Select(f => f.Key));
        var english = await Find(site, "", Lang.English);
        Assert.Equal(["desinformation", "manipulation", "outil", "prebunking"], english.Found.Where(f => f.Language == Lang.English).Select(f => f.Key).Order(StringComparer.Ordinal));
        Assert.Equal(10, english.Total);
        Assert.Equal(["Cœur du réseau", "Désinformation", "Détecter une propagation artificielle"], french.Found.Take(3).Select(f => f.Title));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Filters_add_up_and_each_facet_counts_what_it_would_show(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.PublishTen();

        var answer = await Find(site, new SearchQuery { Language = Lang.French, Phases = [Phase.Prevention, Phase.Reaction], Types = [EntryType.Rule, EntryType.Actor] });

        Assert.Equal(["loi-2018", "observatoire"], answer.Found.Select(f => f.Key).Order(StringComparer.Ordinal));
        // Rules and actors, whatever their phase; prevention or reaction, whatever their type.
        Assert.Equal((2, 1, 1), (answer.Facets.Phases[Phase.Prevention], answer.Facets.Phases[Phase.Reaction], answer.Facets.Phases[Phase.Research]));
        Assert.Equal((1, 1, 2, 0), (answer.Facets.Types[EntryType.Rule], answer.Facets.Types[EntryType.Actor], answer.Facets.Types[EntryType.Practice], answer.Facets.Types[EntryType.Tool]));
        var all = await Find(site, "");
        // A criterion said not to be met does not count.
        Assert.Equal((1, 1, 0), (all.Facets.Criteria[Criterion.Foreign], all.Facets.Criteria[Criterion.Artificial], all.Facets.Criteria[Criterion.Massive]));
        Assert.Equal((9, 4), (all.Facets.Languages[Lang.French], all.Facets.Languages[Lang.English]));
        Assert.Equal(4, (await Find(site, new SearchQuery { Language = Lang.French, WrittenIn = Lang.English })).Total);
        site.Clock.Advance(TimeSpan.FromDays(366));
        Assert.Equal((0, 10), (await Find(site, "") is { Facets: var later } ? (later.Fresh, later.Stale) : default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_was_found_is_marked_in_the_snippet(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.PublishTen();

        var found = (await Find(site, "référé")).Found.Single();

        Assert.Equal(["référés"], found.Snippet.Where(p => p.Found).Select(p => p.Text));
        Assert.Contains("Le juge des référés statue", string.Concat(found.Snippet.Select(p => p.Text)), StringComparison.Ordinal);
        // The marks of Markdown are not read.
        Assert.Contains("Les campagnes manipulent", string.Concat((await Find(site, "campagne")).Found.Single().Snippet.Select(p => p.Text)), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_index_follows_a_new_version(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.PublishTen();
        await using (var scope = site.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<EncyclopediaDb>();
            scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.preparer";
            var entry = db.Entries.Single(e => e.Key == "signaler");
            await Publishing.Renew(entry, GivenEntries.Content("Alerter", "Prévenir une plateforme."), new() { Comment = "Autre titre" }, db, site.Clock.GetUtcNow().AddMinutes(1), TestContext.Current.CancellationToken);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Empty((await Find(site, "illicite")).Found);
        Assert.Equal("signaler", (await Find(site, "alerte")).Found.Single().Key);
        // The vocabulary too.
        Assert.Equal("alerter", (await Find(site, "alertrer")).Corrected);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Whatever_is_typed_gives_an_answer(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.PublishTen();
        string[] typed =
        [
            "\"", "'", "* * *", "AND OR NOT NEAR(", "a", "de la", "title:manipulation", "-loi", "'':*", "\\", "!", "()", "&|!<->", "\0", "\uD800", "\uDC00x", "𝒶𝓫", "é", "%_",
            new('a', 100_000), string.Join(' ', Enumerable.Range(0, 5000)), "' OR 1=1 --", "}{0}", "1e5 3.14 0x1F", "ﬁn", "İstanbul", "漢字 かな", "Ὀδυσσεύς",
        ];

        foreach (var text in typed)
        {
            Assert.NotNull(await Find(site, text));
        }
    }

    static Task<SearchAnswer> Find(SiteUnderTest site, string text, Lang language = Lang.French) => Find(site, new SearchQuery { Text = text, Language = language });

    static async Task<SearchAnswer> Find(SiteUnderTest site, SearchQuery query)
    {
        await using var scope = site.Scope();
        return await scope.ServiceProvider.GetRequiredService<IEntrySearch>().Find(query, TestContext.Current.CancellationToken);
    }
}
