namespace Beffroi.Psychometrics;

/// <summary>Why a test stopped.</summary>
public enum StopReason
{
    /// <summary>The standard error is small enough.</summary>
    StandardError,

    /// <summary>The side of a cut is sure enough.</summary>
    Classification,

    /// <summary>One level is sure enough.</summary>
    Level,

    /// <summary>No item left tells enough.</summary>
    InformationLeft,

    /// <summary>Several conditions hold together.</summary>
    AllConditions,

    /// <summary>The longest length is reached.</summary>
    MaximumLength,

    /// <summary>No item is left that the constraints allow.</summary>
    BankExhausted,

    /// <summary>Time ran out, says the caller.</summary>
    TimeOut,

    /// <summary>The person left, says the caller.</summary>
    Abandoned,
}

/// <summary>The end of a test.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Rule">The rule that was met; null when the end came from the length, the bank or the caller.</param>
public sealed record CatStop(StopReason Reason, StopRule? Rule = null);
