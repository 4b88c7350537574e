using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Beffroi.Detection;

namespace Beffroi.Cli.Bots;

/// <summary>An archive laid out as messages of Jetstream in the order of time: on disk, with only the place of each in memory.</summary>
public sealed class ReplayArchive : IDisposable
{
    readonly FileStream _file;
    readonly (long Micros, long Offset, int Length)[] _events;

    ReplayArchive(FileStream file, IEnumerable<(long, long, int)> events)
    {
        _file = file;
        _events = [.. events];
        // As they were seen; at the same instant, in the order of the file.
        Array.Sort(_events, (a, b) => a.Micros != b.Micros ? a.Micros.CompareTo(b.Micros) : a.Offset.CompareTo(b.Offset));
    }

    public int Count => _events.Length;
    public DateTimeOffset Begins => Instant(_events[0].Micros);
    public DateTimeOffset Ends => Instant(_events[^1].Micros);

    public static DateTimeOffset Instant(long micros) => DateTimeOffset.UnixEpoch.AddTicks(10 * micros);

    public static long Micros(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / 10;

    public long MicrosOf(int index) => _events[index].Micros;

    /// <summary>The first event at an instant or after; <see cref="Count"/> where there is none.</summary>
    public int From(long micros)
    {
        var (low, high) = (0, _events.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _events[middle].Micros < micros ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>One message, as version 1 sends it.</summary>
    public byte[] Message(int index)
    {
        var bytes = new byte[_events[index].Length];
        RandomAccess.Read(_file.SafeFileHandle, bytes, _events[index].Offset);
        return bytes;
    }

    /// <summary>Copies what is read to a file of its own, which goes with it.</summary>
    public static ReplayArchive Open(string path)
    {
        var copy = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            List<(long, long, int)> events = [];
            foreach (var (micros, message) in IsJetstream(path) ? Lines(path) : Posts(path))
            {
                events.Add((micros, copy.Position, message.Length));
                copy.Write(message);
            }

            copy.Flush();
            return new(copy, events);
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    public void Dispose() => _file.Dispose();

    static StreamReader Text(string path)
    {
        var file = File.OpenRead(path);
        var isGzip = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return new(isGzip ? new GZipStream(file, CompressionMode.Decompress) : file);
    }

    static bool IsJetstream(string path)
    {
        using var text = Text(path);
        return text.ReadLine() is { } line && Stamp(line) is not null;
    }

    static IEnumerable<(long, byte[])> Lines(string path)
    {
        using var text = Text(path);
        while (text.ReadLine() is { } line)
        {
            if (Stamp(line) is { } micros)
            {
                yield return (micros, System.Text.Encoding.UTF8.GetBytes(line));
            }
        }
    }

    static long? Stamp(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind is JsonValueKind.Object && json.RootElement.TryGetProperty("time_us", out var time) && time.TryGetInt64(out var micros) ? micros : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Posts of any other network, as if Bluesky had published them.
    static IEnumerable<(long, byte[])> Posts(string path)
    {
        using var file = File.OpenRead(path);
        foreach (var post in PostReader.Read(file).Select(s => s.Value).OfType<Post>().Where(p => p.Id.Length > 0))
        {
            yield return (Micros(post.CreatedAt), Message(post));
        }
    }

    public static byte[] Message(Post post)
    {
        var isRepost = post.RepostOf is not null;
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("did", Did(post.AccountId));
            json.WriteNumber("time_us", Micros(post.CreatedAt));
            json.WriteString("kind", "commit");
            json.WriteStartObject("commit");
            json.WriteString("operation", "create");
            json.WriteString("collection", isRepost ? "app.bsky.feed.repost" : "app.bsky.feed.post");
            json.WriteString("rkey", post.Id);
            json.WriteStartObject("record");
            json.WriteString("createdAt", post.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            if (isRepost)
            {
                Subject(json, "subject", post.RepostOf!);
            }
            else
            {
                Body(json, post);
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    static void Body(Utf8JsonWriter json, Post post)
    {
        json.WriteString("text", post.Text ?? "");
        if (post.Language is { } language)
        {
            json.WriteStartArray("langs");
            json.WriteStringValue(language);
            json.WriteEndArray();
        }

        if (post.ReplyTo is { } parent)
        {
            json.WriteStartObject("reply");
            Subject(json, "parent", parent);
            json.WriteEndObject();
        }
    }

    static void Subject(Utf8JsonWriter json, string name, string id)
    {
        json.WriteStartObject(name);
        json.WriteString("uri", id.StartsWith("at://", StringComparison.Ordinal) ? id : "at://did:example:unknown/app.bsky.feed.post/" + id);
        json.WriteEndObject();
    }

    static string Did(string account) => account.StartsWith("did:", StringComparison.Ordinal) ? account : "did:example:" + account;
}
