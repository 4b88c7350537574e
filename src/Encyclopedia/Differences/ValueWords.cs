using System.Globalization;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Differences;

/// <summary>What a place holds, in people's words: never the name that the JSON gives to a kind.</summary>
public static class ValueWords
{
    public static string Of(EntryPlace place, string value, Lang l) => (place.List, place.Field) switch
    {
        ("phases", _) => Kind<Phase>(value, p => p.Say(l)),
        (Pieces.Entry, "type") => Kind<EntryType>(value, t => t.Say(l)),
        (Pieces.Entry, "original") => Language(value, l),
        ("criteria", "criterion") => Kind<Criterion>(value, c => c.Say(l)),
        ("criteria", "stand") => Kind<Stand>(value, s => s.Say(l)),
        ("steps", "role") => Kind<ProcessRole>(value, r => r.Say(l)),
        ("steps", "blocking") => string.Equals(value, "true", StringComparison.Ordinal) ? l.Say("oui", "yes") : l.Say("non", "no"),
        ("links", "relation") => Kind<Relation>(value, r => r.Say(l)),
        ("reliability", "grade") => Kind<Grade>(value, g => g.Say(l)),
        ("availability", "state") => Kind<ToolState>(value, s => s.Say(l)),
        (_, "on" or "readOn" or "checkedOn" or "published") => Day(value, l),
        _ => value,
    };

    /// <summary>An item of a list by what makes it itself.</summary>
    public static string Name(string list, string id, Lang l) => list switch
    {
        "phases" => Kind<Phase>(id, p => p.Say(l)),
        "criteria" => Kind<Criterion>(id, c => c.Say(l)),
        "links" when id.Split(' ', 2) is [var to, var relation] => $"{to} ({Kind<Relation>(relation, r => r.Say(l)).ToLowerInvariant()})",
        "reliability" when id.Split(' ', 2) is [var day, var by] => $"{by}, {Day(day, l)}",
        _ => id,
    };

    /// <summary>A whole item, a line for each of its fields.</summary>
    public static string? Whole(Piece? piece, string list, EntryType type, Lang l) => piece is null ? null
        : piece.Fields.Count == 1 ? Of(new(list, piece.Id, piece.Fields.Keys.Single()), piece.Fields.Values.Single(), l)
        : string.Join('\n', piece.Fields.Where(f => f.Value.Length > 0).Select(f => $"{PlaceLabels.Field(f.Key, type, l)}{l.Say("\u00A0: ", ": ")}{Of(new(list, piece.Id, f.Key), f.Value, l)}"));

    /// <summary>The order of a list, an item a line.</summary>
    public static string Order(string list, string ids, Lang l) => string.Join('\n', ids.Split('\n').Select(id => Name(list, id, l)));

    // What no kind is called stays as it was written.
    static string Kind<T>(string value, Func<T, string> say) where T : struct, Enum =>
        KindWords.Named<T>(value) is { } known ? say(known) : value;

    static string Language(string value, Lang l) => Langs.All.Where(x => string.Equals(x.Code(), value, StringComparison.Ordinal)).Select(x => x.Named(l)).FirstOrDefault(value);

    static string Day(string value, Lang l) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? l.Day(day) : value;
}
