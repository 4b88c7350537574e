using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>One skill of a rung: a few items, and as many others for who does not pass it at first.</summary>
/// <param name="Items">Ids of the items asked first.</param>
/// <param name="CatchUp">Ids of the items asked when the share of the highest score on the first is under the pass mark.</param>
public sealed record LadderSkill(ImmutableArray<string> Items, ImmutableArray<string> CatchUp);

/// <summary>A ladder of levels: a rung of skills is asked; each skill failed is caught up with other items, the best of both being kept; who keeps the pass mark
/// over the whole rung climbs to the next. The level is the number of rungs passed. No error is known. Written after the public source of a numeracy
/// positioning test (levels of 16, 20 and 18 points, pass mark 70 %, catch-up); keeping the best of two draws is favourable to the person.</summary>
public sealed record LadderDesign : TestDesign
{
    /// <summary>A ladder.</summary>
    /// <param name="rungs">From the easiest; each of at least one skill of at least one item.</param>
    /// <exception cref="ArgumentException">There is no rung, or one has no skill, or a skill no item.</exception>
    public LadderDesign(ImmutableArray<ImmutableArray<LadderSkill>> rungs) =>
        Rungs = !rungs.IsDefaultOrEmpty && rungs.All(rung => !rung.IsDefaultOrEmpty && rung.All(skill => !skill.Items.IsDefaultOrEmpty))
            ? rungs
            : throw new ArgumentException("A ladder has rungs of skills of items.", nameof(rungs));

    /// <summary>The rungs, from the easiest.</summary>
    public ImmutableArray<ImmutableArray<LadderSkill>> Rungs { get; }

    /// <summary>Share of the highest score from which a skill, and a rung, is passed, in ]0, 1]. Default 0.70.</summary>
    public double PassShare { get; init => field = Require.Within(double.Epsilon, 1, value, nameof(PassShare)); } = 0.70;

    internal override Func<Sitting, SittingRecord> Prepare(SimulatedBank bank, SimulationScenario scenario)
    {
        var rungs = LadderLayout.Of(this, bank.Used);
        return sitting => new LadderClimb(PassShare, rungs, sitting).Climb();
    }
}
