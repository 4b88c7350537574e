using System.Text.Json;

namespace Beffroi.Detection;

/// <summary>Shares of a JSONL file: an object with the four fields on each line, texts or numbers.</summary>
sealed class JsonShares
{
    readonly byte[][] _values = [new byte[256], new byte[256], new byte[256], new byte[256]];
    readonly int[] _lengths = new int[4];

    public void Read(LineBuffer lines, ShareSink sink, ShareReading reading, ShareReport report)
    {
        while (lines.Next(out var line, out var kind))
        {
            line = line.Trim(" \t"u8);
            if (line.IsEmpty && kind is LineKind.Whole)
            {
                continue;
            }

            report.Rows++;
            var wrong = kind is LineKind.Whole ? Take(line, sink, reading, report) : ShareProblemKind.LineTooLong;
            if (wrong is { } problem)
            {
                report.Note(lines.Line, problem);
            }
        }
    }

    ShareProblemKind? Take(ReadOnlySpan<byte> line, ShareSink sink, ShareReading reading, ShareReport report)
    {
        try
        {
            return Parse(line) ?? ShareFields.Take(Value(0), Value(1), Value(2), Value(3), sink, reading, report);
        }
        catch (JsonException)
        {
            return ShareProblemKind.NotJson;
        }
        catch (InvalidOperationException)
        {
            // An escape that makes no character.
            return ShareProblemKind.NotText;
        }
    }

    ReadOnlySpan<byte> Value(int field) => _values[field].AsSpan(0, _lengths[field]);

    ShareProblemKind? Parse(ReadOnlySpan<byte> line)
    {
        Array.Clear(_lengths);
        var json = new Utf8JsonReader(line);
        ShareProblemKind? wrong = null;
        if (!json.Read() || json.TokenType is not JsonTokenType.StartObject)
        {
            return ShareProblemKind.WrongType;
        }

        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var field = json.ValueTextEquals("object_id"u8) ? 0 : json.ValueTextEquals("account_id"u8) ? 1 : json.ValueTextEquals("content_id"u8) ? 2 : json.ValueTextEquals("timestamp_share"u8) ? 3 : -1;
            json.Read();
            if (field < 0)
            {
                json.Skip();
            }
            else if (json.TokenType is JsonTokenType.String or JsonTokenType.Number)
            {
                Keep(field, ref json);
            }
            else if (json.TokenType is not JsonTokenType.Null)
            {
                wrong = ShareProblemKind.WrongType;
                json.Skip();
            }
        }

        // What follows the object is read too, so that a line of two objects is not taken for one.
        return json.Read() ? ShareProblemKind.NotJson : wrong;
    }

    void Keep(int field, ref Utf8JsonReader json)
    {
        if (_values[field].Length < json.ValueSpan.Length)
        {
            _values[field] = new byte[json.ValueSpan.Length];
        }

        if (json.TokenType is JsonTokenType.String)
        {
            _lengths[field] = json.CopyString(_values[field]);
        }
        else
        {
            json.ValueSpan.CopyTo(_values[field]);
            _lengths[field] = json.ValueSpan.Length;
        }
    }
}
