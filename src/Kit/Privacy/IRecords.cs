namespace Beffroi.Kit;

/// <summary>What the controller recorded of the services that need an assessment: the accounts module keeps it, each module asks before it processes more.</summary>
public interface IRecords
{
    /// <summary>Whether the service has a record that is complete, favourable and not past its day.</summary>
    Task<bool> InForce(string service, CancellationToken ct);

    /// <summary>The record that holds, by service; those without one are absent.</summary>
    Task<IReadOnlyDictionary<string, TreatmentRecord>> Last(CancellationToken ct);
}
