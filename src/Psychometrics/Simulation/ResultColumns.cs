using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>People of a simulation column by column, for those where each column has a meaning.</summary>
sealed class ResultColumns
{
    readonly ImmutableArray<SimulatedPerson> _people;
    readonly SimulatedPerson[] _levelled;

    public ResultColumns(ImmutableArray<SimulatedPerson> people, SimulationScenario scenario)
    {
        _people = people;
        All = Clusters(people, scenario);
        Lengths = [.. people.Select(p => (double)p.Asked.Length)];

        SimulatedPerson[] measured = [.. people.Where(p => p.Reading is not null)];
        Measured = Clusters(measured, scenario);
        Abilities = [.. measured.Select(p => p.Ability)];
        Estimates = [.. measured.Select(p => p.Reading!.Estimate)];
        StandardErrors = [.. measured.Select(p => p.Reading!.StandardError)];
        Errors = [.. measured.Select(p => p.Reading!.Estimate - p.Ability)];
        Covered = [.. measured.Select(p => p.Ability >= p.Reading!.Low && p.Ability <= p.Reading.High ? 1.0 : 0)];

        var decision = scenario.EffectiveDecision;
        SimulatedPerson[] decided = [.. people.Where(p => p.IsFlagged is not null)];
        Decided = Clusters(decided, scenario);
        IsBelow = [.. decided.Select(p => p.Ability < decision!.Cut)];
        Flags = [.. decided.Select(p => p.IsFlagged == true ? 1 : 0)];
        IsRight = [.. decided.Select((p, i) => p.IsFlagged == IsBelow[i] ? 1.0 : 0)];
        IsOutsideZone = [.. decided.Select(p => Math.Abs(p.Ability - decision!.Cut) > decision.IndifferenceZone)];

        // A design either has a posterior for everybody or for nobody, so that these are the people of Decided or none.
        SimulatedPerson[] sure = [.. decided.Where(p => p.IsDecided is not null)];
        Sure = Clusters(sure, scenario);
        IsSure = [.. sure.Select(p => p.IsDecided == true)];

        _levelled = [.. people.Where(p => p.Level is not null && p.TrueLevel is not null)];
        Levelled = Clusters(_levelled, scenario);
        SimulatedPerson[] repeated = [.. people.Where(p => p.LevelAgain is not null)];
        Repeated = Clusters(repeated, scenario);
        LevelsOfRepeated = [.. repeated.Select(p => p.Level!.Value)];
        LevelsAgain = [.. repeated.Select(p => p.LevelAgain!.Value)];
    }

    public MonteCarlo All { get; }

    public double[] Lengths { get; }

    public MonteCarlo Measured { get; }

    public double[] Abilities { get; }

    public double[] Estimates { get; }

    public double[] StandardErrors { get; }

    public double[] Errors { get; }

    public double[] Covered { get; }

    public MonteCarlo Decided { get; }

    public bool[] IsBelow { get; }

    public int[] Flags { get; }

    public double[] IsRight { get; }

    public bool[] IsOutsideZone { get; }

    public MonteCarlo Sure { get; }

    public bool[] IsSure { get; }

    public MonteCarlo Levelled { get; }

    public MonteCarlo Repeated { get; }

    public int[] LevelsOfRepeated { get; }

    public int[] LevelsAgain { get; }

    /// <summary>1 where the level given is within a distance of the true one.</summary>
    public double[] LevelDistance(int most) => [.. _levelled.Select(p => Math.Abs(p.Level!.Value - p.TrueLevel!.Value) <= most ? 1.0 : 0)];

    /// <summary>1 where a person was asked the item that most people of their bank were.</summary>
    public double[] AskedMostExposed()
    {
        var most = _people.GroupBy(p => p.Bank).ToDictionary(
            bank => bank.Key,
            bank => bank.SelectMany(p => p.Asked).CountBy(item => item).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key).FirstOrDefault(-1));
        return [.. _people.Select(p => p.Asked.Contains(most[p.Bank]) ? 1.0 : 0)];
    }

    // People on one bank share its luck: with several banks, banks are the clusters.
    static MonteCarlo Clusters(IReadOnlyList<SimulatedPerson> people, SimulationScenario scenario) =>
        new([.. people.Select((p, i) => scenario.Banks > 1 ? p.Bank : i)]);
}
