using System.Globalization;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using Beffroi.Bots.Keeping;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Bots.Networks;

/// <summary>Posts and reposts of Bluesky as they come out, by Jetstream (github.com/bluesky-social/jetstream, versions 1 and 2, read August 2026). Its cursor is an instant,
/// in microseconds since 1970: the same for any of its servers.</summary>
sealed class Jetstream(SourcesSetup setup, TimeProvider clock, SourceSettings settings, Matching matching)
{
    /// <summary>Servers order events roughly: what came just before the cursor is read again, and what was kept of it is passed.</summary>
    const long Rewind = 5_000_000;

    /// <summary>Messages that match nothing, told together.</summary>
    const int Group = 500;

    readonly MessageReader _reader = new(new() { MaxLineBytes = StreamLines.MostBytes });
    readonly List<(Network, string)> _gone = [];
    int _passed;
    int _broken;

    public async IAsyncEnumerable<Arrival> Read(string? from, [EnumeratorCancellation] CancellationToken ct)
    {
        if (!setup.Network.Enabled)
        {
            throw new SourceTroubleException(SourceError.OutsideOff);
        }

        if (matching.Terms.Count == 0)
        {
            throw new SourceTroubleException(SourceError.NoTerms);
        }

        var place = JetstreamPlace.Of(from);
        var start = place?.Micros;
        using var socket = await Open(start, ct);
        var (last, isFirst, atStart) = (place ?? new(0, 0), true, 0);
        await using var messages = new SocketMessages(socket, TimeSpan.FromSeconds(1.5 * setup.Network.TimeoutSeconds), clock).Read(ct).GetAsyncEnumerator(ct);
        while (await Next(messages, ct) is { } next)
        {
            if (next is Step.Unreadable)
            {
                // The same message would come again for ever: what is within a millisecond is passed. Seen again, nothing before the cursor is counted twice.
                _broken++;
                yield return Told([], new(last.Micros + Rewind + 1000, 1));
                throw new SourceTroubleException(SourceError.BadAnswer);
            }

            var stamp = messages.Current is { } whole ? JetstreamMessage.Of(whole.Span) : default;
            if (messages.Current is not { } message || (stamp.Micros is null && !stamp.IsOutdated))
            {
                _broken++;
                continue;
            }

            if (stamp.IsOutdated || (isFirst && IsGap(start, stamp.Micros)))
            {
                yield return new() { Notice = SourceError.Gap, NoticeDetail = start is { } stop ? Instant(stop).ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) : null };
            }

            if (stamp.Micros is not { } micros)
            {
                continue;
            }

            isFirst = false;
            atStart += micros == start ? 1 : 0;
            var isAgain = micros < start || (micros == start && atStart <= place!.Value.Count);
            last = isAgain ? last : last.After(micros);
            var posts = Posts(message.Span, isAgain);
            if (posts.Count == 0 && JetstreamDeletion.Of(message) is { } gone)
            {
                matching.Recent.Remove(gone);
                _gone.Add((Network.Bluesky, gone));
            }

            _passed += isAgain ? 0 : 1;
            if (posts.Count > 0 || _passed >= Group)
            {
                yield return Told(posts, last);
            }
        }

        yield return Told([], last);
        throw new SourceTroubleException(SourceError.Closed);
    }

    Arrival Told(IReadOnlyList<IncomingPost> posts, JetstreamPlace last)
    {
        var told = new Arrival { Posts = posts, Gone = [.. _gone], Cursor = last.Micros > 0 ? last.ToString() : null, Read = _passed, Broken = _broken };
        (_passed, _broken) = (0, 0);
        _gone.Clear();
        return told;
    }

    List<IncomingPost> Posts(ReadOnlySpan<byte> message, bool isAgain)
    {
        List<IncomingPost> found = [];
        foreach (var step in _reader.Posts(message))
        {
            if (step.Problem is { Weight: ProblemWeight.Record })
            {
                _broken++;
            }

            if (step.Value is { } post && !(isAgain && matching.Recent.Has(post.Id)) && matching.Find(post, null, null) is { } term)
            {
                found.Add(new() { Network = Network.Bluesky, Post = post, TermId = term });
            }
        }

        return found;
    }

    // The server silently begins with the oldest that it has.
    bool IsGap(long? start, long? first) => start is { } asked && first is { } got && got - asked > 60_000_000 && Instant(asked) < clock.GetUtcNow().AddHours(-setup.Bluesky.LookBackHours);

    static DateTimeOffset Instant(long micros) => DateTimeOffset.UnixEpoch.AddTicks(10 * Math.Clamp(micros, 0, 250_000_000_000_000_000));

    async Task<ClientWebSocket> Open(long? start, CancellationToken ct)
    {
        var cursor = start is { } at ? $"&cursor={(at - Rewind).ToString(CultureInfo.InvariantCulture)}" : "";
        var path = settings.Version == 2
            ? "/xrpc/network.bsky.jetstream.subscribeEvents?kinds=commit&collections=app.bsky.feed.post&collections=app.bsky.feed.repost" + cursor
            : "/subscribe?wantedCollections=app.bsky.feed.post&wantedCollections=app.bsky.feed.repost" + cursor;
        var address = setup.Address("ws", settings.Host ?? setup.Bluesky.Jetstream, path + $"&maxMessageSizeBytes={StreamLines.MostBytes.ToString(CultureInfo.InvariantCulture)}");
        try
        {
            return await GuardedConnection.WebSocket(address, setup.Access(), settings.Version == 2 ? "xrpc.v1.json" : null, ct);
        }
        catch (Exception wrong) when (SourceTroubleException.Of(wrong, ct) is { } trouble)
        {
            throw trouble.Error == SourceError.Closed ? new SourceTroubleException(SourceError.Unreachable, null, wrong) : trouble;
        }
    }

    enum Step
    {
        Message,
        Unreadable,
    }

    // Null at the end.
    static async Task<Step?> Next(IAsyncEnumerator<ReadOnlyMemory<byte>?> messages, CancellationToken ct)
    {
        try
        {
            return await messages.MoveNextAsync() ? Step.Message : null;
        }
        catch (WebSocketException wrong) when (wrong.WebSocketErrorCode == WebSocketError.Faulted)
        {
            return Step.Unreadable;
        }
        catch (Exception wrong) when (wrong is not SourceTroubleException && SourceTroubleException.Of(wrong, ct) is { } trouble)
        {
#pragma warning disable MA0027 // Not the exception that was caught, but what it comes down to.
            throw trouble;
#pragma warning restore MA0027
        }
    }
}
