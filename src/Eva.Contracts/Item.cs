using System.Text.Json.Serialization;

namespace Beffroi.Eva.Contracts;

[JsonConverter(typeof(JsonStringEnumConverter<ItemKind>))]
public enum ItemKind
{
    [JsonStringEnumMemberName("choice")] Choice,
    [JsonStringEnumMemberName("number")] Number,
    [JsonStringEnumMemberName("writing")] Writing,

    /// <summary>A word or two to type, most often said first. Answer: as typed.</summary>
    [JsonStringEnumMemberName("text")] Text,

    /// <summary>Pieces to put in order. Answer: their ids in the order given, separated by spaces.</summary>
    [JsonStringEnumMemberName("order")] Order,

    /// <summary>Pieces to put in slots, or to leave out. Answer: <c>piece=slot</c> in the order of the pieces, separated by spaces.</summary>
    [JsonStringEnumMemberName("sort")] Sort,

    /// <summary>Places to point at in the figure. Answer: ids of slots in their order, separated by spaces.</summary>
    [JsonStringEnumMemberName("zone")] Zone,

    /// <summary>Words to point at in the document. Answer: their numbers from 1 through all lines, rising, separated by spaces.</summary>
    [JsonStringEnumMemberName("words")] Words,
}

/// <summary>A question as the browser gets it: everything but its answer.</summary>
public sealed record Item
{
    public required string Id { get; init; }
    public required ItemKind Kind { get; init; }

    /// <summary>A drawn piece: see <c>Pictures/Picture.razor</c>.</summary>
    public string? Picture { get; init; }

    public required string Instruction { get; init; }
    public string? InstructionSpoken { get; init; }
    public Document? Document { get; init; }

    /// <summary>The document is read on a found telephone; null elsewhere.</summary>
    public FoundPhone? Phone { get; init; }

    public required string Question { get; init; }
    public string? QuestionSpoken { get; init; }
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Choices stand in a row from the least to the most.</summary>
    public bool Gauge { get; init; }

    public Figure? Figure { get; init; }
    public IReadOnlyList<Movable> Pieces { get; init; } = [];
    public IReadOnlyList<Slot> Slots { get; init; } = [];
    public Dictation? Dictation { get; init; }

    /// <summary>How many places or words to point at; the answer has just as many.</summary>
    public int Picks { get; init; } = 1;

    /// <summary>Shown beside the field of a number: <c>€</c>, <c>colis</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>The parts that the item measures the reading of: <c>document</c>, <c>choices</c>. They are not spoken before the answer.</summary>
    public IReadOnlyList<string> Measured { get; init; } = [];
}

public sealed record Choice
{
    public required string Id { get; init; }
    public required string Text { get; init; }
    public string? Spoken { get; init; }

    public Figure? Figure { get; init; }

    /// <summary>Training only: what to try, said kindly.</summary>
    public string? Feedback { get; init; }
}

/// <summary>A thing to read at work: a message, a sign, a slip, a table of hours. On a telephone: <c>agenda</c>, <c>notes</c>,
/// <c>messages</c> (rows: who writes, what), <c>photos</c> (rows: the drawing, its caption), <c>messagerie</c> (heard; its lines are the transcript).</summary>
public sealed record Document
{
    public required string Kind { get; init; }
    public string? Title { get; init; }
    public IReadOnlyList<string> Lines { get; init; } = [];
    public IReadOnlyList<string>? Columns { get; init; }
    public IReadOnlyList<IReadOnlyList<string>>? Rows { get; init; }

    /// <summary>The whole document as it is said; spoken at once only where reading is not what is measured.</summary>
    public string? Spoken { get; init; }
}
