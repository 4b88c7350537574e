namespace Beffroi.Psychometrics;

/// <summary>A gentle opening: the first items are those whose chance of success is nearest a high target, among the items kept for the opening
/// (<see cref="BankItem.StartOnly"/>) while some are left.</summary>
public sealed record EasyStart
{
    /// <summary>How many items, from 0 to 100. Default 2.</summary>
    public int Count { get; init => field = (int)Require.Within(0, 100, value, nameof(Count)); } = 2;

    /// <summary>Expected share of the highest score aimed at, in [0, 1]. Default 0.85.</summary>
    public double TargetProbability { get; init => field = Require.Within(0, 1, value, nameof(TargetProbability)); } = 0.85;
}
