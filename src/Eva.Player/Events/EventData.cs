using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beffroi.Eva.Player.Events;

/// <summary>Builds the flat object that an event carries, without reflection.</summary>
public sealed class EventData
{
    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);

    public EventData With(string name, string? value)
    {
        if (value is not null)
        {
            _values[name] = JsonSerializer.SerializeToElement(value, PlayerJson.Default.String);
        }

        return this;
    }

    public EventData With(string name, bool value)
    {
        _values[name] = JsonSerializer.SerializeToElement(value, PlayerJson.Default.Boolean);
        return this;
    }

    public EventData With(string name, int value)
    {
        _values[name] = JsonSerializer.SerializeToElement(value, PlayerJson.Default.Int32);
        return this;
    }

    public Dictionary<string, JsonElement> ToDictionary() => new(_values, StringComparer.Ordinal);
}

/// <summary>What the player itself writes as JSON; what it shares with the server is in <c>EvaJson</c>.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(int))]
public sealed partial class PlayerJson : JsonSerializerContext;
