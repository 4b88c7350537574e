namespace Beffroi.Detection;

/// <summary>An account of a file, with what the file says beside it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Label">What people said of it; null when the file does not say.</param>
/// <param name="Set">The set that it comes from (<c>dataset</c>, <c>set</c>); null when the file does not say.</param>
/// <param name="Subset">The part of the set; null when the file does not say.</param>
public sealed record AccountRecord(Account Account, AccountLabel? Label = null, string? Set = null, string? Subset = null);
