namespace Beffroi.Eva.Contracts;

/// <summary>A thing to put in order or in a slot.</summary>
public sealed record Movable
{
    public required string Id { get; init; }
    public required string Text { get; init; }
    public string? Spoken { get; init; }
}

/// <summary>Where things are put, or a place of the picture to point at (<see cref="ItemKind.Zone"/>).</summary>
public sealed record Slot
{
    /// <summary>For a place of a figure: its square (<c>B2</c>) on a plan, its place (<c>dessous</c>) around a stall, its label on a chart.</summary>
    public required string Id { get; init; }
    public required string Text { get; init; }
    public string? Spoken { get; init; }
}

/// <summary>A word said, to be written.</summary>
public sealed record Dictation
{
    public required string Word { get; init; }

    /// <summary>The sentence that makes it clear which word it is.</summary>
    public required string Sentence { get; init; }
}
