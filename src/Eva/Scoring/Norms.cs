namespace Beffroi.Eva.Scoring;

/// <summary>The numbers that turn answers into levels, frozen: a change is a new version, and each result names its own.</summary>
public sealed record Norms(HistoriqueNorms Historique, BeffroiNorms Beffroi)
{
    /// <summary>Those used for new results.</summary>
    public static Norms Current { get; } = new(HistoriqueNorms.Of2020, BeffroiNorms.Expert2026);

    /// <summary>The norms a stored result was computed with; null when this version of the program does not know them.</summary>
    public static Norms? For(EngineName engine, string version) => string.Equals(Current.VersionFor(engine), version, StringComparison.Ordinal) ? Current : null;

    public string VersionFor(EngineName engine) => engine switch
    {
        EngineName.Historique => Historique.Version,
        EngineName.Beffroi => Beffroi.Version,
    };
}

/// <summary>Mean and standard deviation of a score in a reference population.</summary>
public sealed record Norm(double Mean, double Sd)
{
    /// <summary>0 where the population does not vary.</summary>
    public double Standardise(double score) => Sd == 0 ? 0 : (score - Mean) / Sd;
}
