using System.Net;
using System.Text;
using System.Text.Json;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player;
using Beffroi.Eva.Player.Events;

namespace Beffroi.Browser.Tests;

/// <summary>A person who plays a whole parcours without a screen: the games' own outbox takes what happens to the server, over a network that loses and doubles.</summary>
sealed class DistantPerson : IDisposable
{
    // Of a hundred replies, those that never come back, and batches that leave twice at once.
    const int Lost = 8;
    const int Doubled = 6;

    // How much happens before the person takes a breath.
    const int AtOnce = 12;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    readonly Random _chance;
    readonly HttpClient _http;
    readonly Server _server;
    readonly Pocket _pocket = new();
    readonly Action<IReadOnlyList<GameEvent>> _acknowledged;

    /// <param name="number">Draws the person's address and mishaps.</param>
    /// <param name="acknowledged">Hears each batch that a receipt covers, as soon as the receipt is read.</param>
    public DistantPerson(string address, int number, Action<IReadOnlyList<GameEvent>> acknowledged)
    {
        (_chance, _acknowledged) = (new(number), acknowledged);
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = new(address), Timeout = TimeSpan.FromMinutes(1) };
        // As the proxy on this machine would say it: limits count by address.
        _http.DefaultRequestHeaders.Add("X-Forwarded-For", new IPAddress(0x0A000000L + number).ToString());
        _server = new(Exchange);
    }

    /// <summary>Everything that happened, in the order in which it did.</summary>
    public List<GameEvent> Told { get; } = [];

    /// <summary>Events that the server had already when they came.</summary>
    public int SentAgain { get; private set; }

    public Guid Evaluation { get; private set; }

    public async Task Enter(string code, string name)
    {
        await Participant.Enter(new Visitor(_http), code, name);
        Evaluation = (await Insist(_server.Journey)).EvaluationId;
    }

    /// <summary>Plays these situations one after the other, and stays until all is saved.</summary>
    public async Task Play(IEnumerable<string> situations)
    {
        foreach (var situation in situations)
        {
            // The page is opened again at each door: what it had not sent is still on the device.
            using var closing = new CancellationTokenSource();
            var outbox = new Outbox(Evaluation, batch => _server.Send(Evaluation, batch), _pocket, TimeProvider.System);
            var sending = outbox.Run(closing.Token);
            await outbox.Settle(Patience);
            var play = await Insist(() => _server.Play(Evaluation, situation));
            foreach (var moment in Story.Whole(play, _ => _chance.Next(4) > 0, 2).Events.Chunk(AtOnce))
            {
                foreach (var happened in moment)
                {
                    Told.Add(happened);
                    outbox.Add(happened);
                }

                await Task.Delay(_chance.Next(500));
            }

            while (outbox.State != Saving.Saved && situation == situations.Last())
            {
                Assert.NotEqual(Saving.NoEntry, await outbox.Settle(Patience));
            }

            await closing.CancelAsync();
            await sending.ContinueWith(_ => { }, TaskScheduler.Current);
        }

        Assert.Empty(_pocket.All(Evaluation));
        Assert.Empty(_pocket.Aside(Evaluation));
    }

    public void Dispose() => _http.Dispose();

    // A person at a closed door tries again.
    static async Task<T> Insist<T>(Func<Task<Asked<T>>> ask)
        where T : class
    {
        while (true)
        {
            var asked = await ask();
            Assert.False(asked.NoEntry);
            if (asked.Value is { } came)
            {
                return came;
            }

            await Task.Delay(Backoff.First);
        }
    }

    // As player.js does it.
    async Task<Reply> Exchange(string method, string path, string? body)
    {
        var telling = path.EndsWith("/collections_evenements", StringComparison.Ordinal);
        var mishap = telling ? _chance.Next(100) : 100;
        var first = Once(method, path, body);
        var reply = mishap is >= Lost and < Lost + Doubled ? (await Task.WhenAll(first, Once(method, path, body)))[0] : await first;
        if (mishap < Lost)
        {
            return new Reply(0, "");
        }

        if (telling && reply.Status == 200 && JsonSerializer.Deserialize(reply.Body, EvaJson.Default.EventReceipt) is { } receipt)
        {
            var batch = JsonSerializer.Deserialize(body!, EvaJson.Default.EventBatch)!.Events;
            Assert.Empty(receipt.Refused);
            Assert.Equal(batch.Count, receipt.Accepted + receipt.AlreadyKnown);
            SentAgain += receipt.AlreadyKnown;
            _acknowledged(batch);
        }

        return reply;
    }

    async Task<Reply> Once(string method, string path, string? body)
    {
        try
        {
            using var request = new HttpRequestMessage(new(method), path);
            if (body is not null)
            {
                request.Content = new StringContent(body, Encoding.UTF8, "application/json");
                request.Headers.Add("X-Eva", "1");
            }

            using var answer = await _http.SendAsync(request);
            return new Reply((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or TaskCanceledException)
        {
            return new Reply(0, "");
        }
    }
}
