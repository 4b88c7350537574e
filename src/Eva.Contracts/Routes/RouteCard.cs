using System.Text.Json.Serialization;

namespace Beffroi.Eva.Contracts;

/// <summary>Who decides what is asked next in a positioning.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RouteMode>))]
public enum RouteMode
{
    /// <summary>The published rules: fixed parts, gates between them.</summary>
    [JsonStringEnumMemberName("historique")] Historique,

    /// <summary>An adaptive test: each question is chosen from the answers so far.</summary>
    [JsonStringEnumMemberName("beffroi")] Beffroi,
}

/// <summary>Everything that the browser needs to choose the next question by itself: <see cref="Play.Route"/>.
/// The server walks the same way again from the answers; what is outside the way is kept and earns nothing (docs/adr/0012).</summary>
public sealed record RouteCard
{
    public required RouteMode Mode { get; init; }

    /// <summary>One for each item of the play, training apart.</summary>
    public required IReadOnlyList<SealedKey> Keys { get; init; }

    /// <summary>What was answered before a resume, in order.</summary>
    public IReadOnlyList<RouteMark> Marks { get; init; } = [];

    /// <summary><see cref="RouteMode.Beffroi"/> only: the adaptive test as data, for <c>AdaptiveBlueprint.Parse</c>.</summary>
    public string? Blueprint { get; init; }

    /// <summary>What the walk draws is drawn from it.</summary>
    public required int Seed { get; init; }
}

/// <summary>One step of a walk.</summary>
/// <param name="Points">By the published rules.</param>
/// <param name="Score">Category for the adaptive test; null when the answer tells nothing of the scale: a text to read was heard.</param>
public sealed record RouteMark(string Item, decimal Points, int? Score)
{
    /// <param name="marked">From <see cref="SealedKey.Mark"/>.</param>
    /// <param name="heard">The measured text was read aloud before the answer (<see cref="EventNames.ReadAloud"/>).</param>
    public static RouteMark Of(string item, Marked marked, bool heard) => new(item, marked.Points, heard ? null : marked.Score);
}
