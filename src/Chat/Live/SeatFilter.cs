using System.Security.Claims;
using Beffroi.Kit;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Live;

/// <summary>Names the act of a method that writes, as <see cref="Routes.Does"/> does for a route.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class DoesAttribute(string act) : Attribute
{
    public string Act => act;
}

/// <summary>Reads the seat at each call, as each request does: a right withdrawn is gone at once.</summary>
sealed class SeatFilter(LiveConnections connections, LiveLimits limits) : IHubFilter
{
    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        var http = context.Context.GetHttpContext()!;
        var connection = new LiveConnection(context.Context, Account(context.Context), http.Request.Query["lang"] == Lang.English.Code() ? Lang.English : Lang.French);
        // Known before it is judged: whoever withdraws the right meanwhile finds it.
        if (!connections.Add(connection) || !await Seat(context.Context, context.ServiceProvider))
        {
            connections.Remove(connection.Id);
            context.Context.Abort();
            return;
        }

        await next(context);
    }

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (!limits.MayCall(Account(invocation.Context)))
        {
            throw new HubException(LiveHub.TooFast);
        }

        if (!await Seat(invocation.Context, invocation.ServiceProvider))
        {
            invocation.Context.Abort();
            throw new HubException(LiveHub.Absent);
        }

        var actor = invocation.ServiceProvider.GetRequiredService<Actor>();
        actor.Who = $"compte:{Account(invocation.Context)}";
        actor.Act = invocation.HubMethod.GetCustomAttributes(typeof(DoesAttribute), inherit: false).OfType<DoesAttribute>().SingleOrDefault()?.Act;
        return await next(invocation);
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        connections.Remove(context.Context.ConnectionId);
        return next(context, exception);
    }

    async Task<bool> Seat(HubCallerContext context, IServiceProvider services)
    {
        if (await services.GetRequiredService<Seats>().Behind(Account(context), context.ConnectionAborted) is not { } seat)
        {
            return false;
        }

        services.GetRequiredService<Seated>().Found = seat;
        var connection = connections[context.ConnectionId];
        (connection.PersonId, connection.OrganisationId, connection.Until) = (seat.AccountId, seat.OrganisationId, seat.Until);
        connection.ShownAs = NameRule.ShownAs(seat);
        return true;
    }

    static Guid Account(HubCallerContext context) => Guid.Parse(context.User!.FindFirstValue(ClaimTypes.NameIdentifier)!);
}
