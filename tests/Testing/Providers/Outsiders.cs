using Beffroi.Accounts.OpenId;

namespace Beffroi.Testing.Providers;

/// <summary>Opens a site to a provider of this machine, and a visitor's way between the two.</summary>
public static class Outsiders
{
    public const string ClientId = "beffroi-client";
    public const string Secret = "un-secret-que-seul-le-site-connait-0123456789";

    /// <summary>A provider that this site is declared to, and that it is open to from now on.</summary>
    public static async Task<ProviderServer> OpenTo(this SiteUnderTest site, Provider kind, Func<ProviderSettings, ProviderSettings>? with = null)
    {
        var name = kind == Provider.FranceConnect ? "franceconnect" : "proconnect";
        var settings = (with ?? (s => s))(new() { Issuer = "https://to.be.known", ClientId = ClientId, ClientSecret = Secret });
        var server = await ProviderServer.Start(kind, new()
        {
            Id = settings.ClientId,
            Secret = Secret,
            Algorithm = settings.Algorithm,
            ComeBack = [$"https://localhost/connexion/{name}/retour"],
            Left = [$"https://localhost/deconnexion/{name}/retour"],
        }, site.Clock);
        settings = settings with { Issuer = server.Issuer };
        site.Outside = (kind == Provider.FranceConnect ? site.Outside with { FranceConnect = settings } : site.Outside with { ProConnect = settings }).Checked();
        return server;
    }

    /// <summary>A visitor whose browser also reaches that provider.</summary>
    public static Visitor Through(this Visitor visitor, ProviderServer server)
    {
        visitor.Outside.Add(server.Host);
        return visitor;
    }
}
