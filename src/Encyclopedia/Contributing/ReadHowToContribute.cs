using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Encyclopedia.Contributing;

/// <summary>How to contribute, and the editorial rules.</summary>
public static class ReadHowToContribute
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Contribute(l), (HttpRequest request) => Html.View<ReadHowToContributePage, ReadHowToContributeModel>(new(Langs.Of(request)))).ForEveryone();
        }
    }
}

public sealed record ReadHowToContributeModel(Lang L);
