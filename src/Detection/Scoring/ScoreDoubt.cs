namespace Beffroi.Detection;

/// <summary>Why a score does not tell.</summary>
public enum ScoreDoubt
{
    /// <summary>It tells.</summary>
    None,

    /// <summary>Too much of what the model looks at is missing.</summary>
    Missing,

    /// <summary>The account is out of the range of those that the model learnt from.</summary>
    Range,

    /// <summary>The interval holds one half: another sample of the same training sets could have said the contrary.</summary>
    Border,
}
