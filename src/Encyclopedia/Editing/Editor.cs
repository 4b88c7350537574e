using Beffroi.Dsfr;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Editing;

/// <summary>All that the fields of the editor need to show themselves.</summary>
public sealed record Editor
{
    public required Lang L { get; init; }
    public required EntryType Type { get; init; }
    public required Lang Original { get; init; }
    public required EntryForm Form { get; init; }
    public required Errors Errors { get; init; }

    /// <summary>The texts of an entry in one language, in the order they are read.</summary>
    public static IEnumerable<string> TextsOf(EntryType type) => ["title", "summary", .. Template.Of(type).Select(f => "fields." + f.Name), "synonyms"];

    /// <summary>Something in this row is to be put right.</summary>
    public bool Wrong(string row) => Errors.All.Any(e => e.Field.StartsWith(row + ".", StringComparison.Ordinal));

    /// <summary>Shown whole: nothing is written there yet, or not as it should be.</summary>
    public bool Unfolds(string row) => !Form.IsFilled(row) || Wrong(row);

    /// <summary>What a folded row is known by; null when it has no such words.</summary>
    public string? Told(string row) =>
        new[] { "title", $"act.{L.Code()}", $"act.{L.Other().Code()}", "by", "to" }.Select(f => Form[$"{row}.{f}"].Trim()).FirstOrDefault(words => words.Length > 0);

    public static IReadOnlyList<Option> Options<T>(Func<T, string> say) where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Option(v.ToString(), say(v)))];
}
