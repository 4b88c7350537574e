using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Translations;

/// <summary>How a translation stands to its original.</summary>
public sealed record TranslationState
{
    public required Lang Original { get; init; }

    /// <summary>Version of the entry whose original it renders.</summary>
    public required int Renders { get; init; }

    /// <summary>What it does not render yet.</summary>
    public required IReadOnlyList<ParagraphChange> Changes { get; init; }

    public bool IsBehind => Changes.Count > 0;

    /// <summary>Null where there is no translation.</summary>
    /// <param name="content">Of the version <paramref name="version"/>, which is shown.</param>
    public static async Task<TranslationState?> Of(EncyclopediaDb db, Guid entryId, int version, EntryContent content, CancellationToken ct)
    {
        if (content.Texts[content.Translation] is not { } translation)
        {
            return null;
        }

        var renders = Math.Clamp(translation.Renders ?? 1, 1, version);
        // Of a version that is withheld, nothing is shown: the next one that is not stands for it.
        var rendered = renders == version ? null : await db.Versions.Shown(db).Where(v => v.EntryId == entryId && v.Number >= renders && v.Number < version).OrderBy(v => v.Number).Select(v => v.Content).FirstOrDefaultAsync(ct);
        return new()
        {
            Original = content.Original,
            Renders = renders,
            Changes = rendered is null ? [] : ParagraphChanges.Between(EntryJson.Read(rendered), content),
        };
    }
}

/// <summary>How much of the encyclopedia is in both languages.</summary>
public sealed record Coverage(int Entries, int InFrench, int InEnglish, int InBoth)
{
    /// <summary>Share of the entries that are in both languages, in [0, 1].</summary>
    public double Share => Entries == 0 ? 0 : (double)InBoth / Entries;

    public static async Task<Coverage> Of(EncyclopediaDb db, CancellationToken ct)
    {
        var counts = await db.Entries.GroupBy(e => e.Languages).Select(g => new { Languages = g.Key, Count = g.Count() }).ToListAsync(ct);
        int Having(int bits) => counts.Where(c => (c.Languages & bits) == bits).Sum(c => c.Count);
        return new(counts.Sum(c => c.Count), Having(Entry.Bit(Lang.French)), Having(Entry.Bit(Lang.English)), Having(Entry.Bit(Lang.French) | Entry.Bit(Lang.English)));
    }
}
