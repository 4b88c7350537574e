using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Scoring;

/// <summary>What a bank lacks, or has too much, beside the code book.</summary>
public sealed record BankGap(IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown)
{
    public bool None => Missing.Count == 0 && Unknown.Count == 0;

    public static BankGap OfCafe(IEnumerable<string> ids) => Of(CafeCodebook.Families, ids);

    public static BankGap OfMarche(IEnumerable<string> ids) =>
        Of([.. MarcheCodebook.Families.Select(f => f.Principal), .. MarcheCodebook.Families.Select(f => f.CatchUp).OfType<ItemFamily>()], ids);

    static BankGap Of(IEnumerable<ItemFamily> families, IEnumerable<string> ids)
    {
        var (wanted, there) = (families.SelectMany(f => f.Ids).ToList(), ids.ToList());
        return new([.. wanted.Except(there, StringComparer.Ordinal)], [.. there.Except(wanted, StringComparer.Ordinal)]);
    }
}
