using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Beffroi.Testing;

/// <summary>Sends each request to the database and clock of its test, from the address of its visitor: limits on tries count by address.</summary>
sealed class TestRouting : IStartupFilter
{
    public const string SiteHeader = "X-Test-Site";
    public const string AddressHeader = "X-Test-Address";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            SiteUnderTest.Enter(Guid.Parse(context.Request.Headers[SiteHeader].ToString()));
            context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[AddressHeader].ToString());
            context.Request.Headers.Remove(SiteHeader);
            context.Request.Headers.Remove(AddressHeader);
            await rest(context);
        });
        next(app);
    };
}

/// <summary>The clock of the test that asks.</summary>
sealed class RoutedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => SiteUnderTest.Current?.Clock.GetUtcNow() ?? SiteUnderTest.Start;
}
