using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>One item of a bank: its response curves and what an adaptive test must know to ask it in good order.</summary>
public sealed record BankItem
{
    /// <summary>An item.</summary>
    /// <param name="id">Name of the item, not blank; ordinal order of names breaks ties between items of equal worth.</param>
    /// <param name="model">Its response curves.</param>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    public BankItem(string id, ItemModel model)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(model);
        (Id, Model) = (id, model);
    }

    /// <summary>Name of the item, unique in its bank.</summary>
    public string Id { get; }

    /// <summary>Response curves.</summary>
    public ItemModel Model { get; }

    /// <summary>Content area or sub-skill, the unit of <see cref="ContentQuota"/>; null (default) when the item belongs to none.</summary>
    public string? Area { get; init; }

    /// <summary>Name of the stimulus that the item shares with others (one text, one figure), the unit of <see cref="CatOptions.MaximumPerTestlet"/>; null (default) when it is alone.</summary>
    public string? Testlet { get; init; }

    /// <summary>Ids of the items never asked in the same session: one would give the other's answer away. Each names the other. Default: none.</summary>
    public ImmutableArray<string> Enemies { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether the item is kept for the opening of a test (<see cref="CatOptions.EasyStart"/>) and never asked later. Default false.</summary>
    public bool StartOnly { get; init; }

    /// <summary>Two items are equal when all they hold is.</summary>
    public bool Equals(BankItem? other) =>
        other is not null && string.Equals(Id, other.Id, StringComparison.Ordinal) && Model.Equals(other.Model)
        && string.Equals(Area, other.Area, StringComparison.Ordinal) && string.Equals(Testlet, other.Testlet, StringComparison.Ordinal) && StartOnly == other.StartOnly && Enemies.AsSpan().SequenceEqual(other.Enemies.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Model);
}
