using Beffroi.Psychometrics;

namespace Beffroi.Cli.Eva.Simulate;

/// <summary>How one way of asking did on one scale.</summary>
sealed record EvaFigures
{
    public required EvaScenario Scenario { get; init; }
    public required WayOfAsking Way { get; init; }

    /// <summary>Likelier side of the product's lowest cut; of a way without probabilities, its flag.</summary>
    public required SimulationResult Sides { get; init; }

    /// <summary>The same people, flagged from the probability at which a miss costs three false alarms.</summary>
    public required SimulationResult Screening { get; init; }

    /// <summary>The same, against the cut under which as many people truly are as this way flags: it is not judged by a cut foreign to it. Null where it has probabilities, or flags nobody.</summary>
    public required (double Cut, SimulationResult Result)? OnOwnCut { get; init; }

    public static EvaFigures Of(EvaScenario scenario, WayOfAsking way, IReadOnlyList<AskedPerson> people)
    {
        var (sides, screening) = (new CutDecision(scenario.LowestCut), new CutDecision(scenario.LowestCut) { FlagFrom = LevelProbabilities.FlagThreshold(3) });
        return new()
        {
            Scenario = scenario,
            Way = way,
            Sides = Measured(sides),
            Screening = Measured(screening),
            OnOwnCut = way is WayOfAsking.Historical && OwnCut(people) is { } cut ? (cut, Measured(new(cut))) : null,
        };

        SimulationResult Measured(CutDecision decision) => SimulationResult.Of(scenario.Measures(decision), people.Select(p => p.Under(scenario, decision)));
    }

    static double? OwnCut(IReadOnlyList<AskedPerson> people)
    {
        double[] abilities = [.. people.Select(p => p.Ability).Order()];
        return people.Count(p => p.Sat.Flagged == true) is > 0 and var flagged && flagged < abilities.Length ? (abilities[flagged - 1] + abilities[flagged]) / 2 : null;
    }
}
