using Beffroi.Psychometrics;

namespace Beffroi.Eva.Norming;

/// <summary>An answer, with what the engine that reads it knows of the item.</summary>
/// <param name="Item">Situation and identifier: <c>livraison L01</c>.</param>
/// <param name="Bank">The version of the bank that it was asked from; null where it is the program's.</param>
public sealed record CohortAnswer(string Item, string? Bank, int Score, ItemModel Model);

/// <summary>A person of a cohort, without anything that names her.</summary>
public sealed record CohortPerson
{
    /// <summary>Logits, and their error: those of the kept result.</summary>
    public required double Value { get; init; }
    public required double StandardError { get; init; }

    /// <summary>Null where she would rather not say.</summary>
    public int? Age { get; init; }
    public string? Gender { get; init; }
    public string? FrenchFirst { get; init; }

    /// <summary>That of most of her answers; null when no answer says.</summary>
    public string? InputMode { get; init; }

    /// <summary>Null for a person alone.</summary>
    public Guid? Structure { get; init; }

    /// <summary>Those that count on the scale: rapid guesses and what was read aloud left out, as in the score.</summary>
    public required IReadOnlyList<CohortAnswer> Answers { get; init; }
}

/// <summary>How many began, finished and can be read, in one structure; those of nobody are people alone.</summary>
public sealed record Attendance(Guid? Structure, int Begun, int Finished, int Read);

/// <summary>The people whom a filter keeps.</summary>
public sealed record Cohort(NormScope Scope, IReadOnlyList<CohortPerson> People, IReadOnlyList<Attendance> Attendances, int LeftByEffort, bool IsCut)
{
    /// <summary>Under it, nothing of a cohort is told but that it is small: as on the public figures.</summary>
    public const int Least = Kit.PublicFigure.Least;

    public bool IsMasked => People.Count < Least;
}
