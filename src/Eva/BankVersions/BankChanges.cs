using Beffroi.Eva.Bank;
using Beffroi.Eva.BankFiles;

namespace Beffroi.Eva.BankVersions;

/// <summary>What becomes of a bank when another takes its place.</summary>
public sealed record BankChanges
{
    public required IReadOnlyList<BankItem> Added { get; init; }
    public required IReadOnlyList<BankItem> Removed { get; init; }
    public required IReadOnlyList<(BankItem Item, IReadOnlyList<BankColumn> Columns)> Changed { get; init; }

    /// <summary>The items that both have do not come in the same order.</summary>
    public required bool Moved { get; init; }

    public bool None => Added.Count == 0 && Removed.Count == 0 && Changed.Count == 0 && !Moved;

    public static BankChanges Between(SituationBank from, SituationBank to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var (before, after) = (ById(from), ById(to));
        return new()
        {
            Added = [.. to.Entries.Select(e => e.Item).Where(i => !before.ContainsKey(i.Id))],
            Removed = [.. from.Entries.Select(e => e.Item).Where(i => !after.ContainsKey(i.Id))],
            Changed = [.. to.Entries.Where(e => before.ContainsKey(e.Item.Id)).Select(e => (e.Item, ItemCells.Differences(before[e.Item.Id], e))).Where(c => c.Item2.Count > 0)],
            Moved = !Common(from, after).SequenceEqual(Common(to, before), StringComparer.Ordinal),
        };
    }

    static Dictionary<string, (BankUse Use, BankItem Item)> ById(SituationBank bank) => bank.Entries.ToDictionary(e => e.Item.Id, StringComparer.Ordinal);

    static IEnumerable<string> Common(SituationBank bank, Dictionary<string, (BankUse Use, BankItem Item)> other) => bank.Entries.Select(e => e.Item.Id).Where(other.ContainsKey);
}
