using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>The form where somebody writes, and what it offers them.</summary>
public sealed record ComposerModel
{
    public required Lang L { get; init; }
    public required Guid RoomId { get; init; }

    /// <summary>First message of the thread.</summary>
    public Guid? ThreadId { get; init; }

    /// <summary>Where it is sent.</summary>
    public required string Action { get; init; }

    /// <summary>Id of the message to come.</summary>
    public required Guid Id { get; init; }
    public required ComposerForm Form { get; init; }
    public required Errors Errors { get; init; }
    public required Tlp RoomTlp { get; init; }
    public required int Widenings { get; init; }
    public IReadOnlyList<QuotedView> Quotes { get; init; } = [];

    /// <summary>Whom it may be said to alone; those of the room whom the writer may know.</summary>
    public IReadOnlyList<KnownPerson> People { get; init; } = [];
    public IReadOnlyList<(Guid Id, string Name)> Organisations { get; init; } = [];

    /// <summary>A guest says things to the whole case.</summary>
    public required bool MayNarrow { get; init; }
    public DateTimeOffset? DraftAt { get; init; }

    /// <summary>What a command just answered.</summary>
    public CommandAnswer? Told { get; init; }
}
