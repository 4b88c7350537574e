namespace Beffroi.Accounts.Counting;

/// <summary>How often a step was passed on a day: no address, no cookie, no account, nothing that tells one visit from another.</summary>
public sealed class StepCount
{
    public required string Funnel { get; init; }
    public required string Step { get; init; }

    /// <summary>UTC.</summary>
    public required DateOnly Day { get; init; }
    public required int Count { get; set; }
}
