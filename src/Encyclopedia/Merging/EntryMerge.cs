using System.Globalization;
using Beffroi.Encyclopedia.Differences;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Merging;

/// <summary>Both changed the same place, each in its own way. A text is null where there is none on that side.</summary>
public sealed record Conflict(EntryPlace Place, string? Base, string? Ours, string? Theirs)
{
    /// <summary>The whole item on each side, where the place is one.</summary>
    public Piece? BaseItem { get; init; }
    public Piece? OursItem { get; init; }
    public Piece? TheirsItem { get; init; }

    /// <summary>One of the three texts as people read it, in the language of the page.</summary>
    public string? Shown(string? text, Piece? item, EntryType type, Lang l) => text is null ? null
        : Place.IsOrder ? ValueWords.Order(Place.List, text, l)
        : item is not null ? ValueWords.Whole(item, Place.List, type, l)
        : ValueWords.Of(Place, text, l);

    /// <summary>Somebody may write a text of their own there: half of one address and half of another make no address, and no other word makes a choice or a day.</summary>
    public bool IsProse => Place.Field switch
    {
        null or "" or "url" or "archive" or "readOn" or "published" or "on" or "checkedOn" or "launch" or "state" or "grade" or "role" or "stand"
            or "dueHours" or "blocking" or "renders" or "id" or "to" or "relation" or "criterion" or "website" or "type" or "original" => false,
        _ => true,
    };

    /// <summary>Whether this can settle it.</summary>
    public bool Takes(Settlement settlement) => settlement.Side != Side.Own || (IsProse && settlement.Text is not null);
}

public enum Side
{
    Ours,
    Theirs,
    Own,
}

/// <summary>How somebody settles a conflict.</summary>
/// <param name="Text">With <see cref="Side.Own"/>: what they wrote.</param>
public sealed record Settlement(Side Side, string? Text = null);

/// <summary>Two changes of one content put together: « ours » is what is published now, « theirs » what is proposed.</summary>
public sealed class EntryMerge
{
    readonly Pieces _base;
    readonly Pieces _ours;
    readonly Pieces _theirs;
    readonly IReadOnlyDictionary<string, Settlement> _settled;
    readonly List<Conflict> _conflicts = [];

    EntryMerge(EntryContent @base, EntryContent ours, EntryContent theirs, IReadOnlyDictionary<string, Settlement> settled)
    {
        _base = Pieces.Of(@base);
        (_ours, _theirs, _settled) = (Pieces.Of(ours, _base), Pieces.Of(theirs, _base), settled);
        Content = Pieces.From(Pieces.Lists.ToDictionary(list => list, List, StringComparer.Ordinal)).ToContent();
    }

    /// <summary>With what is published now in the places that conflict and are not settled.</summary>
    public EntryContent Content { get; }

    /// <summary>All of them, settled or not.</summary>
    public IReadOnlyList<Conflict> Conflicts => _conflicts;

    public IEnumerable<Conflict> Unsettled => _conflicts.Where(c => SettlementOf(c) is null);

    /// <summary>The conflict whose own text stands at this place of a content made from this merge; null where there is none.</summary>
    /// <param name="path">As in <see cref="EntryChecks"/>.</param>
    public Conflict? WrittenAt(string path, EntryContent content)
    {
        var written = _conflicts.Where(c => SettlementOf(c) is { Side: Side.Own }).ToList();
        var pieces = written.Count == 0 ? null : Pieces.Of(content, _base);
        return written.Find(c => string.Equals(pieces!.PathOf(c.Place), path, StringComparison.Ordinal));
    }

    /// <param name="settled">By the key of the place.</param>
    /// <exception cref="System.Text.Json.JsonException">What somebody wrote of their own cannot stand in an entry.</exception>
    public static EntryMerge Of(EntryContent @base, EntryContent ours, EntryContent theirs, IReadOnlyDictionary<string, Settlement>? settled = null) =>
        new(@base, ours, theirs, settled ?? new Dictionary<string, Settlement>(StringComparer.Ordinal));

    IReadOnlyList<Piece> List(string list)
    {
        var (b, o, t) = (Ids(_base, list), Ids(_ours, list), Ids(_theirs, list));
        var merged = b.Union(o, StringComparer.Ordinal).Union(t, StringComparer.Ordinal)
            .Select(id => Item(list, id)).OfType<Piece>().ToDictionary(p => p.Id, StringComparer.Ordinal);
        return [.. Order(list, b, o, t, merged.ContainsKey).Select(id => merged[id])];
    }

