using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Bank;

/// <summary>An item with its key and its provenance: never leaves the server as it is.</summary>
public sealed record BankItem
{
    public required string Id { get; init; }
    public required ItemKind Kind { get; init; }

    /// <summary>Positioning only: its family in the code book, or <c>beffroi</c> for an item of ours beside it.</summary>
    public string? Family { get; init; }

    /// <summary>Technical name of the metacompetence; of the sub-skill in a positioning; null for training and free writing.</summary>
    public string? Skill { get; init; }

    /// <summary>Numeracy positioning only: the CléA criterion, for instance <c>2.1.2</c>.</summary>
    public string? Criterion { get; init; }

    /// <summary>Items on one document or figure share a name; null for one alone.</summary>
    public string? Testlet { get; init; }

    /// <summary>CEFR or CENF level aimed at, a technical name.</summary>
    public string? Level { get; init; }

    /// <summary>Degree of the ANLCI, 1 to 4.</summary>
    public int? Degree { get; init; }

    /// <summary>Logits on the reporting scale: an expert's judgement until real answers calibrate it.</summary>
    public required double Difficulty { get; init; }

    public string? Rationale { get; init; }

    /// <summary>By the published rules (<c>historique</c>), bonuses apart.</summary>
    public decimal Points { get; init; } = 1;

    public string? Picture { get; init; }
    public Figure? Figure { get; init; }
    public required string Instruction { get; init; }
    public string? InstructionSpoken { get; init; }
    public Document? Document { get; init; }
    public FoundPhone? Phone { get; init; }
    public required string Question { get; init; }
    public string? QuestionSpoken { get; init; }
    public IReadOnlyList<BankChoice> Choices { get; init; } = [];
    public bool Gauge { get; init; }
    public IReadOnlyList<Movable> Pieces { get; init; } = [];
    public IReadOnlyList<Slot> Slots { get; init; } = [];
    public int Picks { get; init; } = 1;
    public Dictation? Dictation { get; init; }
    public IReadOnlyList<string> Solution { get; init; } = [];

    /// <summary>Text only: spellings in small letters, and how many times the points each is worth.</summary>
    public IReadOnlyDictionary<string, decimal> Accepted { get; init; } = new Dictionary<string, decimal>(StringComparer.Ordinal);

    /// <summary>Order only: <c>parts</c> for a point a piece; null for all or nothing.</summary>
    public string? Credit { get; init; }

    public string? Unit { get; init; }
    public IReadOnlyList<string> Measured { get; init; } = [];

    /// <summary>What the browser may know.</summary>
    public Item WithoutKey(bool training) => new()
    {
        Id = Id,
        Kind = Kind,
        Picture = Picture,
        Figure = Figure,
        Instruction = Instruction,
        InstructionSpoken = InstructionSpoken,
        Document = Document,
        Phone = Phone,
        Question = Question,
        QuestionSpoken = QuestionSpoken,
        Choices = [.. Choices.Select(c => new Choice { Id = c.Id, Text = c.Text, Spoken = c.Spoken, Figure = c.Figure, Feedback = training ? c.Feedback : null })],
        Gauge = Gauge,
        Pieces = Pieces,
        Slots = Slots,
        Picks = Picks,
        Dictation = Dictation,
        Unit = Unit,
        Measured = Measured,
    };

    /// <summary>What is right, ready to be sealed.</summary>
    public PlainKey Key => new()
    {
        Item = Id,
        Kind = Kind,
        Rule = Rule,
        Points = Points,
        Worth = Kind is ItemKind.Writing ? new Dictionary<string, decimal>(StringComparer.Ordinal) : Worth(),
        Pieces = Kind is ItemKind.Sort ? [.. Pieces.Select(p => p.Id)] : [],
        Slots = Slots.Count,
    };

    /// <summary>What an answer is worth; null is « Je ne sais pas ».</summary>
    public Marked Mark(string? answer) => Key.Seal("").Mark(answer);

    /// <summary>Whether an answer is wholly right.</summary>
    public bool Accepts(string answer) => Mark(answer).Right;

    /// <summary>Why an answer cannot be one to this item; null when it can.</summary>
    public string? Refuse(string answer) => AnswerShape.Refuse(this, answer);

    MarkRule Rule => Kind switch
    {
        // A word missing from a sentence is asked for its grammar.
        ItemKind.Text => Dictation is null ? MarkRule.Typed : Document is null ? MarkRule.Dictated : MarkRule.Graded,
        ItemKind.Sort => MarkRule.Sorted,
        ItemKind.Order when Credit is "parts" => MarkRule.Puzzle,
        ItemKind.Choice or ItemKind.Number or ItemKind.Writing or ItemKind.Order or ItemKind.Zone or ItemKind.Words => MarkRule.Whole,
    };

    // The solution of a choice, a number or a text is any of several; that of the others is one answer, sometimes written in parts.
    Dictionary<string, decimal> Worth()
    {
        IEnumerable<string> right = Kind is ItemKind.Sort or ItemKind.Zone or ItemKind.Words ? [string.Join(' ', Solution)] : Solution;
        return Accepted.Concat(right.Where(r => !Accepted.ContainsKey(r)).Distinct(StringComparer.Ordinal).Select(r => KeyValuePair.Create(r, 1m)))
            .ToDictionary(StringComparer.Ordinal);
    }
}

public sealed record BankChoice
{
    public required string Id { get; init; }
    public required string Text { get; init; }
    public string? Spoken { get; init; }
    public Figure? Figure { get; init; }
    public string? Feedback { get; init; }

    /// <summary>Why somebody would choose it.</summary>
    public string? Note { get; init; }
}
