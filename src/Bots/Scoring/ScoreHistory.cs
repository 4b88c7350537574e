using Beffroi.Detection;

namespace Beffroi.Bots.Scoring;

/// <summary>When a score is worth a new point of the history of an account.</summary>
public static class ScoreHistory
{
    /// <summary>On the scale of log-odds: what brings 50 % to 56 %, or 10 % to 12.5 %. Below, it is the noise of a few posts more.</summary>
    public const double Step = 0.25;

    /// <summary>The first one; another class or doubt; another model; or log-odds that moved by <see cref="Step"/> since the last point.</summary>
    public static bool IsNew(ScorePoint? last, AutomationScore score, string model) =>
        last is null || last.Class != score.Class || last.Doubt != score.Doubt || Math.Abs(last.LogOdds - score.LogOdds) >= Step || !string.Equals(last.Model, model, StringComparison.Ordinal);
}
