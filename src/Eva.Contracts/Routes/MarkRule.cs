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

    /// <summary>The same, of a word that was said: one letter away from right is half way for the adaptive test.</summary>
    [JsonStringEnumMemberName("dictated")] Dictated,

    /// <summary>Objects in their slots: see <see cref="HandledMarks.Placed"/>.</summary>
    [JsonStringEnumMemberName("sorted")] Sorted,

    /// <summary>The newspaper in seven pieces: see <see cref="CafeCodebook.PuzzlePoints"/>.</summary>
    [JsonStringEnumMemberName("puzzle")] Puzzle,
}
