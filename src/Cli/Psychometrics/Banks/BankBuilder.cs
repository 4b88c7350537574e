namespace Beffroi.Cli.Psychometrics.Banks;

/// <summary>Items of a bank as they come: each once.</summary>
sealed class BankBuilder
{
    const int MaxItems = 100_000;
    const int LongestName = 200;

    readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public List<BankedItem> Items { get; } = [];

    /// <summary>Null when the item joined the bank; else what is wrong with it.</summary>
    public string? TryAdd(ItemDescription description)
    {
        var (item, problem) = description.Read();
        problem ??= description.Name.Length is 0 or > LongestName ? $"le nom d’un item a de 1 à {LongestName} caractères"
            : Items.Count == MaxItems ? $"plus de {MaxItems} items"
            : _names.Add(description.Name) ? null : $"l’item {Tables.Quoted.Text(description.Name)} est là deux fois";
        if (problem is null)
        {
            Items.Add(item!);
        }

        return problem;
    }
}
