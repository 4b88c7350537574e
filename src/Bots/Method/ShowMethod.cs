using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Bots.Method;

/// <summary>What the detector does, what it does not, what it keeps and for how long: for everybody.</summary>
public static class ShowMethod
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Method(l), (HttpRequest request, SiteIdentity site) => Html.View<ShowMethodPage, ShowMethodModel>(new(Langs.Of(request), site))).ForEveryone().CountsStep(BotsFunnel.Key, "methode");
        }
    }
}

public sealed record ShowMethodModel(Lang L, SiteIdentity Site);
