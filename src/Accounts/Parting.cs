using Beffroi.Accounts.OpenId;

namespace Beffroi.Accounts;

/// <summary>Somebody sent to leave their provider, known again by this when they come back.</summary>
sealed record Parting(Provider Provider, string State)
{
    public static readonly SealedCookie<Parting> Cookie = new("depart", TimeSpan.FromMinutes(10));
}
