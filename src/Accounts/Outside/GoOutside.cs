using Beffroi.Accounts.OpenId;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Beffroi.Accounts.Outside;

/// <summary>Leaves for FranceConnect or ProConnect. Plain links: nothing is written, and whoever is sent there against their will only finds themselves.</summary>
public static class GoOutside
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var provider in Providers.All)
        {
            app.MapGet(OutsideAddresses.Go(provider), (string? retour, HttpContext context, OutsideSettings settings, ProviderCards cards, TimeProvider clock, SiteIdentity site, ILogger<OutsideSettings> log, CancellationToken ct) =>
                Go(provider, retour, context, settings, cards, clock, site, log, ct)).ForEveryone().RequireRateLimiting(TriesLimit.Policy);
        }
    }

    static async Task<IResult> Go(Provider provider, string? retour, HttpContext context, OutsideSettings all, ProviderCards cards, TimeProvider clock, SiteIdentity site, ILogger log, CancellationToken ct)
    {
        if (all.Of(provider) is not { } settings)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var card = await cards.Of(settings, ct);
            var errand = Errand.Start(provider, settings, linking: null, LocalAddress.Of(retour, "/"), clock.GetUtcNow());
            Errand.Cookie.Write(context, errand);
            return TypedResults.Redirect(errand.Address(settings, card.Authorize, context.Request.ComeBack(provider)));
        }
        catch (ProviderTroubleException trouble)
        {
            OutsideLog.Refused(log, provider, trouble.Message);
            return Refusal.View(provider, Why.Silent, site);
        }
    }
}
