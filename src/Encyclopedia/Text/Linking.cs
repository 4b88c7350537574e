using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia;

/// <summary>What a text may lead to: the entries that exist, by key, and the defined terms.</summary>
public sealed record Linking
{
    public required Lang Language { get; init; }

    /// <summary>Key of the entry that the text is of: it does not lead to itself. Null for a new one.</summary>
    public string? Self { get; init; }

    /// <summary>Title of each entry that exists among those that are named.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public Glossary Glossary { get; init; } = Glossary.Empty;

    /// <summary>By address: what is known of the pages outside that the texts lead to.</summary>
    public IReadOnlyDictionary<string, UrlHealth> Health { get; init; } = new Dictionary<string, UrlHealth>(StringComparer.Ordinal);

    /// <summary>All that the texts of a content need.</summary>
    public static async Task<Linking> For(EntryContent content, string? self, Lang language, EncyclopediaDb db, Glossary glossary, CancellationToken ct)
    {
        var keys = content.Links.Select(l => l.To)
            .Concat(content.Steps.SelectMany(s => s.Tools))
            .Concat(content.In(language).Fields.Values.SelectMany(Markup.KeysIn))
            .Distinct(StringComparer.Ordinal).ToList();
        return new() { Language = language, Self = self, Titles = await TitlesOf(keys, language, db, ct), Glossary = glossary };
    }

    /// <summary>All that a text that names these keys needs.</summary>
    public static async Task<Linking> For(IReadOnlyCollection<string> keys, string? self, Lang language, EncyclopediaDb db, CancellationToken ct) => new()
    {
        Language = language,
        Self = self,
        Titles = await TitlesOf(keys, language, db, ct),
        Glossary = await Glossary.Of(db, language, ct),
    };

    static async Task<Dictionary<string, string>> TitlesOf(IReadOnlyCollection<string> keys, Lang language, EncyclopediaDb db, CancellationToken ct)
    {
        if (keys.Count == 0)
        {
            return new(StringComparer.Ordinal);
        }

        var words = await db.Entries.AsNoTracking().Where(e => keys.Contains(e.Key))
            .SelectMany(e => e.Words, (e, w) => new { e.Key, w.Language, w.Title })
            .ToListAsync(ct);
        return words.GroupBy(w => w.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (g.FirstOrDefault(w => w.Language == language) ?? g.First()).Title, StringComparer.Ordinal);
    }
}
