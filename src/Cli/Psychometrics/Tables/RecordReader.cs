using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Beffroi.Cli.Psychometrics.Tables;

/// <summary>The records of a delimited text (RFC 4180), one at a time, as the bytes of their fields. The separator is the one that the
/// first record uses most: comma, semicolon or tab. Whatever is malformed is refused with its line.</summary>
sealed class RecordReader(Stream stream, string name)
{
    /// <summary>Longest record: beyond it a quotation mark was never closed, or the file is another thing.</summary>
    public const int MaxRecord = 1_000_000;

    /// <summary>Longest text, unpacked: a small compressed file can unfold without end.</summary>
    public const long MaxText = 4_000_000_000;

    const int Chunk = 128 * 1024;

    static readonly SearchValues<byte> Binary = SearchValues.Create([.. Enumerable.Range(0, 32).Where(b => b is not ('\t' or '\n' or '\r')).Select(b => (byte)b), 127]);

    readonly RecordSplitter _splitter = new();
    byte[] _buffer = new byte[2 * Chunk];
    int _start;
    int _end;
    bool _ended;
    long _read;
    long _nextLine = 1;

    /// <summary>Line of the file where the current record starts, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Number of fields of the current record.</summary>
    public int Count => _splitter.Count;

    /// <summary>Whether the current record is a line without any character.</summary>
    public bool IsBlank => Count == 1 && _splitter.IsBlank;

    /// <summary>Whether a comma separates decimals, not fields.</summary>
    public bool HasDecimalComma => _splitter.Separator is not (byte)',';

    /// <summary>Goes to the next record; false when there is none left.</summary>
    public async ValueTask<bool> Next(CancellationToken ct)
    {
        if (_read == 0)
        {
            await Begin(ct);
        }

        Line = _nextLine;
        while (!_splitter.TrySplit(_buffer, _start, _end, _ended))
        {
            if (_ended && _start == _end)
            {
                return false;
            }

            Check();
            if (_end - _start > MaxRecord)
            {
                throw TooLong();
            }

            await Fill(ct);
        }

        Check();
        _start = _splitter.Next;
        _nextLine += _splitter.Lines;
        return true;
    }

    /// <summary>Goes to the next row of a table with that many columns; false when there is none left. Lines without anything are
    /// borne at the end of a file, where editors leave them; in a table of one column they are an empty cell.</summary>
    public async ValueTask<bool> NextRow(int columns, CancellationToken ct)
    {
        CommandFailedException? blank = null;
        while (await Next(ct))
        {
            if (!IsBlank || columns == 1)
            {
                return blank is not null ? throw blank
                    : Count == columns ? true
                    : throw Wrong($"{Kit.French.Count(Count, "champ", "champs")} au lieu de {columns}");
            }

            blank ??= Wrong("ligne vide");
        }

        return false;
    }

    /// <summary>One field of the current record, without its quotation marks; valid until the next record.</summary>
    public ReadOnlySpan<byte> Field(int index) => _splitter.Field(_buffer, index);

    /// <summary>One field as text, without the blanks around it.</summary>
    public string Text(int index) => Encoding.UTF8.GetString(Field(index)).Trim();

    /// <summary>An exception that says what is wrong with the current record.</summary>
    public CommandFailedException Wrong(string reason) => new($"{name}, ligne {Line} : {reason}", ExitCodes.BadUsage);

    CommandFailedException TooLong() => Wrong($"ligne de plus de {MaxRecord / 1_000_000} Mo (un guillemet jamais fermé ?)");

    async Task Begin(CancellationToken ct)
    {
        await Fill(ct);
        var start = _buffer.AsSpan(0, _end);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw new CommandFailedException($"{name} est en UTF-16 : enregistrez-le en UTF-8", ExitCodes.BadUsage);
        }

        if (start.StartsWith("PK\x03\x04"u8))
        {
            throw new CommandFailedException($"{name} est un classeur ou une archive : enregistrez-le en CSV", ExitCodes.BadUsage);
        }

        _start = start.StartsWith("\uFEFF"u8) ? 3 : 0;
    }

    // What is no text is said first: the rest would only be a consequence.
    void Check()
    {
        var record = _buffer.AsSpan(_start, (_splitter.IsWhole ? _splitter.Next : _end) - _start);
        if (record.ContainsAny(Binary))
        {
            throw Wrong("ce n’est pas du texte (fichier binaire)");
        }

        if (_splitter.Problem is { } problem)
        {
            throw Wrong(problem);
        }

        if (_splitter.IsWhole && !Utf8.IsValid(record))
        {
            throw Wrong("le texte n’est pas en UTF-8 (Latin-1 ou Windows-1252 ?)");
        }

        if (_splitter.IsWhole && record.Length > MaxRecord)
        {
            throw TooLong();
        }
    }

    async Task Fill(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_buffer.Length - _end < Chunk)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        try
        {
            // At least enough for a byte order mark.
            var count = await stream.ReadAtLeastAsync(_buffer.AsMemory(_end, Chunk), 4, throwOnEndOfStream: false, ct);
            _ended = count < 4;
            _end += count;
            _read += Math.Max(1, count);
        }
        catch (InvalidDataException wrong)
        {
            throw new CommandFailedException($"{name}, après la ligne {_nextLine} : fichier gzip abîmé ou tronqué", ExitCodes.BadUsage, wrong);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"impossible de lire {name}", ExitCodes.BadUsage, wrong);
        }

        if (_read > MaxText)
        {
            throw Wrong($"plus de {MaxText / 1_000_000_000} Go de texte");
        }
    }
}
