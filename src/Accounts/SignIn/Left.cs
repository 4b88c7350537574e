using System.Security.Cryptography;
using System.Text;
using Beffroi.Accounts.OpenId;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Accounts.SignIn;

/// <summary>Comes back from leaving a provider: only who left by us is told that it is done.</summary>
public static class Left
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var provider in Providers.All)
        {
            app.MapGet(OutsideAddresses.Left(provider), ([FromQuery(Name = "state")] string? state, HttpContext context, OutsideSettings settings) => Show(provider, state, context, settings)).ForEveryone();
        }
    }

    static IResult Show(Provider provider, string? state, HttpContext context, OutsideSettings settings)
    {
        if (settings.Of(provider) is null)
        {
            return TypedResults.NotFound();
        }

        var known = Parting.Cookie.Take(context) is { } parting && parting.Provider == provider && Same(parting.State, state);
        return Html.View<LeftPage, LeftModel>(new(provider, known), known ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    static bool Same(string kept, string? said) => said is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(kept), Encoding.UTF8.GetBytes(said));
}

/// <param name="Known">Whether this browser left by us, a short while ago.</param>
public sealed record LeftModel(Provider Provider, bool Known);
