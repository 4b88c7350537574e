using System.Globalization;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;

namespace Beffroi.Testing;

/// <summary>Answers to items of every kind.</summary>
public static class Replies
{
    /// <summary>Wholly right.</summary>
    public static string Right(BankItem item) => item.Kind switch
    {
        ItemKind.Sort or ItemKind.Zone or ItemKind.Words => string.Join(' ', item.Solution),
        ItemKind.Choice or ItemKind.Number or ItemKind.Text or ItemKind.Order or ItemKind.Writing => item.Solution[0],
    };

    /// <summary>Possible, and not wholly right.</summary>
    public static string Wrong(BankItem item) => item.Kind switch
    {
        ItemKind.Choice => item.Choices.First(c => !item.Solution.Contains(c.Id, StringComparer.Ordinal)).Id,
        ItemKind.Number or ItemKind.Writing => "999",
        ItemKind.Text => "zzzzz",
        ItemKind.Order => string.Join(' ', item.Solution[0].Split(' ').Reverse()),
        ItemKind.Sort => string.Join(' ', item.Solution.Skip(2)),
        ItemKind.Zone => string.Join(' ', Places(item).Except(item.Solution, StringComparer.Ordinal).Concat(item.Solution).Take(item.Picks)),
        ItemKind.Words => string.Join(' ', Places(item).Except(item.Solution, StringComparer.Ordinal).Take(item.Picks)),
    };

    /// <summary>Possible, drawn at random: right as often as asked, else near or anything.</summary>
    public static string Any(BankItem item, Random chance, double right) => chance.NextDouble() < right ? Right(item) : item.Kind switch
    {
        ItemKind.Choice => item.Choices[chance.Next(item.Choices.Count)].Id,
        ItemKind.Number or ItemKind.Writing => chance.Next(2000).ToString(CultureInfo.InvariantCulture),
        ItemKind.Text => Near(item.Solution[0], chance),
        ItemKind.Order => string.Join(' ', Shuffled(item.Pieces.Select(p => p.Id), chance)),
        ItemKind.Sort => string.Join(' ', item.Pieces.Where(_ => chance.Next(4) > 0).Select(p => $"{p.Id}={item.Slots[chance.Next(item.Slots.Count)].Id}")),
        ItemKind.Zone or ItemKind.Words => string.Join(' ', Shuffled(Places(item), chance).Take(item.Picks)),
    };

    static string Near(string word, Random chance) => chance.Next(4) switch
    {
        0 => word.ToUpperInvariant(),
        1 => word.Remove(chance.Next(word.Length), 1),
        2 => word + "x",
        _ => "zz" + word + "zz",
    };

    static IEnumerable<string> Places(BankItem item) => item.Kind is ItemKind.Zone
        ? item.Slots.Select(s => s.Id)
        : Enumerable.Range(1, item.Document!.Lines.Sum(l => l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length)).Select(n => n.ToString(CultureInfo.InvariantCulture));

    static string[] Shuffled(IEnumerable<string> ids, Random chance)
    {
        string[] all = [.. ids];
        chance.Shuffle(all);
        return all;
    }
}
