using System.Net.Sockets;
using System.Text;

namespace Beffroi.Chat.Fanout;

/// <summary>The least of XMPP: RFC 6120 (stream, SASL PLAIN, bind) and XEP-0045 (a room).</summary>
sealed class XmppClient : IClient
{
    const string Closing = "</message>";

    readonly TcpClient _tcp = new() { NoDelay = true };
    readonly CancellationTokenSource _stop = new();
    readonly SemaphoreSlim _sending = new(1);
    readonly StringBuilder _held = new();
    readonly byte[] _buffer = new byte[16 * 1024];
    readonly string _room;
    readonly Action<string> _heard;
    Task _reading = Task.CompletedTask;

    XmppClient(string room, Action<string> heard) => (_room, _heard) = (room, heard);

    public static async Task<XmppClient> Open(int port, string host, string user, string password, string room, Action<string> heard, CancellationToken ct)
    {
        var client = new XmppClient($"{room}@conference.{host}", heard);
        var stream = $"<stream:stream to='{host}' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>";
        await client._tcp.ConnectAsync("127.0.0.1", port, ct);
        await client.Ask(stream, "</stream:features>", ct);
        await client.Ask($"<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{user}\0{password}"))}</auth>", "<success", ct);
        await client.Ask(stream, "</stream:features>", ct);
        await client.Ask($"<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>r</resource></bind></iq>", "</iq>", ct);
        // 110: "this is yourself", the last of those present. A new room waits for its owner to accept it as it is.
        await client.Ask($"<presence to='{client._room}/{user}'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x></presence>", "110", ct);
        await client.Write($"<iq type='set' id='c' to='{client._room}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'/></query></iq>", ct);
        client._reading = client.Read();
        return client;
    }

    public Task Send(string text, CancellationToken ct) => Write($"<message to='{_room}' type='groupchat'><body>{text}</body></message>", ct);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading;
        _tcp.Dispose();
        _sending.Dispose();
        _stop.Dispose();
    }

    async Task Ask(string said, string until, CancellationToken ct)
    {
        await Write(said, ct);
        while (!_held.ToString().Contains(until, StringComparison.Ordinal))
        {
            await Hear(ct);
        }

        _held.Clear();
    }

    async Task Read()
    {
        try
        {
            while (true)
            {
                await Hear(_stop.Token);
                var text = _held.ToString();
                var from = 0;
                for (var end = text.IndexOf(Closing, StringComparison.Ordinal); end >= 0; end = text.IndexOf(Closing, from, StringComparison.Ordinal))
                {
                    _heard(text[from..end]);
                    from = end + Closing.Length;
                }

                _held.Remove(0, from);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException or InvalidOperationException)
        {
            // Closed.
        }
    }

    async Task Hear(CancellationToken ct)
    {
        var count = await _tcp.GetStream().ReadAsync(_buffer, ct);
        _held.Append(count > 0 ? Encoding.UTF8.GetString(_buffer, 0, count) : throw new InvalidOperationException($"The server closed the stream: {_held}"));
    }

    async Task Write(string stanza, CancellationToken ct)
    {
        await _sending.WaitAsync(ct);
        try
        {
            await _tcp.GetStream().WriteAsync(Encoding.UTF8.GetBytes(stanza), ct);
        }
        finally
        {
            _sending.Release();
        }
    }
}
