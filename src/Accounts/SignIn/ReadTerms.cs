using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Accounts.SignIn;

public static class ReadTerms
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/cgu", () => Html.View<ReadTermsPage, ReadTermsModel>(new())).ForEveryone();
}

public sealed record ReadTermsModel;
