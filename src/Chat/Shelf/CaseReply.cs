using Beffroi.Chat.Cases;

namespace Beffroi.Chat;

/// <summary>What came of a writing.</summary>
public sealed record CaseReply
{
    /// <summary>As its author sees it now; null where they may not know of such a case.</summary>
    public CaseView? View { get; init; }

    /// <summary>Why nothing was written.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>Lines that were written now; none when they were there already.</summary>
    public IReadOnlyList<CaseEvent> Written { get; init; } = [];

    public bool IsDone => View is not null && Faults.Count == 0;
}
