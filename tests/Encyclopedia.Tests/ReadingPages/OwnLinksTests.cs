using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Tests.ReadingPages;

/// <summary>The entries that come with the program.</summary>
public sealed class OwnLinksTests
{
    static readonly IReadOnlyList<EntryFile> Own = OwnContent.All();

    [Fact]
    public void Every_link_of_our_own_entries_leads_to_an_entry()
    {
        Assert.True(Own.Count >= 60, $"{Own.Count} entries");
        var keys = Own.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Own.SelectMany(e => Projection.Links(Guid.Empty, e.Content).Where(l => !keys.Contains(l.ToKey)).Select(l => $"{e.Key} -> {l.ToKey}")));
    }

    [Fact]
    public void Every_text_of_our_own_entries_is_well_made()
    {
        var titles = Own.ToDictionary(e => e.Key, e => e.Content.In(Lang.French).Title, StringComparer.Ordinal);

        Assert.All(Own.SelectMany(e => Langs.All.Select(l => (Entry: e, Language: l, Text: e.Content.Texts[l])).Where(t => t.Text is not null)), text =>
            Assert.All(text.Text!.Fields.Values, written =>
            {
                var html = Markup.Render(written, new() { Language = text.Language, Self = text.Entry.Key, Titles = titles }).Html.Value;
                Assert.DoesNotContain("[[", html, StringComparison.Ordinal);
                Assert.DoesNotContain("&lt;", html, StringComparison.Ordinal);
            }));
    }
}
