using Beffroi.Eva.Bank;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Norming;

/// <summary>The kinds and regions of the structures that have campaigns: what the filter offers.</summary>
public sealed record NormPlaces(IReadOnlyList<string> Types, IReadOnlyList<string> Regions)
{
    public static async Task<NormPlaces> Of(EvaDb db, IStructures structures, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(structures);
        var all = await structures.Find(await db.Campaigns.Select(c => c.StructureId).Distinct().ToListAsync(ct), ct);
        return new(Sorted(all.Values.Select(s => s.Type)), Sorted(all.Values.Select(s => s.Region)));
    }

    public static IReadOnlyList<double> Cuts(NormScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return [.. BankOutline.Cuts(scope.Scale switch { NormScale.Litteratie => BankScale.Literacy, NormScale.Numeratie => BankScale.Numeracy }).Select(c => c.Cut)];
    }

    static List<string> Sorted(IEnumerable<string?> words) => [.. words.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Create(French.Culture, ignoreCase: true))];
}
