namespace Beffroi.Encyclopedia;

/// <summary>The entries that the texts of an entry name by <c>[[key]]</c>.</summary>
static class InternalLinks
{
    /// <summary>Each once.</summary>
    public static IEnumerable<string> In(EntryContent content) =>
        TextsOf(content).SelectMany(Markup.KeysIn).Distinct(StringComparer.Ordinal);

    /// <summary>All that is written in Markdown, in both languages.</summary>
    public static IEnumerable<string> TextsOf(EntryContent content) =>
        new[] { content.Texts.Fr, content.Texts.En }.OfType<EntryText>().SelectMany(t => t.Fields.Values);
}
