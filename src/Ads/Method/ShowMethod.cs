using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Ads.Method;

/// <summary>How answers are put together, what they do not say, what becomes of people's data: in plain words.</summary>
public static class ShowMethod
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Method(l), (HttpRequest request, PublicationSettings settings) => Html.View<ShowMethodPage, ShowMethodModel>(new(Langs.Of(request), settings))).ForEveryone();
        }
    }
}

public sealed record ShowMethodModel(Lang L, PublicationSettings Settings);
