namespace Beffroi.Eva;

public enum ForgettingReason
{
    /// <summary>Nobody came back in time.</summary>
    Expired,

    /// <summary>The person asked.</summary>
    Asked,
}

/// <summary>What is left of an evaluation that was played alone and erased: a count. Its month and no finer date, so that it points to nobody.</summary>
public sealed class ForgottenPlay
{
    /// <summary>Drawn at random: an identifier made of the time would tell the time.</summary>
    public required Guid Id { get; init; }

    /// <summary>First day of the month of erasure.</summary>
    public required DateOnly Month { get; init; }

    public required Parcours Parcours { get; init; }
    public required bool WasFinished { get; init; }
    public required ForgettingReason Reason { get; init; }
}
