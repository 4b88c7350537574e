using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Beffroi.Chat.Live;

/// <summary>What the live line is made of, and where it is.</summary>
static class MapLive
{
    // A page that is closed without a word is gone after two of its silences.
    static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton(new LiveSettings());
        services.AddSingleton<LiveConnections>().AddSingleton<HeardReads>().AddSingleton<LiveLimits>().AddSingleton<LiveLine>().AddSingleton<RoomTurns>();
        services.AddScoped<LiveRooms>().AddScoped<MessageHtml>();
        services.AddHostedService<LiveRound>();
        services.AddSingleton<SeatFilter>();
        services.AddSignalR(options =>
        {
            options.MaximumReceiveMessageSize = LiveHub.MostBytes;
            options.KeepAliveInterval = Silence;
            options.ClientTimeoutInterval = 2 * Silence;
            options.AddFilter<SeatFilter>();
        })
            // It travels in a WebSocket and is parsed, never put into a page as it is: "<" needs no six letters.
            .AddJsonProtocol(options => options.PayloadSerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
    }

    public static void Map(IEndpointRouteBuilder app) => app.MapHub<LiveHub>(Addresses.Live, options =>
        {
            // Eight hours after signing in, as any page.
            options.CloseOnAuthenticationExpiration = true;
            options.ApplicationMaxBufferSize = options.TransportMaxBufferSize = 2 * LiveHub.MostBytes;
        })
        .RequireAuthorization()
        .WithMetadata(new NeedsSeat(Guests: true))
        .Add(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = http =>
            {
                if (SameOrigin.Allows(http.Request))
                {
                    return next(http);
                }

                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
}
