using System.Collections.Immutable;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Study;

/// <summary>Where a ladder cuts by its own rule: as many people of N(0, 1) are truly below each cut as the ladder places below it (equipercentile).</summary>
static class LadderCuts
{
    public static ImmutableArray<double> Of(SimulationResult ladder, int levels)
    {
        double[] abilities = [.. ladder.People.Select(p => p.Ability).Order()];
        return [.. Enumerable.Range(1, levels).Select(level => Math.Round(abilities[ladder.People.Count(p => p.Level < level)], 2))];
    }
}