    static List<string> Ids(Pieces pieces, string list) => [.. pieces[list].Select(p => p.Id)];

    IReadOnlyList<string> Order(string list, List<string> b, List<string> o, List<string> t, Func<string, bool> kept)
    {
        var (oursMoved, theirsMoved) = (!Weaving.Agree(b, o), !Weaving.Agree(b, t));
        var theirsWins = theirsMoved && !oursMoved;
        if (oursMoved && theirsMoved && !Weaving.Agree(o, t))
        {
            theirsWins = Settle(new(new(list, EntryPlace.Order, null), string.Join('\n', b), string.Join('\n', o), string.Join('\n', t))).Side == Side.Theirs;
        }

        return theirsWins ? Weaving.Of(t, o, kept) : Weaving.Of(o, t, kept);
    }

    Piece? Item(string list, string id)
    {
        var (b, o, t) = (_base.Find(list, id), _ours.Find(list, id), _theirs.Find(list, id));
        return (b, o, t) switch
        {
            (null, null, _) => t,
            (null, _, null) => o,
            (_, null, null) => null,
            (_, null, { }) => Same(b, t) ? null : Whole(list, id, b, null, t),
            (_, { }, null) => Same(b, o) ? null : Whole(list, id, b, o, null),
            _ => new(id, Fields(list, id, b?.Fields, o.Fields, t.Fields)),
        };
    }

    static bool Same(Piece? one, Piece? other) => one is not null && other is not null && one.Fields.Count == other.Fields.Count
        && one.Fields.All(f => other.Fields.TryGetValue(f.Key, out var value) && string.Equals(value, f.Value, StringComparison.Ordinal));

    /// <summary>Taken away by one, changed by the other.</summary>
    Piece? Whole(string list, string id, Piece? b, Piece? o, Piece? t) =>
        Settle(new(new(list, id, null), Text(b), Text(o), Text(t)) { BaseItem = b, OursItem = o, TheirsItem = t }).Side == Side.Theirs ? t : o;

    static string? Text(Piece? piece) => piece is null ? null : PieceText.Of(piece);

    Dictionary<string, string> Fields(string list, string id, IReadOnlyDictionary<string, string>? b, IReadOnlyDictionary<string, string> o, IReadOnlyDictionary<string, string> t)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in o.Keys.Union(t.Keys, StringComparer.Ordinal))
        {
            if (Value(new(list, id, name), b?.GetValueOrDefault(name), o.GetValueOrDefault(name), t.GetValueOrDefault(name)) is { } value)
            {
                fields[name] = value;
            }
        }

        return fields;
    }

    string? Value(EntryPlace place, string? b, string? o, string? t)
    {
        if (string.Equals(o, t, StringComparison.Ordinal) || string.Equals(t, b, StringComparison.Ordinal))
        {
            return o;
        }

        if (string.Equals(o, b, StringComparison.Ordinal))
        {
            return t;
        }

        // The later of the two: neither says less than the other.
        if (string.Equals(place.Field, "renders", StringComparison.Ordinal) && int.TryParse(o, CultureInfo.InvariantCulture, out var ours) && int.TryParse(t, CultureInfo.InvariantCulture, out var theirs))
        {
            return Math.Max(ours, theirs).ToString(CultureInfo.InvariantCulture);
        }

        if (place.Field is "tools" or "synonyms")
        {
            return Set(b ?? "", o ?? "", t ?? "");
        }

        if (b is not null && o is not null && t is not null && new Conflict(place, b, o, t).IsProse && TextMerge.Of(b, o, t) is { } merged)
        {
            return merged;
        }

        var settlement = Settle(new(place, b, o, t));
        return settlement.Side switch { Side.Ours => o, Side.Theirs => t, Side.Own => settlement.Text };
    }

    static string Set(string b, string o, string t)
    {
        var (was, ours, theirs) = (b.Split('\n'), o.Split('\n'), t.Split('\n'));
        return string.Join('\n', ours.Where(x => theirs.Contains(x, StringComparer.Ordinal) || !was.Contains(x, StringComparer.Ordinal))
            .Concat(theirs.Where(x => !was.Contains(x, StringComparer.Ordinal) && !ours.Contains(x, StringComparer.Ordinal))).Where(x => x.Length > 0));
    }

    Settlement Settle(Conflict conflict)
    {
        _conflicts.Add(conflict);
        return SettlementOf(conflict) ?? new(Side.Ours);
    }

    Settlement? SettlementOf(Conflict conflict) => _settled.GetValueOrDefault(conflict.Place.Key) is { } settlement && conflict.Takes(settlement) ? settlement : null;
}
