using Beffroi.Chat.Live;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.SignalR.StackExchangeRedis;
using StackExchange.Redis;

namespace Beffroi.Site;

/// <summary>One site by default. Several on one PostgreSQL as soon as <c>ConnectionStrings:Redis</c> is set: it carries what live connections are told, and keeps the keys of cookies.</summary>
static class Nodes
{
    const string Prefix = "beffroi";

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var redis = configuration.GetConnectionString("Redis") is { Length: > 0 } text ? text : null;
        var keys = services.AddDataProtection().SetApplicationName(Prefix);
        services.AddSingleton((configuration.GetSection("Chat:Live").Get<LiveSettings>() ?? new()) with { ManyNodes = redis is not null });
        if (redis is null)
        {
            keys.PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(Storage.DataDirectory(configuration), "keys")));
            return;
        }

        var options = ConfigurationOptions.Parse(redis);
        // A node starts, and serves pages, while Redis is away: it tries again by itself.
        options.AbortOnConnectFail = false;
        // Made at the first key that is asked for: not while the site is only being described.
        var connection = new Lazy<IConnectionMultiplexer>(() => ConnectionMultiplexer.Connect(options));
        keys.PersistKeysToStackExchangeRedis(() => connection.Value.GetDatabase(), Prefix + ":keys");
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<CutsByRedis>(provider, connection, RedisChannel.Literal(Prefix + ":cuts")));
        services.AddSingleton<IOtherNodes>(provider => provider.GetRequiredService<CutsByRedis>()).AddHostedService(provider => provider.GetRequiredService<CutsByRedis>());
        services.AddSignalR().AddStackExchangeRedis(backplane =>
        {
            backplane.Configuration = options.Clone();
            backplane.Configuration.ChannelPrefix = RedisChannel.Literal(Prefix);
        });
    }
}
