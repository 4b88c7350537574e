using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Bank;

/// <summary>An item with its key and its provenance: never leaves the server as it is.</summary>
public sealed record BankItem
{
    public required string Id { get; init; }
    public required ItemKind Kind { get; init; }

    /// <summary>Technical name of the metacompetence; null for training and free writing.</summary>
    public string? Skill { get; init; }

    /// <summary>Logits on the reporting scale: an expert's judgement until real answers calibrate it.</summary>
    public required double Difficulty { get; init; }

    public string? Picture { get; init; }
    public required string Instruction { get; init; }
    public string? InstructionSpoken { get; init; }
    public Document? Document { get; init; }
    public FoundPhone? Phone { get; init; }
    public required string Question { get; init; }
    public string? QuestionSpoken { get; init; }
    public IReadOnlyList<BankChoice> Choices { get; init; } = [];
    public IReadOnlyList<string> Solution { get; init; } = [];
    public string? Unit { get; init; }
    public IReadOnlyList<string> Measured { get; init; } = [];

    /// <summary>What the browser may know.</summary>
    public Item WithoutKey(bool training) => new()
    {
        Id = Id,
        Kind = Kind,
        Picture = Picture,
        Instruction = Instruction,
        InstructionSpoken = InstructionSpoken,
        Document = Document,
        Phone = Phone,
        Question = Question,
        QuestionSpoken = QuestionSpoken,
        Choices = [.. Choices.Select(c => new Choice { Id = c.Id, Text = c.Text, Spoken = c.Spoken, Feedback = training ? c.Feedback : null })],
        Unit = Unit,
        Measured = Measured,
    };

    /// <summary>Whether an answer is right: a choice by its id, a number as French people type it.</summary>
    public bool Accepts(string answer) => Kind switch
    {
        ItemKind.Choice => Solution.Contains(answer, StringComparer.Ordinal),
        ItemKind.Number => TypedNumber.Read(answer) is { } number && Solution.Any(s => TypedNumber.Read(s) == number),
        ItemKind.Writing or ItemKind.Text or ItemKind.Order or ItemKind.Sort or ItemKind.Zone or ItemKind.Words => false,
    };

    /// <summary>Why an answer cannot be one to this item; null when it can.</summary>
    public string? Refuse(string answer) => Kind switch
    {
        ItemKind.Choice when !Choices.Any(c => string.Equals(c.Id, answer, StringComparison.Ordinal)) => "cette réponse ne fait pas partie des choix",
        // A long answer is a wrong one, not a lost one.
        ItemKind.Number when answer.Length > 200 => "le nombre est trop long",
        ItemKind.Writing when answer.Length > 5000 => "le texte est trop long",
        ItemKind.Choice or ItemKind.Number or ItemKind.Writing or ItemKind.Text or ItemKind.Order or ItemKind.Sort or ItemKind.Zone or ItemKind.Words => null,
    };
}

public sealed record BankChoice
{
    public required string Id { get; init; }
    public required string Text { get; init; }
    public string? Spoken { get; init; }
    public string? Feedback { get; init; }
}
