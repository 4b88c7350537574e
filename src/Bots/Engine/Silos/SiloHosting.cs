using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime.Hosting;
using StackExchange.Redis;

namespace Beffroi.Bots.Engine.Silos;

/// <summary>The silo of this node.</summary>
public static class SiloHosting
{
    const string ClusterName = "beffroi-bots";

    /// <summary>One silo in this process, alone unless <see cref="EngineSettings.Cluster"/> says that it joins others through Redis; none where the engine is off.</summary>
    public static IHostApplicationBuilder AddBotsEngine(this IHostApplicationBuilder builder)
    {
        var settings = (builder.Configuration.GetSection("Bots:Engine").Get<EngineSettings>() ?? new()).Checked();
        builder.Services.AddSingleton(settings);
        if (!settings.Enabled)
        {
            return builder;
        }

        // What it says at each start and stop is for whoever mends it. The silo itself warns that it wants one heap for each processor, which was measured and left (docs/benchmarks.md, "Chat").
        builder.Logging.AddFilter("Orleans", LogLevel.Warning).AddFilter("Orleans.Runtime.Silo", LogLevel.Error).AddFilter("Microsoft.Orleans", LogLevel.Warning).AddFilter("Polly", LogLevel.Warning);
        var redis = settings.Cluster ? builder.Configuration.GetConnectionString("Redis") ?? throw new InvalidOperationException("Bots:Engine:Cluster needs ConnectionStrings:Redis.") : null;
        // Pages are answered while the silo starts, which takes seconds and which they do not need.
        builder.Services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true);
        builder.UseOrleans(silo => Configure(silo, settings, redis));
        builder.Services.AddHostedService<FoldDriver>();
        return builder;
    }

    static void Configure(ISiloBuilder silo, EngineSettings settings, string? redis)
    {
        var address = IPAddress.Parse(settings.Address);
        var port = settings.Port == 0 ? FreePort(address) : settings.Port;
        silo.Services.AddGrainStorage(BotsGrainStorage.Name, (provider, _) => ActivatorUtilities.CreateInstance<BotsGrainStorage>(provider));
        if (redis is null)
        {
            silo.UseLocalhostClustering(port, gatewayPort: 0, serviceId: ClusterName, clusterId: ClusterName);
            return;
        }

        silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (ClusterName, ClusterName));
        silo.UseRedisClustering(options => options.ConfigurationOptions = ConfigurationOptions.Parse(redis));
        // Nobody but silos speaks to silos: no gateway.
        silo.ConfigureEndpoints(address, port, gatewayPort: 0, listenOnAnyHostAddress: false);
    }

    static int FreePort(IPAddress address)
    {
        using var free = new TcpListener(address, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
