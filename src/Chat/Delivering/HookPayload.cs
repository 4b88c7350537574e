using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Beffroi.Kit;

namespace Beffroi.Chat.Delivering;

/// <summary>What an outside program receives (docs/chat.md, Webhooks). Names are settled: programs are written for them.</summary>
static class HookPayload
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Write(Guid id, Message message, HookAuthor author, Room room, Tlp tlp) => JsonSerializer.Serialize(
        new Sent
        {
            Id = id,
            Event = "message.created",
            At = message.At,
            Room = new(room.Id, room.Name),
            Message = new()
            {
                Id = message.Id,
                ThreadId = message.ThreadId,
                Origin = message.Origin.ToString().ToLowerInvariant(),
                Author = author.Person,
                Organisation = author.Organisation,
                Source = message.Source,
                Text = message.Text,
                Tlp = tlp,
                Path = message.ThreadId is { } thread ? Addresses.Thread(Lang.French, room.Id, thread) : Addresses.Room(Lang.French, room.Id),
            },
        },
        Options);

    /// <summary>The same with the text as it is now: it may have been corrected while it waited.</summary>
    public static string Now(string body, string text)
    {
        var sent = JsonSerializer.Deserialize<Sent>(body, Options)!;
        return string.Equals(sent.Message.Text, text, StringComparison.Ordinal) ? body : JsonSerializer.Serialize(sent with { Message = sent.Message with { Text = text } }, Options);
    }

    /// <summary>Which message a body tells.</summary>
    public static Guid MessageOf(string body) => JsonSerializer.Deserialize<Sent>(body, Options)!.Message.Id;

    sealed record Sent
    {
        /// <summary>Of the delivery: the same however often it is tried.</summary>
        public required Guid Id { get; init; }
        public required string Event { get; init; }
        public required DateTimeOffset At { get; init; }
        public required SentRoom Room { get; init; }
        public required SentMessage Message { get; init; }
    }

    sealed record SentRoom(Guid Id, string Name);

    sealed record SentMessage
    {
        public required Guid Id { get; init; }
        public Guid? ThreadId { get; init; }

        /// <summary>person, feed, command or site.</summary>
        public required string Origin { get; init; }
        public string? Author { get; init; }
        public string? Organisation { get; init; }
        public string? Source { get; init; }

        /// <summary>Markdown.</summary>
        public required string Text { get; init; }
        public required Tlp Tlp { get; init; }

        /// <summary>Of the page where it stands, on this site.</summary>
        public required string Path { get; init; }
    }
}
