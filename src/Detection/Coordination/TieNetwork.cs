namespace Beffroi.Detection;

/// <summary>Who shares with whom: accounts, and the ties between them in order of (<see cref="Tie.First"/>, <see cref="Tie.Second"/>).</summary>
/// <param name="Accounts">Account identifiers; a tie names them by index.</param>
/// <param name="Ties">One for each pair of accounts, sorted.</param>
public sealed record TieNetwork(IReadOnlyList<string> Accounts, IReadOnlyList<Tie> Ties);
