using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Beffroi.Testing.Networks;

/// <summary>A server of this machine that speaks as a network does.</summary>
public abstract class LocalServer : IAsyncDisposable
{
    readonly WebApplication _app;
    bool _isGone;

    protected LocalServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MinResponseDataRate = null;
        });
        _app = builder.Build();
    }

    /// <summary>With its port.</summary>
    public string Host { get; private set; } = "";

    /// <summary>Requests answered, in order: path and query.</summary>
    public List<string> Asked { get; } = [];

    protected CancellationToken Stopping => _app.Lifetime.ApplicationStopping;

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isGone, true))
        {
            return;
        }

        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract void Map(WebApplication app);

    protected async Task Open()
    {
        _app.Use(async (context, next) =>
        {
            lock (Asked)
            {
                Asked.Add(context.Request.Path + context.Request.QueryString);
            }

            await next();
        });
        Map(_app);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        var port = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        Host = $"127.0.0.1:{port}";
    }
}
