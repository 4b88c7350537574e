using System.Text.Json.Serialization;

namespace Beffroi.Chat;

/// <summary>What somebody sends to a room, as it came: by the form of the page or by the live line.</summary>
public sealed record Said
{
    /// <summary>Chosen by whoever sends: sent again, it is the same message.</summary>
    public required Guid Id { get; init; }
    public required Guid RoomId { get; init; }
    public Guid? ThreadId { get; init; }
    public string Text { get; init; } = "";

    /// <summary>Null: that of the room. Otherwise for those who are named; the room's when nobody is.</summary>
    public Tlp? Tlp { get; init; }
    public IReadOnlyList<Guid> Organisations { get; init; } = [];
    public IReadOnlyList<Guid> People { get; init; } = [];
    public IReadOnlyList<Guid> Quotes { get; init; } = [];
    public IReadOnlyList<Guid> Mentions { get; init; } = [];

    /// <summary><see cref="Room.Widenings"/> when the form was shown; null: not said.</summary>
    public int? Widenings { get; init; }

    /// <summary>Taken in, checked (<see cref="Evidence.Files.FileIntake"/>) and their bytes kept before: never by the live line.</summary>
    [JsonIgnore]
    public IReadOnlyList<StoredFile> Files { get; init; } = [];
}

/// <summary>What became of it.</summary>
public sealed record Spoken
{
    /// <summary>Kept; null when it was not.</summary>
    public Message? Message { get; init; }

    /// <summary>Neither there nor to be known about: the same answer for both.</summary>
    public bool IsAbsent { get; init; }

    /// <summary>What to change before sending it again.</summary>
    public IReadOnlyList<Words> Faults { get; init; } = [];

    public static Spoken Absent { get; } = new() { IsAbsent = true };
}
