using System.Text.Json.Serialization;

namespace Beffroi.Eva.Contracts;

/// <summary>A found telephone, as a question shows it: one app holds what the question is about.</summary>
public sealed record FoundPhone
{
    public required PhoneApp App { get; init; }

    /// <summary>What the app holds was seen earlier and is asked from memory: it stays shut, but for who asks to see it again.</summary>
    public bool Recall { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<PhoneApp>))]
public enum PhoneApp
{
    /// <summary>Not opened yet: the answer is its code.</summary>
    [JsonStringEnumMemberName("verrou")] Lock,
    [JsonStringEnumMemberName("agenda")] Diary,
    [JsonStringEnumMemberName("photos")] Photos,
    [JsonStringEnumMemberName("notes")] Notes,
    [JsonStringEnumMemberName("messages")] Messages,

    /// <summary>Heard, never shown, but for who asks to read it.</summary>
    [JsonStringEnumMemberName("messagerie")] Voicemail,
}
