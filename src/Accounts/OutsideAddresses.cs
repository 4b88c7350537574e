using Beffroi.Accounts.OpenId;
using Beffroi.Kit;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Accounts;

/// <summary>The addresses that providers are declared, and those that lead to them.</summary>
static class OutsideAddresses
{
    public static string Go(Provider provider) => $"/connexion/{provider.Key()}";

    public static string Go(Provider provider, string? returnTo) => $"{Go(provider)}?retour={Uri.EscapeDataString(LocalAddress.Of(returnTo, "/"))}";

    public static string ComeBack(Provider provider) => $"/connexion/{provider.Key()}/retour";

    public static string OpenAccount(Provider provider) => $"/connexion/{provider.Key()}/ouvrir";

    public static string Left(Provider provider) => $"/deconnexion/{provider.Key()}/retour";

    public static string ComeBack(this HttpRequest request, Provider provider) => request.Root() + request.PathBase + ComeBack(provider);

    public static string Left(this HttpRequest request, Provider provider) => request.Root() + request.PathBase + Left(provider);
}
