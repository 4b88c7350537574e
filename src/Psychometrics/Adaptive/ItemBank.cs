using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>Calibrated items on one scale. Immutable and valid: ids are unique, enemies exist and name each other. Items stand in ordinal order
/// of their ids whatever the order they came in, so that a session depends on the items and not on how they were listed.</summary>
public sealed class ItemBank
{
    readonly FrozenDictionary<string, int> _positions;

    /// <summary>A bank.</summary>
    /// <param name="version">Name of this version of the calibration; a session is resumed only on the version it began with.</param>
    /// <param name="items">At least one item, in any order.</param>
    /// <exception cref="ArgumentException">The version is blank, there is no item, an id comes twice, an enemy is unknown, is the item itself, or does not name the item back.</exception>
    public ItemBank(string version, IEnumerable<BankItem> items)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        ArgumentNullException.ThrowIfNull(items);
        Version = version;
        Items = [.. items.OrderBy(item => item.Id, StringComparer.Ordinal)];
        if (Items.IsEmpty)
        {
            throw new ArgumentException("A bank has at least one item.", nameof(items));
        }

        for (var i = 1; i < Items.Length; i++)
        {
            if (string.Equals(Items[i].Id, Items[i - 1].Id, StringComparison.Ordinal))
            {
                throw new ArgumentException($"Item {Items[i].Id} comes twice.", nameof(items));
            }
        }

        _positions = Items.Select((item, at) => KeyValuePair.Create(item.Id, at)).ToFrozenDictionary(StringComparer.Ordinal);
        Enemies = [.. Items.Select(item => item.Enemies.Select(enemy => Enemy(item, enemy, nameof(items))).Distinct().Order().ToImmutableArray())];
        Areas = [.. Items.Select(item => item.Area).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Name of this version of the calibration.</summary>
    public string Version { get; }

    /// <summary>The items, in ordinal order of their ids.</summary>
    public ImmutableArray<BankItem> Items { get; }

    /// <summary>The content areas that the items name, in ordinal order.</summary>
    public ImmutableArray<string> Areas { get; }

    /// <summary>Positions of the enemies of each item.</summary>
    internal ImmutableArray<ImmutableArray<int>> Enemies { get; }

    /// <summary>The item of this id, or null when the bank has none.</summary>
    /// <param name="id">Ordinal, case-sensitive.</param>
    public BankItem? Find(string id) => Position(id) is { } at ? Items[at] : null;

    internal int? Position(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _positions.TryGetValue(id, out var at) ? at : null;
    }

    int Enemy(BankItem item, string enemy, string parameter)
    {
        if (Position(enemy) is not { } at)
        {
            throw new ArgumentException($"Item {item.Id} has an enemy, {enemy}, that the bank has not.", parameter);
        }

        if (string.Equals(item.Id, enemy, StringComparison.Ordinal) || !Items[at].Enemies.Contains(item.Id, StringComparer.Ordinal))
        {
            throw new ArgumentException($"Item {item.Id} has {enemy} as an enemy: enemies are two items that name each other.", parameter);
        }

        return at;
    }
}
