using Beffroi.Detection;

namespace Beffroi.Bots.Networks;

/// <summary>Accounts that a network gave, what it took.</summary>
/// <param name="Accounts">In the order of the network, with what it shared for each (0 for a follower).</param>
/// <param name="Requests">Asked of the network.</param>
/// <param name="Price">In thousandths of a dollar.</param>
public sealed record FoundPeople(IReadOnlyList<(Account Account, int Shared)> Accounts, int Requests, long Price = 0);
