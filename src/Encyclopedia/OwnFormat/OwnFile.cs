namespace Beffroi.Encyclopedia.OwnFormat;

/// <summary>Our own format: every entry with all its versions. What is exported and imported again is the same.</summary>
public sealed record OwnFile
{
    public const string Name = "beffroi-encyclopedia";
    public const int Current = 1;

    public required string Format { get; init; }
    public required int Version { get; init; }
    public required IReadOnlyList<OwnEntry> Entries { get; init; }
}

public sealed record OwnEntry
{
    public required string Key { get; init; }

    /// <summary>Null: nobody has reviewed it where the file comes from.</summary>
    public required DateOnly? ReviewedOn { get; init; }

    public required IReadOnlyList<OwnVersion> Versions { get; init; }
}

public sealed record OwnVersion
{
    public required int Number { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>A name that came with an import or without an account; people who have an account are not named.</summary>
    public string? AuthorName { get; init; }

    public required string Comment { get; init; }

    /// <summary>Nobody reads it any more: its words are not in the file. Null for all the others.</summary>
    public OwnWithheld? Withheld { get; init; }

    public required EntryContent Content { get; init; }
}

/// <summary>When a version was withheld, and why.</summary>
public sealed record OwnWithheld(DateTimeOffset At, string Reason);
