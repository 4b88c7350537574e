namespace Beffroi.Crowdsourcing;

/// <summary>Settings of <see cref="AssignmentQueue"/>.</summary>
public sealed record AssignmentOptions
{
    /// <summary>3 answers, 10 minutes.</summary>
    public static AssignmentOptions Default { get; } = new();

    /// <summary>Answers that a new group is to have, until <see cref="AssignmentQueue.Want"/> says otherwise; in [1, 10 000]. Default 3.</summary>
    public int Wanted { get; init => field = Require.Within(1, 10_000, value); } = 3;

    /// <summary>How long a place is kept for the person who was given an item; more than zero. Default 10 minutes.</summary>
    public TimeSpan LockFor { get; init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "More than no time is needed."); } = TimeSpan.FromMinutes(10);
}
