using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>A simulation: these people answer items of this bank in this manner under this design. The same scenario gives the same result whatever the number
/// of threads; people, items and answers of one seed are the same under two designs, so that differences between designs owe less to chance.</summary>
public sealed record SimulationScenario
{
    /// <summary>Abilities of the people. Default N(0, 1).</summary>
    public AbilityDistribution Abilities { get; init; } = new NormalAbilities();

    /// <summary>Where the items come from. Default: 90 random two-parameter items.</summary>
    public BankSource Bank { get; init; } = new RandomBank();

    /// <summary>How many banks are drawn from the source, at least 1; people are shared out equally. With one (default), Monte-Carlo errors are those of the people
    /// given the bank; with several, they contain the chance of the bank too.</summary>
    public int Banks { get; init => field = (int)Require.AtLeast(1, value, nameof(Banks)); } = 1;

    /// <summary>How far the parameters used are from the true ones; null (default) when they are exact.</summary>
    public ItemError? ItemError { get; init; }

    /// <summary>How people answer. Default: as the model says.</summary>
    public AnswerProcess Answers { get; init; } = AnswerProcess.Ideal;

    /// <summary>Whether rapid guesses are recognised, all of them, and not scored (Wise &amp; DeMars, 2006). Default false.</summary>
    public bool IsEffortModerated { get; init; }

    /// <summary>A scale measured before, from which an <see cref="AdaptiveDesign"/> starts; null (default) for none.</summary>
    public OtherScale? OtherScale { get; init; }

    /// <summary>What is asked and how it is scored.</summary>
    public required TestDesign Design { get; init; }

    /// <summary>Cuts between levels, in logits, increasing. Default none: no level.</summary>
    public ImmutableArray<double> Cuts { get; init => field = value.IsDefaultOrEmpty ? [] : Psychometrics.Cuts.Increasing(value); } = [];

    /// <summary>The decision looked at; null (default) for the lowest cut, or none when there is no cut.</summary>
    public CutDecision? Decision { get; init; }

    /// <summary>Whether people come a second time, to see if they get the same level. Default false.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>How many people, at least 1. Default 4,000: a Monte-Carlo error of 0.004 for an accuracy of 0.93.</summary>
    public int Persons { get; init => field = (int)Require.AtLeast(1, value, nameof(Persons)); } = 4_000;

    /// <summary>Start of all the chances of the simulation. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Runs the simulation.</summary>
    /// <param name="threads">Threads at most, at least 1; default 1.</param>
    /// <param name="progress">Told of the number of people done, from time to time.</param>
    /// <param name="ct">Stops between two people.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of threads is under 1.</exception>
    /// <exception cref="ArgumentException">The design does not fit the bank.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public SimulationResult Run(int threads = 1, IProgress<int>? progress = null, CancellationToken ct = default) =>
        new(this, new SimulationRun(this).People((int)Require.AtLeast(1, threads), progress, ct));

    /// <summary>The decision, said or implied.</summary>
    internal CutDecision? EffectiveDecision => Decision ?? (Cuts.IsEmpty ? null : new(Cuts[0]));
}
