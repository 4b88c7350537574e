namespace Beffroi.Psychometrics.Tests;

/// <summary>A calibration that stops with the test.</summary>
static class Calibrated
{
    public static Calibration Of(ResponseMatrix answers, CalibrationOptions options, int[]? groups = null, IProgress<CalibrationProgress>? progress = null) =>
        Calibrator.Run(answers, options, groups, progress, TestContext.Current.CancellationToken);
}
