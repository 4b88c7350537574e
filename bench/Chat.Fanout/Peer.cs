using System.Net;
using System.Net.Sockets;

namespace Beffroi.Chat.Fanout;

/// <summary>What is measured: the same for all.</summary>
sealed record Plan
{
    public required int Runs { get; init; }
    public required int Seconds { get; init; }
    public required int Clients { get; init; }
    public required int BurstClients { get; init; }

    /// <summary>Of all the clients together, in one room.</summary>
    public int PerSecond { get; init; } = 10;

    public int Burst { get; init; } = 100;
}

/// <summary>A server of group chat, with its data in a folder of its own.</summary>
abstract class Peer : IAsyncDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("beffroi-fanout-").FullName;

    public abstract string Name { get; }

    /// <summary>Processes whose time and memory count, with all that they started.</summary>
    public abstract IReadOnlyList<int> Servers { get; }

    public abstract Task Start(int mostClients, CancellationToken ct);

    /// <summary>A client that is in the room of this run: each run has its own.</summary>
    /// <param name="heard">Called with the text of each message that comes.</param>
    public abstract Task<IClient> Join(int number, int run, Action<string> heard, CancellationToken ct);

    protected abstract Task Stop();

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(Folder, recursive: true);
    }

    protected static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}

interface IClient : IAsyncDisposable
{
    Task Send(string text, CancellationToken ct);
}
