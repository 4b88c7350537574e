namespace Beffroi.Psychometrics;

/// <summary>How difficulties are spread.</summary>
public enum DifficultyShape
{
    /// <summary>Normal. The default.</summary>
    Normal,

    /// <summary>Uniform, with the same standard deviation: ±√3 of them around the mean.</summary>
    Uniform,
}
