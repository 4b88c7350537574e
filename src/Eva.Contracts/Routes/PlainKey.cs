namespace Beffroi.Eva.Contracts;

/// <summary>What is right, in plain: only the server has it. It marks by sealing it too, so that there is one way to mark.</summary>
public sealed record PlainKey
{
    public required string Item { get; init; }
    public required ItemKind Kind { get; init; }
    public required MarkRule Rule { get; init; }

    /// <summary>Points of the item wholly right, bonuses apart.</summary>
    public required decimal Points { get; init; }

    /// <summary>Answers that earn something, and how many times the points each is worth. Of <see cref="MarkRule.Sorted"/> and <see cref="MarkRule.Puzzle"/>, the right one alone.</summary>
    public required IReadOnlyDictionary<string, decimal> Worth { get; init; }

    /// <summary>Sort only: all the pieces, those that belong nowhere included.</summary>
    public IReadOnlyList<string> Pieces { get; init; } = [];

    /// <summary>Sort only: how many slots there are.</summary>
    public int Slots { get; init; }

    public SealedKey Seal(string salt)
    {
        var parts = Rule switch
        {
            MarkRule.Sorted => SealedKey.Places(Worth.Keys.Single(), Pieces).Select(place => (Text: place, Worth: 1m)),
            MarkRule.Puzzle => SealedKey.Ranks(Worth.Keys.Single()).Select(rank => (Text: rank, Worth: 1m)),
            // Two spellings may have one normal form: the better counts.
            MarkRule.Whole or MarkRule.Typed or MarkRule.Graded or MarkRule.Dictated =>
                Worth.GroupBy(w => AnswerForm.Normal(Kind, w.Key), w => w.Value, StringComparer.Ordinal).Select(form => (Text: form.Key, Worth: form.Max())),
        };
        return new()
        {
            Item = Item,
            Kind = Kind,
            Rule = Rule,
            Salt = salt,
            Points = Points,
            // In the order of the hashes, which tells nothing.
            Entries = [.. parts.Select(p => new SealedEntry(SealedKey.Hash(salt, Item, p.Text), p.Worth)).OrderBy(e => e.Hash, StringComparer.Ordinal)],
            Pieces = Pieces,
            Slots = Slots,
        };
    }
}
