using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Eva.Ethics;

/// <summary>What Eva does and does not do, for everybody.</summary>
public static class ShowEthics
{
    public static void Map(IEndpointRouteBuilder eva) => eva.MapGet("/ethique", (SiteIdentity site) => Html.View<EthicsPage, SiteIdentity>(site)).ForEveryone();
}
