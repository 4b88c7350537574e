namespace Beffroi.Psychometrics.Tests;

/// <summary>Simulations that end with the test run.</summary>
static class Simulated
{
    public static SimulationResult Simulate(this SimulationScenario scenario, int threads = 1, IProgress<int>? progress = null) =>
        scenario.Run(threads, progress, TestContext.Current.CancellationToken);

    public static RecoveryResult Simulate(this CalibrationRecovery recovery, int threads = 1) => recovery.Run(threads, ct: TestContext.Current.CancellationToken);
}
