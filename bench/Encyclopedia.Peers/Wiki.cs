using System.Net;
using System.Net.Sockets;

namespace Beffroi.Encyclopedia.Peers;

/// <summary>One of the programs that are compared, with a temporary folder of its own; everything listens on the loopback only.</summary>
abstract class Wiki : IAsyncDisposable
{
    protected DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("beffroi-peers-");

    public abstract string Name { get; }

    /// <summary>The whole corpus in, to be read and searched; an empty wiki is made first, uncounted.</summary>
    public abstract Task<Spent> Import(Corpus corpus, CancellationToken ct);

    public abstract Task Start(CancellationToken ct);

    /// <summary>The processes that serve; their children count too.</summary>
    public abstract IReadOnlyList<int> Servers { get; }

    public abstract Uri Page(CorpusEntry entry);

    /// <summary>The same page through a cache of whole pages that the package has and leaves off.</summary>
    public virtual Uri? CachedPage(CorpusEntry entry) => null;

    public abstract Uri Search(string words);

    /// <summary>What a page of search shows when it has found something.</summary>
    public abstract string Found { get; }

    /// <summary>How much is asked in one run: the slow are asked less.</summary>
    public abstract Amounts Amounts { get; }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Folder.Delete(recursive: true);
    }

    protected abstract Task Stop();

    protected string In(params string[] names) => Path.Combine([Folder.FullName, .. names]);

    protected string NewFolder(params string[] names) => Folder.CreateSubdirectory(Path.Combine(names)).FullName;

    protected static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Requests of one run; <paramref name="ToWarm"/>: first, unmeasured, of unseen pages and of searches, enough for a server that has been up for a while.</summary>
sealed record Amounts(int ToWarm, int FirstViews, int Pages, int Searches)
{
    public Amounts Few() => new(Math.Max(8, ToWarm / 10), Math.Max(8, FirstViews / 10), Math.Max(8, Pages / 10), Math.Max(8, Searches / 10));
}
