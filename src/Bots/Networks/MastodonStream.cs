using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Beffroi.Bots.Keeping;
using Beffroi.Detection;

namespace Beffroi.Bots.Networks;

/// <summary>Public posts that an instance of Mastodon knows of, as they come (docs.joinmastodon.org/methods/streaming, read November 2026). The stream itself has no past:
/// after a stop, what came meanwhile is asked of the public timeline.</summary>
sealed class MastodonStream(SourcesSetup setup, TimeProvider clock, SourceSettings settings, Matching matching)
{
    const int PageSize = 40;

    /// <summary>Pages of the timeline that are asked for after a stop: 2,000 posts. Beyond, the gap is said.</summary>
    const int MostPages = 50;

    const int Group = 200;

    readonly MessageReader _reader = new(new() { MaxLineBytes = StreamLines.MostBytes });
    readonly List<string> _gone = [];
    readonly List<IncomingPost> _edited = [];
    int _passed;
    int _broken;
    string? _last;

    public async IAsyncEnumerable<Arrival> Read(string? from, [EnumeratorCancellation] CancellationToken ct)
    {
        var instance = setup.InstanceOf(settings.Host) ?? throw new SourceTroubleException(SourceError.NoKey);
        if (matching.Terms.Count == 0)
        {
            throw new SourceTroubleException(SourceError.NoTerms);
        }

        _last = from;
        using var calls = new NetworkCalls(setup, clock, instance.Token);
        // Listening first: what comes out while the past is read is not lost.
        using var response = await calls.Open(HttpMethod.Get, setup.Address("http", instance.Host, "/api/v1/streaming/public"), null, ct);
        await foreach (var told in Missed(calls, instance, from, ct))
        {
            yield return told;
        }

        await using var body = await response.Content.ReadAsStreamAsync(ct);
        await using var events = new StreamLines(body, calls.Silence, clock).Read(ct).GetAsyncEnumerator(ct);
        var (said, data) = (Event.Other, new MemoryStream());
        while (await Next(events, ct))
        {
            if (events.Current is not { } line)
            {
                (said, _broken) = (Event.Other, _broken + 1);
                data.SetLength(0);
            }
            else if (line.Span.StartsWith("event:"u8))
            {
                said = EventOf(line.Span[6..].Trim((byte)' '));
            }
            else if (line.Span.StartsWith("data:"u8) && said is not Event.Other && data.Length + line.Length < StreamLines.MostBytes)
            {
                data.Write(line.Span[5..].TrimStart((byte)' '));
            }
            else if (line.IsEmpty && data.Length > 0)
            {
                var told = Told(said, data.ToArray(), instance.Host);
                data.SetLength(0);
                if (told.Posts.Count > 0 || _passed >= Group || _gone.Count > 0 || _edited.Count > 0)
                {
                    yield return Counted(told);
                }
            }
        }

        yield return Counted(new());
        throw new SourceTroubleException(SourceError.Closed);
    }

    async IAsyncEnumerable<Arrival> Missed(NetworkCalls calls, MastodonSetup instance, string? from, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var page = 0; from is not null; page++)
        {
            using var document = PostFacts.Parse(await calls.Get(setup.Address("http", instance.Host, $"/api/v1/timelines/public?limit={PageSize}&min_id={Uri.EscapeDataString(_last!)}"), ct));
            if (document is not { RootElement.ValueKind: JsonValueKind.Array })
            {
                throw new SourceTroubleException(SourceError.BadAnswer);
            }

            // The newest first: told from the oldest on, so that a stop half-way loses nothing.
            var before = _last;
            List<Arrival> told = [.. document.RootElement.EnumerateArray().Reverse().Select(s => Told(Encoding.UTF8.GetBytes(s.GetRawText()), instance.Host)).Where(a => a.Posts.Count > 0)];
            yield return Counted(new() { Posts = [.. told.SelectMany(t => t.Posts)] });
            if (document.RootElement.GetArrayLength() < PageSize || string.Equals(before, _last, StringComparison.Ordinal))
            {
                yield break;
            }

            if (page == MostPages - 1)
            {
                yield return new() { Notice = SourceError.Gap };
                yield break;
            }
        }
    }

    enum Event
    {
        Update,
        Edit,
        Delete,
        Other,
    }

    static Event EventOf(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("update"u8) ? Event.Update : name.SequenceEqual("status.update"u8) ? Event.Edit : name.SequenceEqual("delete"u8) ? Event.Delete : Event.Other;

    Arrival Told(Event said, byte[] data, string host) => said switch
    {
        Event.Update => Told(data, host),
        Event.Edit => Edited(data, host),
        Event.Delete => Deleted(data, host),
        Event.Other => new(),
    };

    // By the number that this instance gives it, alone.
    Arrival Deleted(byte[] data, string host)
    {
        var number = Encoding.UTF8.GetString(data).Trim().Trim('"');
        if (number.Length is 0 or > 40 || !number.All(char.IsAsciiLetterOrDigit))
        {
            _broken++;
            return new();
        }

        _gone.Add(LocalName.Of(host, number));
        return new();
    }

    // One that is not kept may match now, as if it were new.
    Arrival Edited(byte[] json, string host)
    {
        if (MastodonStatus.Read(json, host, _reader) is not { } status)
        {
            _broken++;
            return new();
        }

        if (status.Post is { } post)
        {
            _edited.Add(post);
            return Matched(post);
        }

        // No longer public.
        return status.LocalId is { } number ? Deleted(Encoding.UTF8.GetBytes(number), host) : new();
    }

    Arrival Told(byte[] json, string host)
    {
        if (MastodonStatus.Read(json, host, _reader) is not { } status)
        {
            _broken++;
            return new();
        }

        _passed++;
        _last = IsLater(status.LocalId, _last) ? status.LocalId : _last;
        return status.Post is { } post ? Matched(post) : new();
    }

    Arrival Matched(IncomingPost post) => !matching.Recent.Has(post.Post.Id) && matching.Find(post.Post, post.Author?.Handle, post.Hashtags) is { } term
        ? new() { Posts = [post with { TermId = term }] }
        : new();

    Arrival Counted(Arrival told)
    {
        var counted = told with { Cursor = _last, Read = _passed, Broken = _broken, GoneNames = [.. _gone], Edited = [.. _edited] };
        (_passed, _broken) = (0, 0);
        _gone.Clear();
        _edited.Clear();
        return counted;
    }

    // Numbers that grow; longer is larger.
    static bool IsLater(string? id, string? than) => id is { Length: > 0 and <= 40 } && id.All(char.IsAsciiDigit) && (than is null || id.Length > than.Length || (id.Length == than.Length && string.CompareOrdinal(id, than) > 0));

    static async Task<bool> Next(IAsyncEnumerator<ReadOnlyMemory<byte>?> lines, CancellationToken ct)
    {
        try
        {
            return await lines.MoveNextAsync();
        }
        catch (Exception wrong) when (wrong is not SourceTroubleException && SourceTroubleException.Of(wrong, ct) is { } trouble)
        {
#pragma warning disable MA0027 // Not the exception that was caught, but what it comes down to.
            throw trouble;
#pragma warning restore MA0027
        }
    }
}
