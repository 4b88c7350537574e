using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Beffroi.Chat.Cases;

namespace Beffroi.Chat.Exchange;

/// <summary>Lines that come from a file: the form of <see cref="CaseJson"/>, and none of the values that only a hand-made file could have.</summary>
static class LineJson
{
    static readonly JsonSerializerOptions Options = Strict();

    /// <summary>The value, or where it is wrong.</summary>
    public static T? Read<T>(JsonObject json, out string? where) where T : class
    {
        where = null;
        if (HasHole(json))
        {
            where = "null";
            return null;
        }

        try
        {
            return json.Deserialize<T>(Options);
        }
        catch (JsonException e)
        {
            where = e.Path ?? "$";
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            where = "$";
        }

        return null;
    }

    /// <summary>We write no null: the type system does not keep it out of lists.</summary>
    static bool HasHole(JsonNode? node) => node switch
    {
        null => true,
        JsonObject bag => bag.Any(p => HasHole(p.Value)),
        JsonArray list => list.Any(HasHole),
        _ => false,
    };

    static JsonSerializerOptions Strict()
    {
        var options = new JsonSerializerOptions(CaseJson.Options);
        options.Converters.Add(new DefinedEnums());
        return options;
    }

    /// <summary>A number that names no member is no choice.</summary>
    sealed class DefinedEnums : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Defined<>).MakeGenericType(typeToConvert))!;
    }

    sealed class Defined<T> : JsonConverter<T> where T : struct, Enum
    {
        readonly JsonConverter<T> kept = (JsonConverter<T>)CaseJson.Options.GetConverter(typeof(T));

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var value = kept.Read(ref reader, typeToConvert, options);
            return Enum.IsDefined(value) ? value : throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => kept.Write(writer, value, options);

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => kept.ReadAsPropertyName(ref reader, typeToConvert, options);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => kept.WriteAsPropertyName(writer, value, options);
    }
}
