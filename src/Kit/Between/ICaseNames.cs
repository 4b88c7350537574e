namespace Beffroi.Kit;

/// <summary>Cases that other modules tie things to: the chat holds them, and says of each only what its reader may know.</summary>
public interface ICaseNames
{
    /// <summary>Those that this person may read, the last changed first. Of the others nothing is said, not even that there are any.</summary>
    Task<IReadOnlyList<CaseName>> ReadableBy(CurrentUser user, CancellationToken ct);

    /// <summary>Writes in a case, in the name of this person, that an ad belongs with it; those who read the case see it there. False where they may not, or the case is closed.</summary>
    /// <param name="line">Identifier of what is written: the same written again is written once.</param>
    /// <param name="href">Path of a page of this site.</param>
    Task<bool> LinkAd(CurrentUser user, Guid caseId, Guid line, string href, string label, CancellationToken ct);
}

/// <param name="Title">As its reader may know it.</param>
/// <param name="French">Path of its page.</param>
/// <param name="English">Path of the same page in English.</param>
public sealed record CaseName(Guid Id, string Title, string French, string English);
