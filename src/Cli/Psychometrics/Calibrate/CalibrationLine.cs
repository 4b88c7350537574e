using Beffroi.Kit;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Calibrate;

/// <summary>How far a calibration is, for whom watches: iteration, log-likelihood, largest change of a parameter.</summary>
sealed class CalibrationLine(Terminal terminal) : IProgress<CalibrationProgress>
{
    readonly ScreenLine _line = new(terminal);

    public void Report(CalibrationProgress value) => _line.Show(() =>
        $"itération {French.Number(value.Iteration)}, log-vraisemblance {French.Number(value.Objective, 3)}, changement {value.LargestChange.ToString("G3", French.Culture)}");

    public void End() => _line.End();
}
