using System.Text;
using System.Text.Json;

namespace Beffroi.Detection;

/// <summary>Reads one JSON value as what it should be. The reader stands on the value, and ends on its last token.</summary>
static class JsonValue
{
    public static string? Text(ref Utf8JsonReader reader, RecordDraft draft, string field)
    {
        if (reader.TokenType is JsonTokenType.String && TryText(ref reader, out var text))
        {
            return text;
        }

        return Odd<string?>(ref reader, draft, field);
    }

    public static long? Count(ref Utf8JsonReader reader, RecordDraft draft, string field) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt64(out var number) && number >= 0 => number,
        JsonTokenType.Number or JsonTokenType.String => draft.Count(reader.ValueSpan, field),
        _ => Odd<long?>(ref reader, draft, field),
    };

    public static bool? Flag(ref Utf8JsonReader reader, RecordDraft draft, string field) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number or JsonTokenType.String => draft.Flag(reader.ValueSpan, field),
        _ => Odd<bool?>(ref reader, draft, field),
    };

    public static DateTimeOffset? Instant(ref Utf8JsonReader reader, RecordDraft draft, string field) => reader.TokenType switch
    {
        JsonTokenType.Number => draft.Instant(reader.ValueSpan, field),
        JsonTokenType.String when !reader.ValueIsEscaped => draft.Instant(reader.ValueSpan, field),
        JsonTokenType.String when TryText(ref reader, out var text) => draft.Instant(Encoding.UTF8.GetBytes(text), field),
        _ => Odd<DateTimeOffset?>(ref reader, draft, field),
    };

    public static string? Id(ref Utf8JsonReader reader, RecordDraft draft, string field) => reader.TokenType switch
    {
        JsonTokenType.Number => draft.Identifier(reader.ValueSpan, field),
        JsonTokenType.String when !reader.ValueIsEscaped => draft.Identifier(reader.ValueSpan, field),
        JsonTokenType.String when TryText(ref reader, out var text) => draft.Identifier(Encoding.UTF8.GetBytes(text), field),
        _ => Odd<string?>(ref reader, draft, field),
    };

    /// <summary>The text, unless its bytes or its escapes are no text.</summary>
    public static bool TryText(ref Utf8JsonReader reader, out string text)
    {
        try
        {
            text = reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    static T? Odd<T>(ref Utf8JsonReader reader, RecordDraft draft, string field)
    {
        if (reader.TokenType is not JsonTokenType.Null)
        {
            draft.Note(ReadingCode.WrongType, field);
            reader.Skip();
        }

        return default;
    }
}
