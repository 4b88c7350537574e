namespace Beffroi.Psychometrics;

/// <summary>An adaptive test, run by <see cref="CatSession"/> as people would take it. Exposure rates limited across sessions
/// (<see cref="ExposureControl.MaximumRate"/>) are not simulated: people are simulated independently.</summary>
public sealed record AdaptiveDesign : TestDesign
{
    /// <summary>A test.</summary>
    /// <param name="options">How it goes; null for the defaults.</param>
    public AdaptiveDesign(CatOptions? options = null) => Options = options ?? new();

    /// <summary>How it goes.</summary>
    public CatOptions Options { get; }

    internal override Func<Sitting, SittingRecord> Prepare(SimulatedBank bank, SimulationScenario scenario)
    {
        var test = new AdaptiveTest(bank.Used, Options);
        return sitting =>
        {
            var session = test.Start(sitting.TestSeed, Prior(sitting, scenario));
            while (!sitting.HasLeft(session.History.Count) && session.Next() is { } item)
            {
                if (sitting.Answer(bank.Used.Position(item.Id)!.Value) is { } score)
                {
                    session.Answer(item.Id, score);
                }
                else
                {
                    session.Skip(item.Id);
                }
            }

            return new()
            {
                Asked = [.. session.History.Select(step => bank.Used.Position(step.ItemId)!.Value)],
                Posterior = session.Posterior(),
                Estimate = (session.Ability, session.StandardError),
            };
        };
    }

    AbilityPrior? Prior(Sitting sitting, SimulationScenario scenario) => sitting.Person.OtherMeasure is { } measure
        ? AbilityPrior.FromOtherScale(measure, scenario.OtherScale!.StandardError, scenario.OtherScale.Correlation, AbilityPrior.Standard, Options.Prior)
        : null;
}
