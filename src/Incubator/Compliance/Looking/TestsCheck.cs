using Beffroi.Kit;

namespace Beffroi.Incubator.Compliance;

/// <summary>Results of the tests of this product, where an operator loaded them; absent, they are unknown.</summary>
sealed class TestsCheck(IncubatorDb db) : ICheck
{
    const int ShortCommit = 10;

    public IReadOnlyList<int> Criteria => [.. Compliance.Criteria.All.Where(c => c.Tests.Count > 0).Select(c => c.Number)];

    public async Task<IReadOnlyList<Finding>> Look(Visit visit, CancellationToken ct)
    {
        var proofs = await Proofs.Read(db, ct);
        var from = proofs.Load is { } load ? $"{French.Day(load.RanAt)}, version {(load.Commit.Length > ShortCommit ? load.Commit[..ShortCommit] : load.Commit)}" : "aucun résultat chargé";
        // The page where they all are is named once for each criterion.
        return [.. Compliance.Criteria.All.SelectMany(c => c.Tests.Select((test, at) => new Finding(c.Number, null, proofs.Of(test), $"test {test}{Counted(proofs.Count(test))}, {from}{(at == 0 ? $" ({Addresses.Proofs}#{c.Key})" : "")}")))];
    }

    static string Counted((int Passed, int Failed, int Skipped) n) => n switch
    {
        (0, 0, 0) => " : pas de résultat",
        (_, 0, 0) => $" : {French.Count(n.Passed, "réussi", "réussis")}",
        _ => $" : {French.Count(n.Passed, "réussi", "réussis")}, {French.Count(n.Failed, "échoué", "échoués")}, {French.Count(n.Skipped, "sauté", "sautés")}",
    };
}
