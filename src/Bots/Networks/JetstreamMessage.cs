using System.Globalization;
using System.Text.Json;

namespace Beffroi.Bots.Networks;

/// <summary>What stands around a record in a message of Jetstream, both versions: when it was seen, which is the place to go on from.</summary>
/// <param name="Micros">Microseconds since 1970; null: not a message of Jetstream.</param>
/// <param name="IsOutdated">The server no longer has all that was asked for (version 2 says so).</param>
readonly record struct JetstreamMessage(long? Micros, bool IsOutdated)
{
    public static JetstreamMessage Of(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            return reader.Read() && reader.TokenType is JsonTokenType.StartObject ? Of(ref reader) : default;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    static JetstreamMessage Of(ref Utf8JsonReader reader)
    {
        var (depth, micros, witnessed, isOutdated) = (reader.CurrentDepth, default(long?), default(long?), false);
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType is not JsonTokenType.PropertyName)
            {
                reader.Skip();
            }
            else if (reader.ValueTextEquals("time_us"u8) && reader.Read())
            {
                micros = reader.TokenType is JsonTokenType.Number && reader.TryGetInt64(out var number) ? number : null;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("time"u8) && reader.Read())
            {
                micros ??= Instant(ref reader);
            }
            else if (reader.ValueTextEquals("witnessedAt"u8) && reader.Read())
            {
                witnessed = Instant(ref reader);
            }
            else if (reader.ValueTextEquals("name"u8) && reader.Read())
            {
                isOutdated = reader.TokenType is JsonTokenType.String && reader.ValueTextEquals("OutdatedCursor"u8);
                reader.Skip();
            }
            else if (reader.ValueTextEquals("payload"u8) && reader.Read() && reader.TokenType is JsonTokenType.StartObject)
            {
                var inner = Of(ref reader);
                (micros, isOutdated) = (inner.Micros ?? micros, inner.IsOutdated || isOutdated);
            }
            else
            {
                reader.Skip();
            }
        }

        return new(witnessed ?? micros, isOutdated);
    }

    static long? Instant(ref Utf8JsonReader reader)
    {
        var found = reader.TokenType is JsonTokenType.String
            && DateTimeOffset.TryParse(reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? (at - DateTimeOffset.UnixEpoch).Ticks / 10 : (long?)null;
        reader.Skip();
        return found;
    }
}
