using System.Text.Json.Serialization;

namespace Beffroi.Eva.Contracts;

/// <summary>How an answer becomes points.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MarkRule>))]
public enum MarkRule
{
    /// <summary>All or nothing.</summary>
    [JsonStringEnumMemberName("whole")] Whole,

    /// <summary>Each accepted spelling has its worth: see <see cref="TypedMarks"/>.</summary>
    [JsonStringEnumMemberName("typed")] Typed,

    /// <summary>The same, of a word whose grammar is what is asked (« ont », « installées »): a spelling worth a part is half way for the adaptive test.</summary>
    [JsonStringEnumMemberName("graded")] Graded,

    /// <summary>The same, of a word said alone: one letter away from right is half way too.</summary>
    [JsonStringEnumMemberName("dictated")] Dictated,

    /// <summary>Objects in their slots: see <see cref="HandledMarks.Placed"/>.</summary>
    [JsonStringEnumMemberName("sorted")] Sorted,

    /// <summary>The newspaper in seven pieces: see <see cref="CafeCodebook.PuzzlePoints"/>.</summary>
    [JsonStringEnumMemberName("puzzle")] Puzzle,
}
