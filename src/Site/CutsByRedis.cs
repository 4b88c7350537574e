using System.Text.Json;
using Beffroi.Chat;
using Beffroi.Chat.Live;
using StackExchange.Redis;

namespace Beffroi.Site;

/// <summary>Carries withdrawn rights from node to node, ahead of what is said next.</summary>
sealed partial class CutsByRedis(Lazy<IConnectionMultiplexer> redis, RedisChannel channel, LiveConnections connections, ILogger<CutsByRedis> log) : BackgroundService, IOtherNodes
{
    public void Cut(Revocation revocation)
    {
        try
        {
            redis.Value.GetSubscriber().Publish(channel, JsonSerializer.Serialize(revocation), CommandFlags.FireAndForget);
        }
        catch (RedisException away)
        {
            Away(away);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Once it holds, it is held through every cut of the connection.
                await redis.Value.GetSubscriber().SubscribeAsync(channel, (_, told) => connections.Cut(JsonSerializer.Deserialize<Revocation>((string)told!)!));
                return;
            }
            catch (RedisException away)
            {
                Away(away);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis is away: nodes read withdrawn rights in the database, some tenths of a second later.")]
    private partial void Away(Exception away);
}
