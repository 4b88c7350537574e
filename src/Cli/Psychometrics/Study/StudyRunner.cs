using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Study;

/// <summary>Runs the simulations of the study one after the other, so that a person sees how far it is and can stop it.</summary>
sealed class StudyRunner(StudySize size, Progress progress, CancellationToken ct)
{
    public StudySize Size => size;

    /// <summary>A scenario at the size of the study: only what the part varies is said by it.</summary>
    public SimulationResult Run(SimulationScenario scenario)
    {
        var result = (scenario with { Persons = size.Persons, Banks = size.Banks, Seed = size.Seed }).Run(ct: ct);
        progress.Step();
        return result;
    }

    public RecoveryResult Run(CalibrationRecovery recovery)
    {
        var result = (recovery with { Seed = size.Seed }).Run(ct: ct);
        progress.Step();
        return result;
    }
}
