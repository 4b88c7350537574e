namespace Beffroi.Psychometrics;

/// <summary>Who a simulated person is, the same at each sitting.</summary>
sealed class SimulatedTraits
{
    public SimulatedTraits(SimulationScenario scenario, int testlets, SplitMix64 chance)
    {
        var process = scenario.Answers;
        Ability = scenario.Abilities.Draw(chance);
        IsFocal = chance.NextBool(process.FocalShare);
        IsGuessing = chance.NextBool(process.GuessingShare);
        LeavesAfter = chance.NextBool(process.AbandonShare) ? 1 + chance.Below(process.AbandonBy) : null;
        if (scenario.OtherScale is { } other)
        {
            var ability = other.Draw((Ability - scenario.Abilities.Mean) / scenario.Abilities.StandardDeviation, chance);
            OtherMeasure = other.Measure(ability, chance);
        }

        TestletEffects = new double[testlets];
        var spread = Math.Sqrt(process.TestletVariance);
        for (var t = 0; t < testlets && spread > 0; t++)
        {
            TestletEffects[t] = spread * chance.NextNormal();
        }
    }

    public double Ability { get; }

    public bool IsFocal { get; }

    public bool IsGuessing { get; }

    public int? LeavesAfter { get; }

    /// <summary>What is known of them on another scale.</summary>
    public double? OtherMeasure { get; }

    public double[] TestletEffects { get; }
}
