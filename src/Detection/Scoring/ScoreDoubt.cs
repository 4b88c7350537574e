namespace Beffroi.Detection;

/// <summary>Why a score does not tell.</summary>
public enum ScoreDoubt
{
    /// <summary>It tells.</summary>
    None,

    /// <summary>Too much of what the model looks at is missing.</summary>
    Missing,

    /// <summary>Only the profile is seen, of a network of which the model learnt no account.</summary>
    Network,

    /// <summary>The account is out of the range of those that the model learnt from.</summary>
    Range,

    /// <summary>The interval holds one half: another sample of the same training sets could have said the contrary.</summary>
    Border,

    /// <summary>The account has published too little for a score to call it a program: among such accounts people are too often taken for one.</summary>
    Quiet,
}
