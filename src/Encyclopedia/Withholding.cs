using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia;

/// <summary>Takes the words out of a version, and puts them back. The caller saves.</summary>
public static class Withholding
{
    sealed record Words(string Content, string Comment, string? AuthorName = null);

    /// <summary>Those that are not withheld.</summary>
    public static IQueryable<EntryVersion> Shown(this IQueryable<EntryVersion> versions, EncyclopediaDb db) =>
        versions.Where(v => !db.Withheld.Any(w => w.EntryId == v.EntryId && w.Number == v.Number));

    /// <param name="by">Null: it was withheld elsewhere.</param>
    /// <param name="erase">Nobody can put them back.</param>
    public static VersionWithheld Withhold(EntryVersion version, Guid? by, string reason, bool erase, DateTimeOffset at)
    {
        var kept = erase ? null : JsonSerializer.Serialize(new Words(version.Content, version.Comment, version.AuthorName), EntryJson.Options);
        (version.Content, version.Comment, version.AuthorName) = (EntryJson.Write(Blank.Of(EntryJson.Read(version.Content))), Blank.Words, null);
        return new() { EntryId = version.EntryId, Number = version.Number, At = at, By = by, Reason = reason, Kept = kept };
    }

    /// <summary>False when they were erased.</summary>
    public static bool GiveBack(EntryVersion version, VersionWithheld withheld)
    {
        if (withheld.Kept is not { } kept || JsonSerializer.Deserialize<Words>(kept, EntryJson.Options) is not { } words)
        {
            return false;
        }

        (version.Content, version.Comment, version.AuthorName) = (words.Content, words.Comment, words.AuthorName);
        return true;
    }
}
