using Beffroi.Encyclopedia.Differences.ByWord;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Differences;

/// <summary>One changed place of an entry.</summary>
/// <param name="Before">Null for what was not there.</param>
/// <param name="After">Null for what is taken away.</param>
public sealed record EntryChange(EntryPlace Place, string? Before, string? After)
{
    /// <summary>The whole item, where it is added or taken away.</summary>
    public Piece? Item { get; init; }

    /// <summary>As people read it, in the language of the page.</summary>
    public TextDiff In(EntryType type, Lang l) => TextDiff.Of(Shown(Before, type, l), Shown(After, type, l));

    string Shown(string? value, EntryType type, Lang l) => value is null ? ""
        : Place.IsOrder ? ValueWords.Order(Place.List, value, l)
        : Item is not null ? ValueWords.Whole(Item, Place.List, type, l)!
        : ValueWords.Of(Place, value, l);
}

/// <summary>What changed from one content to another, place by place; any choice of the changes can be applied.</summary>
public sealed class EntryDiff
{
    readonly Pieces _before;
    readonly Pieces _after;

    EntryDiff(Pieces before, Pieces after)
    {
        (_before, _after) = (before, after);
        Changes = [.. Pieces.Lists.SelectMany(In)];
    }

    public IReadOnlyList<EntryChange> Changes { get; }

    public static EntryDiff Of(EntryContent before, EntryContent after)
    {
        var pieces = Pieces.Of(before);
        return new(pieces, Pieces.Of(after, pieces));
    }

    /// <summary>The content before with the chosen changes.</summary>
    /// <exception cref="System.Text.Json.JsonException">What was chosen does not make an entry without the rest.</exception>
    public EntryContent Apply(Func<EntryPlace, bool> chosen)
    {
        var taken = Changes.Select(c => c.Place).Where(chosen).ToHashSet();
        return Pieces.From(Pieces.Lists.ToDictionary(list => list, list => Applied(list, taken), StringComparer.Ordinal)).ToContent();
    }

    IReadOnlyList<Piece> Applied(string list, HashSet<EntryPlace> taken)
    {
        var (before, after) = (_before[list], _after[list]);
        var (idsBefore, idsAfter) = (before.Select(p => p.Id).ToList(), after.Select(p => p.Id).ToList());
        bool Kept(string id) => (_before.Find(list, id), _after.Find(list, id)) switch
        {
            (null, _) => taken.Contains(new(list, id, null)),
            (_, null) => !taken.Contains(new(list, id, null)),
            _ => true,
        };
        var newOrder = Weaving.Agree(idsBefore, idsAfter) || taken.Contains(new(list, EntryPlace.Order, null));
        var order = newOrder ? Weaving.Of(idsAfter, idsBefore, Kept) : Weaving.Of(idsBefore, idsAfter, Kept);
        return [.. order.Select(id => (_before.Find(list, id), _after.Find(list, id)) switch
        {
            (null, { } added) => added,
            ({ } old, null) => old,
            ({ } old, { } changed) => new Piece(id, Fields(list, old, changed, taken)),
            _ => throw new InvalidOperationException($"{list} {id} is on neither side."),
        })];
    }

    static Dictionary<string, string> Fields(string list, Piece old, Piece changed, HashSet<EntryPlace> taken)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in old.Fields.Keys.Union(changed.Fields.Keys, StringComparer.Ordinal))
        {
            if ((taken.Contains(new(list, old.Id, name)) ? changed : old).Fields.TryGetValue(name, out var value))
            {
                fields[name] = value;
            }
        }

        return fields;
    }

    IEnumerable<EntryChange> In(string list)
    {
        var (before, after) = (_before[list], _after[list]);
        foreach (var old in before)
        {
            if (_after.Find(list, old.Id) is not { } changed)
            {
                yield return new(new(list, old.Id, null), PieceText.Of(old), null) { Item = old };
                continue;
            }

            foreach (var name in old.Fields.Keys.Union(changed.Fields.Keys, StringComparer.Ordinal))
            {
                var (was, becomes) = (old.Fields.GetValueOrDefault(name), changed.Fields.GetValueOrDefault(name));
                if (!string.Equals(was, becomes, StringComparison.Ordinal))
                {
                    yield return new(new(list, old.Id, name), was, becomes);
                }
            }
        }

        foreach (var added in after.Where(p => _before.Find(list, p.Id) is null))
        {
            yield return new(new(list, added.Id, null), null, PieceText.Of(added)) { Item = added };
        }

        var (idsBefore, idsAfter) = (before.Select(p => p.Id).ToList(), after.Select(p => p.Id).ToList());
        if (!Weaving.Agree(idsBefore, idsAfter))
        {
            yield return new(new(list, EntryPlace.Order, null), string.Join('\n', idsBefore), string.Join('\n', idsAfter));
        }
    }
}

/// <summary>A whole item as a text that can be read and compared.</summary>
static class PieceText
{
    public static string Of(Piece piece) =>
        piece.Fields.Count == 1 ? piece.Fields.Values.Single() : string.Join('\n', piece.Fields.Where(f => f.Value.Length > 0).Select(f => $"{f.Key}: {f.Value}"));
}
