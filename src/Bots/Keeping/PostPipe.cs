using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Keeping;

/// <summary>Between a source that reads and the log that writes: a queue of bounded room. When it is full, the source waits, and so does the network behind it.</summary>
public sealed class PostPipe(IServiceScopeFactory scopes, TimeProvider clock, Guid sourceId, string? lease = null)
{
    /// <summary>Posts that wait at most.</summary>
    public const int Room = 4000;

    /// <summary>Most in one transaction.</summary>
    public const int MostAtOnce = 2000;

    // A transaction costs the same for one post as for fifty.
    static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(200);

    readonly Channel<(IncomingPost? Post, string? Cursor)> _waiting = Channel.CreateBounded<(IncomingPost?, string?)>(new BoundedChannelOptions(Room) { SingleReader = true });

    public int Waiting => _waiting.Reader.Count;

    /// <summary>Completes when there is room for it.</summary>
    /// <param name="post">Null: nothing to keep, only the source moved on.</param>
    /// <param name="cursor">Where to go on once this is kept; null: it says nothing of it.</param>
    public ValueTask Offer(IncomingPost? post, string? cursor, CancellationToken ct) => _waiting.Writer.WriteAsync((post, cursor), ct);

    /// <summary>Nothing comes any more: <see cref="Run"/> ends after what waits.</summary>
    public void End(Exception? why = null) => _waiting.Writer.TryComplete(why);

    /// <summary>Writes what comes until the end. When it fails, nobody reads any more: the source stops too, and goes on from its cursor later.</summary>
    public async Task Run(Action<KeptPosts> kept, CancellationToken ct)
    {
        try
        {
            var reader = _waiting.Reader;
            while (await reader.WaitToReadAsync(ct))
            {
                if (reader.Count < MostAtOnce && !reader.Completion.IsCompleted)
                {
                    await Task.Delay(Gather, clock, ct);
                }

                var posts = new List<IncomingPost>();
                string? cursor = null;
                while (posts.Count < MostAtOnce && reader.TryRead(out var next))
                {
                    cursor = next.Cursor ?? cursor;
                    if (next.Post is { } post)
                    {
                        posts.Add(post);
                    }
                }

                await using var scope = scopes.CreateAsyncScope();
                kept(await scope.ServiceProvider.GetRequiredService<PostLog>().Append(new() { SourceId = sourceId, Posts = posts, Cursor = cursor, Lease = lease }, ct));
            }
        }
        catch (Exception why)
        {
            End(why);
            throw;
        }
    }
}
