using Beffroi.Accounts.OpenId;

namespace Beffroi.Accounts.Outside;

/// <summary>Somebody whom a provider vouches for and who has no account yet: kept by their own browser until they open one, ten minutes at most.</summary>
sealed record Arrival(OutsideIdentity Identity, string ReturnTo)
{
    public static readonly SealedCookie<Arrival> Cookie = new("arrivee", TimeSpan.FromMinutes(10));
}
