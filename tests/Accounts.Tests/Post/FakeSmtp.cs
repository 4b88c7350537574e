using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Beffroi.Accounts.Tests.Post;

/// <summary>A mail server of our own on this machine, that speaks just enough of RFC 5321 and keeps what it is given, byte for byte.</summary>
sealed class FakeSmtp : IAsyncDisposable
{
    readonly TcpListener _door = new(IPAddress.Loopback, 0);
    readonly ConcurrentQueue<string> _received = new();
    readonly Task _open;

    public FakeSmtp()
    {
        _door.Start();
        Port = ((IPEndPoint)_door.LocalEndpoint).Port;
        _open = Welcome();
    }

    public int Port { get; }

    /// <summary>What it answers to a recipient; 250 takes the letter.</summary>
    public string AnswerToRecipient { get; set; } = "250 ok";

    public IReadOnlyList<string> Received => [.. _received];

    public async ValueTask DisposeAsync()
    {
        _door.Stop();
        await _open;
    }

    async Task Welcome()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                talks.Add(Talk(await _door.AcceptTcpClientAsync()));
            }
        }
        catch (SocketException)
        {
            await Task.WhenAll(talks);
        }
        catch (ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    async Task Talk(TcpClient caller)
    {
        using var line = caller;
        using var reader = new StreamReader(caller.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(caller.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 essai");
        while (await reader.ReadLineAsync() is { } command)
        {
            var verb = command.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                _received.Enqueue(await Data(reader));
            }

            await writer.WriteLineAsync(verb switch { "RCPT" => AnswerToRecipient, "QUIT" => "221 bye", _ => "250 ok" });
        }
    }

    static async Task<string> Data(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return text.ToString();
    }
}
