using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Questions;

/// <summary>A part of the screen that may be read aloud, by the id of its element.</summary>
/// <param name="Id">The element whose words are read and followed.</param>
/// <param name="Spoken">How it is said when that differs from what is written.</param>
public sealed record Part(string Id, string? Spoken);

/// <summary>
/// What the ear button reads. A text whose reading is measured stays silent before the answer:
/// read aloud on request, it measures listening, and the item then counts apart.
/// </summary>
public static class Speakable
{
    public const string Document = "document";
    public const string Choices = "choices";

    /// <param name="item">The question on the screen.</param>
    /// <param name="readAloud">The person has asked for the measured text to be read: nothing is left to protect.</param>
    public static IReadOnlyList<Part> Question(Item item, bool readAloud = false) =>
    [
        new Part(Ids.Instruction, item.InstructionSpoken),
        .. item.Figure?.Title is null ? Array.Empty<Part>() : [new Part(Ids.FigureTitle, null)],
        .. item.Document is { } document && (readAloud || !IsMeasured(item, Document)) ? [new Part(Ids.Document, document.Spoken)] : Array.Empty<Part>(),
        new Part(Ids.Question, item.QuestionSpoken),
        .. readAloud || !IsMeasured(item, Choices) ? Answers(item) : [],
        .. item.Kind == ItemKind.Writing ? Array.Empty<Part>() : [new Part(Ids.DontKnow, null)],
    ];

    /// <summary>The measured parts, which only the accommodation reads.</summary>
    public static IReadOnlyList<Part> Measured(Item item) =>
    [
        .. item.Document is { } document && IsMeasured(item, Document) ? [new Part(Ids.Document, document.Spoken)] : Array.Empty<Part>(),
        .. IsMeasured(item, Choices) ? Answers(item) : [],
    ];

    /// <summary>The word, its sentence, the word again.</summary>
    public static Part Dictated(Dictation dictation)
    {
        // A capital letter makes a sentence of the word, with its silence.
        var word = char.ToUpperInvariant(dictation.Word[0]) + dictation.Word[1..];
        return new Part(Ids.Dictation, $"{word}. {dictation.Sentence} {word}.");
    }

    private static bool IsMeasured(Item item, string part) => item.Measured.Contains(part, StringComparer.Ordinal);

    // Places of a picture are looked at, not listened to.
    private static IEnumerable<Part> Answers(Item item) => item.Choices.Select(choice => new Part(Ids.Choice(choice.Id), choice.Spoken))
        .Concat(item.Pieces.Select(piece => new Part(Ids.Piece(piece.Id), piece.Spoken)))
        .Concat(item.Kind == ItemKind.Sort ? item.Slots.Select(slot => new Part(Ids.Slot(slot.Id), slot.Spoken)) : []);
}

/// <summary>The ids of the elements that the page shows and the voice follows.</summary>
public static class Ids
{
    public const string Instruction = "consigne";
    public const string Document = "document";
    public const string Question = "question";
    public const string DontKnow = "choix-ne-sais-pas";
    public const string Word = "mot";
    public const string FigureTitle = "figure-titre";
    public const string Dictation = "dictee";

    public static string Choice(string id) => "choix-" + id;

    public static string Piece(string id) => "etiquette-" + id;

    public static string Slot(string id) => "case-" + id;
}
