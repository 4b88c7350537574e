namespace Beffroi.Accounts;

/// <summary>Why the doors are closed: no decision yet, or a refusal.</summary>
public sealed record WaitingModel(Verdict? Verdict);
