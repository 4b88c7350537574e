using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;

namespace Beffroi.Eva.Player;

/// <summary>What a server answered. Status 0: no answer came.</summary>
public readonly record struct Reply(int Status, string Body);

/// <summary>One HTTP exchange. Never throws: no network is status 0.</summary>
public delegate Task<Reply> Exchange(string method, string path, string? body);

/// <summary>A thing asked of the server: it came, or the reason why it did not.</summary>
public readonly record struct Asked<T>(T? Value, bool NoEntry)
    where T : class;

/// <summary>The three requests of the games. The entry is in a cookie that no script can read.</summary>
public sealed class Server(Exchange exchange)
{
    public async Task<Asked<Journey>> Journey() =>
        Read(await exchange("GET", "/api/eva/evaluations/moi", null), EvaJson.Default.Journey);

    public async Task<Asked<Play>> Play(Guid evaluation, string situation) =>
        Read(await exchange("POST", $"/api/eva/evaluations/{evaluation:D}/parties/{situation}", ""), EvaJson.Default.Play);

    public async Task<Delivery> Send(Guid evaluation, EventBatch batch)
    {
        var body = JsonSerializer.Serialize(batch, EvaJson.Default.EventBatch);
        return Judge(await exchange("POST", $"/api/eva/evaluations/{evaluation:D}/collections_evenements", body));
    }

    /// <summary>Only a readable receipt counts: a sign-in portal that answers 200 with its own page has kept nothing.</summary>
    private static Delivery Judge(Reply reply) => reply.Status switch
    {
        200 => Read(reply, EvaJson.Default.EventReceipt).Value is null ? Delivery.Unreachable : Delivery.Received,
        401 or 403 => Delivery.NoEntry,
        408 or 425 or 429 => Delivery.Unreachable,
        >= 400 and < 500 => Delivery.Refused,
        _ => Delivery.Unreachable,
    };

    private static Asked<T> Read<T>(Reply reply, JsonTypeInfo<T> type)
        where T : class
    {
        if (reply.Status is 401 or 403)
        {
            return new Asked<T>(null, NoEntry: true);
        }

        try
        {
            return new Asked<T>(reply.Status == 200 ? JsonSerializer.Deserialize(reply.Body, type) : null, NoEntry: false);
        }
        catch (JsonException)
        {
            return new Asked<T>(null, NoEntry: false);
        }
    }
}
