using System.Text.Json;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Bank;

/// <summary>Our items of <c>livraison</c>, read once from the assembly.</summary>
public sealed record LivraisonBank
{
    public required string Version { get; init; }
    public required IReadOnlyList<BankItem> Training { get; init; }
    public required IReadOnlyList<BankItem> Items { get; init; }
    public required BankItem Writing { get; init; }

    public static LivraisonBank Current { get; } = ItemBank.Load<LivraisonBank>("livraison");

    /// <summary>Any item of the situation by its id: scored, training or free writing.</summary>
    public BankItem? Find(string id) => Items.Concat(Training).Append(Writing).FirstOrDefault(i => string.Equals(i.Id, id, StringComparison.Ordinal));
}

/// <summary>Our words and non-words of <c>maintenance</c>.</summary>
public sealed record MaintenanceBank
{
    public required string Version { get; init; }
    public required IReadOnlyList<TrainingStimulus> Training { get; init; }
    public required IReadOnlyList<BankStimulus> Stimuli { get; init; }

    public static MaintenanceBank Current { get; } = ItemBank.Load<MaintenanceBank>("maintenance");

    /// <summary>The stimuli in the order that a seed draws.</summary>
    public IReadOnlyList<BankStimulus> Shuffled(int seed)
    {
        var drawn = Stimuli.ToArray();
        new Random(seed).Shuffle(drawn);
        return drawn;
    }
}

public sealed record BankStimulus
{
    public required string Id { get; init; }
    public required string Text { get; init; }
    public required bool French { get; init; }

    /// <summary>Logits: the higher, the harder to tell.</summary>
    public required double Difficulty { get; init; }
}

static class ItemBank
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static T Load<T>(string name)
    {
        using var stream = typeof(ItemBank).Assembly.GetManifestResourceStream($"bank/{name}.json")
            ?? throw new InvalidOperationException($"The bank of {name} is missing from the assembly.");
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidOperationException($"The bank of {name} is empty.");
    }
}
