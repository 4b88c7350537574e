namespace Beffroi.Eva.Scoring;

/// <summary>Scores an evaluation: pure, so the same answers, engine and norms give the same figures on any day.</summary>
public static class Engine
{
    public static Score Run(EngineName engine, PlayedEvaluation evaluation, Norms norms)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(norms);
        return engine switch
        {
            EngineName.Historique => HistoriqueEngine.Run(evaluation, norms.Historique),
            EngineName.Beffroi => AccuracyEngine.Run(evaluation, norms.Beffroi),
        };
    }
}
