using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>A sharing level with those whom it is shared with, kept once however many things bear it. Never changed: another marking is another scope.</summary>
public sealed class Scope : ILogLine
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>.</summary>
    public required string Hash { get; init; }
    public required Tlp Tlp { get; init; }

    /// <summary><see cref="Marked"/>, as canonical JSON.</summary>
    public required string Content { get; init; }
    public List<ScopeCircle> Circles { get; } = [];
}

public sealed class ScopeCircle : ILogLine
{
    public required Guid Id { get; init; }
    public required Guid ScopeId { get; init; }
    public required Reach Reach { get; init; }
    public List<ScopeName> Names { get; } = [];
}

/// <summary>An organisation or a person whom a circle names.</summary>
public sealed class ScopeName : ILogLine
{
    public required Guid CircleId { get; init; }

    /// <summary>Of the organisation or of the account.</summary>
    public required Guid NamedId { get; init; }
    public required bool IsPerson { get; init; }
}
