using System.Collections.Immutable;
using System.Globalization;
using Beffroi.Chat.Cases;

namespace Beffroi.Chat.Exchange;

/// <summary>A case read from a file, before anybody takes it in.</summary>
public sealed record ImportedCase
{
    public required Guid CaseId { get; init; }

    /// <summary>Lines as Beffroi wrote them, in order; empty where the file comes from another program.</summary>
    public ImmutableList<CaseEvent> Events { get; init; } = [];

    /// <summary>What to write here, in order. The same file gives the same identifiers: to import it twice adds nothing.</summary>
    public required ImmutableList<CaseDraft> Drafts { get; init; }

    public ImmutableList<Notice> Told { get; init; } = [];

    /// <summary>Lines of ours. What does not hold together is refused, with its place.</summary>
    public static ImportedCase? OfLines(Guid caseId, ImmutableList<CaseEvent> events, out Fault? fault)
    {
        fault = Check(caseId, events);
        if (fault is not null)
        {
            return null;
        }

        if (events.FirstOrDefault(IsAltered) is { } altered)
        {
            fault = Broken(altered.Number, "elle a été modifiée depuis qu’elle a été scellée", "it was changed since it was sealed");
            return null;
        }

        return new() { CaseId = caseId, Events = events, Drafts = [.. events.Select(DraftOf)] };
    }

    /// <summary>Whether its seal, when it has one, is not that of its content.</summary>
    public static bool IsAltered(CaseEvent line) => line is { Seal: not null, Salt: not null } && !string.Equals(line.Seal, CaseSeal.Of(line), StringComparison.Ordinal);

    /// <summary>The first line that refers to what is not before it, comes twice, or is of another case.</summary>
    static Fault? Check(Guid caseId, ImmutableList<CaseEvent> events)
    {
        if (events.IsEmpty)
        {
            return SafeJson.File("Ce dossier est vide.", "This case is empty.");
        }

        var before = new HashSet<Guid>();
        for (var i = 0; i < events.Count; i++)
        {
            var line = events[i];
            var (french, english) = (line.Fact is CaseOpened) != (i == 0) ? ("un dossier commence par son ouverture, et n’en a qu’une", "a case begins with its opening, and has only one")
                : line.CaseId != caseId ? ("elle est d’un autre dossier", "it is of another case")
                : line.Number != i + 1 ? ("une autre ligne est attendue à cette place", "another line is expected there")
                : before.Contains(line.Id) ? ("elle y est déjà", "it is there already")
                : line.Fact.Refers.Concat(line.Fact.Amends is { } amended ? [amended] : []).Any(r => !before.Contains(r)) ? ("elle renvoie à ce qui n’est pas avant elle", "it refers to what is not before it")
                : (null, null);
            if (french is not null)
            {
                return Broken(i + 1, french, english!);
            }

            before.Add(line.Id);
        }

        return null;
    }

    static Fault Broken(int number, string french, string english) => SafeJson.File(
        string.Create(CultureInfo.InvariantCulture, $"Ligne {number} du dossier\u00A0: {french}."),
        string.Create(CultureInfo.InvariantCulture, $"Line {number} of the case: {english}."));

    /// <summary>Written again here, a line keeps its identifier, its author and its clocks.</summary>
    static CaseDraft DraftOf(CaseEvent line) => new()
    {
        Id = line.Id,
        Author = line.Author,
        Marking = line.Marking,
        Fact = line.Fact,
        HappenedAt = line.HappenedAt,
        KnewAt = line.Knew,
    };
}
