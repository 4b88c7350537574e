using Beffroi.Kit;

namespace Beffroi.Bots.EngineBench;

/// <summary>A controller who recorded everything.</summary>
sealed class AlwaysInForce : IRecords
{
    public Task<bool> InForce(string service, CancellationToken ct) => Task.FromResult(true);

    public Task<IReadOnlyDictionary<string, TreatmentRecord>> Last(CancellationToken ct) => Task.FromResult<IReadOnlyDictionary<string, TreatmentRecord>>(new Dictionary<string, TreatmentRecord>(StringComparer.Ordinal));
}
