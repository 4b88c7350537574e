using System.Text;
using System.Text.Unicode;

namespace Beffroi.Detection;

/// <summary>What a file is, from its first bytes: compressed or not, JSON or a table, its encoding. Its name does not matter. What comes out is UTF-8.</summary>
sealed class SourceFile : IDisposable
{
    const int Sample = 1 << 16;

    readonly List<Stream> _opened = [];
    readonly ReadingOptions _options;

    SourceFile(Stream stream, ReadingOptions options)
    {
        _options = options;
        Bytes = Window(stream);
        if (IsGzip(Bytes.Unread))
        {
            Through(rest => new ExpansionGuard(rest, options));
            if (IsGzip(Bytes.Unread))
            {
                throw new ReadingStop(ReadingCode.Bomb);
            }
        }

        if (Encoding(Bytes.Unread) is { } encoding)
        {
            Through(rest => System.Text.Encoding.CreateTranscodingStream(rest, encoding, System.Text.Encoding.UTF8, leaveOpen: true));
        }

        if (Bytes.Unread.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            Bytes.Advance(3);
        }

        // The archive that a person asks of X wraps its JSON in a line of script.
        if (Bytes.Unread.StartsWith("window.YTD."u8) && Bytes.Unread.IndexOf((byte)'=') is var mark && mark >= 0)
        {
            Bytes.Advance(mark + 1);
        }

        var start = Bytes.Unread.IndexOfAnyExcept(" \t\r\n"u8);
        IsEmpty = start < 0;
        IsJson = start >= 0 && Bytes.Unread[start] is (byte)'{' or (byte)'[';
        if (Bytes.Unread[..Math.Min(Bytes.Unread.Length, 4096)].Contains((byte)0))
        {
            // A bomb of zeros is left to the bounds.
            throw new ReadingStop(ReadingCode.UnknownFormat);
        }
    }

    public ByteWindow Bytes { get; private set; }

    public bool IsJson { get; }

    public bool IsEmpty { get; }

    /// <summary>Opens a stream; throws <see cref="ReadingStop"/> on what cannot be read at all. The stream stays its owner's.</summary>
    public static SourceFile Open(Stream stream, ReadingOptions options) => new(stream, options);

    public void Dispose()
    {
        foreach (var stream in Enumerable.Reverse(_opened))
        {
            stream.Dispose();
        }
    }

    static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    /// <summary>The encoding to translate from; null for UTF-8.</summary>
    static Encoding? Encoding(ReadOnlySpan<byte> text) =>
        text.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? System.Text.Encoding.Unicode
        : text.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? System.Text.Encoding.BigEndianUnicode
        : IsUtf8(text) || text.IndexOfAnyExcept(" \t\r\n"u8) is var start && start >= 0 && text[start] is (byte)'{' or (byte)'[' ? null
        : System.Text.Encoding.Latin1;

    /// <summary>Whether text begins in UTF-8; a code point cut by the end of the sample is forgiven, and so is a little damage in much text.</summary>
    static bool IsUtf8(ReadOnlySpan<byte> text)
    {
        var bad = 0;
        var seen = text;
        while (!seen.IsEmpty && !Utf8.IsValid(seen))
        {
            while (Rune.DecodeFromUtf8(seen, out _, out var used) is System.Buffers.OperationStatus.Done)
            {
                seen = seen[used..];
            }

            if (seen.Length < 4)
            {
                break;
            }

            bad++;
            seen = seen[1..];
        }

        return bad == 0 || text.Length / bad > 1000;
    }

    void Through(Func<Stream, Stream> wrap)
    {
        var stream = wrap(new Rest(Bytes));
        _opened.Add(stream);
        Bytes = Window(stream);
    }

    ByteWindow Window(Stream stream)
    {
        var bytes = new ByteWindow(stream, _options.MaxLineBytes);
        while (bytes.Unread.Length < Sample && bytes.Fill())
        {
        }

        return bytes;
    }
}
