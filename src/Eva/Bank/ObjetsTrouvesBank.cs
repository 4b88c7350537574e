namespace Beffroi.Eva.Bank;

/// <summary>Our items of <c>objets_trouves</c>, in the order of the story: what is asked from memory was seen before.</summary>
public sealed record ObjetsTrouvesBank
{
    public required string Version { get; init; }
    public required IReadOnlyList<BankItem> Training { get; init; }
    public required IReadOnlyList<BankItem> Items { get; init; }

    public static ObjetsTrouvesBank Current { get; } = ItemBank.Load<ObjetsTrouvesBank>(ObjetsTrouvesRules.Technical);

    /// <summary>Any item of the situation by its id: scored or training.</summary>
    public BankItem? Find(string id) => Items.Concat(Training).FirstOrDefault(i => string.Equals(i.Id, id, StringComparison.Ordinal));
}
