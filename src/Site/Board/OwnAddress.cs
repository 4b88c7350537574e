using Beffroi.Accounts.Post;
using Beffroi.Incubator.Compliance;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Beffroi.Site.Board;

/// <summary>How the site asks itself: through its own door on this machine, under the name that people type.</summary>
public static class OwnAddress
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static OwnSite Open(IServiceProvider services)
    {
        var (settings, mail) = (services.GetRequiredService<BoardSettings>(), services.GetRequiredService<MailSettings>());
        var listening = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        // No redirection is followed and no cookie kept: what is answered is what is looked at.
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = Choose(settings.Address, listening), Timeout = Patience };
        if (Name(mail.SiteUrl, services.GetRequiredService<IConfiguration>()["AllowedHosts"]) is { } name)
        {
            http.DefaultRequestHeaders.Host = name;
        }

        // As the proxy that ends TLS tells it: outside Development, pages with a form are served over https only.
        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            http.DefaultRequestHeaders.Add("X-Forwarded-Proto", Uri.UriSchemeHttps);
        }

        return new(http);
    }

    /// <param name="given">By the operator.</param>
    /// <param name="listening">Where the server listens; plain http first: no certificate names this machine.</param>
    public static Uri Choose(string? given, IEnumerable<string> listening) =>
        new(given ?? listening.OrderBy(a => a.StartsWith("http:", StringComparison.OrdinalIgnoreCase) ? 0 : 1).Select(Local).FirstOrDefault()
            ?? throw new InvalidOperationException("This server does not say where it listens: set Incubator:Board:Address."));

    /// <summary>The name that people type: given for letters, or the first that is let in.</summary>
    static string? Name(string? siteUrl, string? allowedHosts) =>
        Uri.TryCreate(siteUrl, UriKind.Absolute, out var site) ? site.Authority
        : (allowedHosts ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(h => !h.Contains('*', StringComparison.Ordinal));

    static string Local(string address) =>
        address.Replace("://+", "://127.0.0.1", StringComparison.Ordinal).Replace("://*", "://127.0.0.1", StringComparison.Ordinal).Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal).Replace("://[::]", "://127.0.0.1", StringComparison.Ordinal);
}
