using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Beffroi.Psychometrics;

/// <summary>An item of an <see cref="AdaptiveBlueprint"/>: a two- or three-parameter item when it has one difficulty (<see cref="LogisticItem"/>),
/// a generalised partial credit item when it has several (<see cref="PartialCreditItem"/>).</summary>
public sealed class BlueprintItem
{
    /// <summary>Name of the item, not blank, unique in its blueprint.</summary>
    public required string Id { get; init; }

    /// <summary>Discrimination a, per logit. Default 1.</summary>
    [JsonRequired]
    public double Discrimination { get; init; } = 1;

    /// <summary>The difficulty b, or the steps b_1, b_2, …, in logits: at least one.</summary>
    public required ImmutableArray<double> Difficulties { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Lower asymptote c, in [0, 1[; only with one difficulty. Default 0.</summary>
    [JsonRequired]
    public double LowerAsymptote { get; init; }

    /// <summary>See <see cref="BankItem.Area"/>.</summary>
    public string? Area { get; init; }

    /// <summary>See <see cref="BankItem.Testlet"/>.</summary>
    public string? Testlet { get; init; }

    /// <summary>See <see cref="BankItem.Enemies"/>.</summary>
    [JsonRequired]
    public ImmutableArray<string> Enemies { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>See <see cref="BankItem.StartOnly"/>.</summary>
    [JsonRequired]
    public bool StartOnly { get; init; }

    internal BankItem Build() => new(Id, Model(this)) { Area = Area, Testlet = Testlet, Enemies = Enemies, StartOnly = StartOnly };

    static ItemModel Model(BlueprintItem item) => (item.Difficulties.Length, item.LowerAsymptote) switch
    {
        (1, _) => LogisticItem.ThreeParameter(item.Discrimination, item.Difficulties[0], item.LowerAsymptote),
        (_, 0) => new PartialCreditItem(item.Discrimination, item.Difficulties),
        _ => throw new ArgumentException($"Item {item.Id} has steps and a lower asymptote: only an item marked right or wrong has one.", nameof(item)),
    };
}
