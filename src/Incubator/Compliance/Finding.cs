namespace Beffroi.Incubator.Compliance;

/// <summary>One thing seen, and the proof of it.</summary>
/// <param name="Criterion">Its number.</param>
/// <param name="Service">Null: true of all of them.</param>
/// <param name="Evidence">An address and what it answered, a header, the name of a test, a row.</param>
public sealed record Finding(int Criterion, HostedService? Service, Verdict Verdict, string Evidence);

/// <summary>Looks at some criteria, on the running site or in its data. What the host alone knows is looked at by the host.</summary>
public interface ICheck
{
    /// <summary>Those that are unknown when this look fails.</summary>
    IReadOnlyList<int> Criteria { get; }

    Task<IReadOnlyList<Finding>> Look(Visit visit, CancellationToken ct);
}
