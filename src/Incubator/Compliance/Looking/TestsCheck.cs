using Beffroi.Kit;

namespace Beffroi.Incubator.Compliance;

/// <summary>Results of the tests of this product, where an operator loaded them; absent, they are unknown.</summary>
sealed class TestsCheck(IncubatorDb db) : ICheck
{
    public IReadOnlyList<int> Criteria => [.. Compliance.Criteria.All.Where(c => c.Tests.Count > 0).Select(c => c.Number)];

    public async Task<IReadOnlyList<Finding>> Look(Visit visit, CancellationToken ct)
    {
        var proofs = await Proofs.Read(db, ct);
        var from = proofs.Load is { } load ? $"{load.Commit}, {French.Day(load.RanAt)}" : "aucun résultat chargé";
        return [.. from c in Compliance.Criteria.All from test in c.Tests select new Finding(c.Number, null, proofs.Of(test), $"test {test} ({from})")];
    }
}
