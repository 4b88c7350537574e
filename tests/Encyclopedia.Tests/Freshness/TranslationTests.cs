using Beffroi.Encyclopedia.Tests.Searching;
using Beffroi.Encyclopedia.Translations;
using Beffroi.Kit;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Encyclopedia.Tests.Freshness;

public sealed class TranslationTests
{
    static readonly Gen<string> Text = Gen.Int[0, 5].Array[0, 8].Select(numbers => string.Join("\n\n", numbers.Select(n => $"Paragraphe {n}")));

    [Fact]
    public void Changed_added_and_removed_paragraphs_are_told_with_their_place()
    {
        var before = GivenEntries.Content("Titre", "Résumé", "Un.\n\nDeux.\n\nTrois.\n\nQuatre.");
        var now = GivenEntries.Content("Titre", "Autre résumé", "Un.\n\nDeux, corrigé.\n\nTrois.\n\nQuatre.\n\nCinq.");

        Assert.Equal(
            [new("summary", "Résumé", "Autre résumé"), new("fields.what", "Deux.", "Deux, corrigé."), new("fields.what", null, "Cinq.")],
            ParagraphChanges.Between(before, now));
        Assert.Equal([new("fields.what", "Deux.", null)], ParagraphChanges.Between(GivenEntries.Content("T", "R", "Un.\n\nDeux.\n\nTrois."), GivenEntries.Content("T", "R", "Un.\n\nTrois.")));
        // Line ends and spaces are no change of meaning.
        Assert.Empty(ParagraphChanges.Between(GivenEntries.Content("T", "R", "Un\r\ndeux.\r\n\r\nTrois."), GivenEntries.Content("T", "R", "Un deux.\n\nTrois. ")));
    }

    [Fact]
    public void The_changes_lead_from_what_was_rendered_to_what_is_said_now() =>
        Gen.Select(Text, Text).Sample((a, b) =>
        {
            var changes = ParagraphChanges.Between(GivenEntries.Content("T", "R", a), GivenEntries.Content("T", "R", b));
            // What is on one side only is told exactly once; as much as can be stays.
            var (old, now) = (ParagraphChanges.Split(a).ToList(), ParagraphChanges.Split(b).ToList());
            var most = Common(a.Split("\n\n", StringSplitOptions.RemoveEmptyEntries), b.Split("\n\n", StringSplitOptions.RemoveEmptyEntries));
            return changes.All(c => c.Before is null || old.Remove(c.Before)) && changes.All(c => c.Now is null || now.Remove(c.Now))
                && old.Count == most && old.Order(StringComparer.Ordinal).SequenceEqual(now.Order(StringComparer.Ordinal));
        });

    // The longest run of paragraphs that both have in order, by its definition.
    static int Common(ReadOnlySpan<string> a, ReadOnlySpan<string> b) =>
        a.IsEmpty || b.IsEmpty ? 0 : a[0] == b[0] ? 1 + Common(a[1..], b[1..]) : Math.Max(Common(a[1..], b), Common(a, b[1..]));

    [Fact]
    public void Ten_thousand_paragraphs_are_compared()
    {
        var before = string.Join("\n\n", Enumerable.Range(0, 10_000).Select(i => $"P{i}"));
        var now = string.Join("\n\n", Enumerable.Range(0, 10_000).Select(i => i % 1000 == 7 ? $"Q{i}" : $"P{i}"));

        Assert.Equal(10, ParagraphChanges.Between(GivenEntries.Content("T", "R", before), GivenEntries.Content("T", "R", now)).Count);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_translation_is_behind_until_it_renders_the_version_that_changed(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var first = GivenEntries.Content("Titre", "Résumé.", "Un.").In(Lang.English, "Title", "Summary.", "One.");
        await site.Publish(("fiche", first));
        var second = first with { Texts = first.Texts with { Fr = GivenEntries.Text("Titre", "Résumé.", "Un.\n\nDeux.") } };
        await Renew(site, second);

        var state = await State(site, second);
        Assert.Equal([new("fields.what", null, "Deux.")], state!.Changes);
        var visitor = site.Visit();
        await visitor.Open("/encyclopedie/fraicheur");
        Assert.Contains("Titre : 1 passage à traduire, vers l’anglais", visitor.Text, StringComparison.Ordinal);

        var third = second with { Texts = second.Texts with { En = GivenEntries.Text("Title", "Summary.", "One.\n\nTwo.") with { Renders = 2 } } };
        await Renew(site, third);
        Assert.False((await State(site, third))!.IsBehind);
        Assert.Null(await State(site, third with { Texts = third.Texts with { En = null } }));
    }

    [Fact]
    public async Task The_share_in_both_languages_and_the_entries_to_review_are_told_to_everyone()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.PublishTen();
        site.Clock.Advance(TimeSpan.FromDays(400));
        var visitor = site.Visit();

        await visitor.Open("/encyclopedie/fraicheur");
        Assert.Contains("30\u202F%", visitor.Page.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(10, visitor.Page.QuerySelectorAll("table tbody tr").Length);
        await visitor.Open("/en/encyclopedia/freshness");
        Assert.Contains("30% (3 entries; 9 in French, 4 in English)", visitor.Text, StringComparison.Ordinal);
    }

    static async Task Renew(SiteUnderTest site, EntryContent content)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.preparer";
        var db = scope.ServiceProvider.GetRequiredService<EncyclopediaDb>();
        await Publishing.Renew(db.Entries.Single(), content, new() { Comment = "Suite" }, db, site.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    static async Task<TranslationState?> State(SiteUnderTest site, EntryContent content)
    {
        await using var scope = site.Scope();
        var db = scope.ServiceProvider.GetRequiredService<EncyclopediaDb>();
        var entry = db.Entries.Single();
        return await TranslationState.Of(db, entry.Id, entry.Version, content, TestContext.Current.CancellationToken);
    }
}
