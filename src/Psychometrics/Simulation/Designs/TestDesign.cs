using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>Which items a person is asked, and what is made of the answers.</summary>
public abstract record TestDesign
{
    private protected TestDesign()
    {
    }

    /// <summary>The test made ready on a bank: what depends on it alone is computed once. The result may be called from several threads.</summary>
    internal abstract Func<Sitting, SittingRecord> Prepare(SimulatedBank bank, SimulationScenario scenario);
}

/// <summary>What a sitting gave.</summary>
sealed record SittingRecord
{
    /// <summary>Items asked, in order, by their position in the bank.</summary>
    public required ImmutableArray<int> Asked { get; init; }

    /// <summary>What the answers say of the ability; null for a design that measures none.</summary>
    public Posterior? Posterior { get; init; }

    /// <summary>The estimate and its error; null with the posterior.</summary>
    public (double Ability, double StandardError)? Estimate { get; init; }

    /// <summary>The level that a design without posterior gives.</summary>
    public int? Level { get; init; }
}
