using System.Text.Json.Serialization;

namespace Beffroi.Chat;

/// <summary>Traffic Light Protocol 2.0 (FIRST, August 2022), from what everybody may read to what nobody else may.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Tlp>))]
public enum Tlp
{
    [JsonStringEnumMemberName("clear")] Clear,
    [JsonStringEnumMemberName("green")] Green,
    [JsonStringEnumMemberName("amber")] Amber,
    [JsonStringEnumMemberName("amber+strict")] AmberStrict,
    [JsonStringEnumMemberName("red")] Red,
}
