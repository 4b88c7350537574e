using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Bank;

/// <summary>Our store room of <c>inventaire</c>: the same for everybody.</summary>
public sealed record InventaireBank
{
    public required string Version { get; init; }
    public required Stock Training { get; init; }
    public required Stock Room { get; init; }

    public static InventaireBank Current { get; } = ItemBank.Load<InventaireBank>("inventaire");
}
