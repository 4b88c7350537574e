namespace Beffroi.Detection;

/// <summary>What came of looking at an account once.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="At">When.</param>
/// <param name="State">What was seen.</param>
public sealed record AccountSighting(string AccountId, DateTimeOffset At, SightingState State);
