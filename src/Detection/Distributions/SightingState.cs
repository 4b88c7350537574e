namespace Beffroi.Detection;

/// <summary>What was seen of an account.</summary>
public enum SightingState
{
    /// <summary>It answered.</summary>
    Alive,

    /// <summary>The network said that it is suspended or deleted.</summary>
    Gone,

    /// <summary>No answer, an error, a limit: nothing is known. Never read as gone.</summary>
    Unknown,
}
