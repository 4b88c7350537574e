using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Beffroi.Chat.Cases;

/// <summary>All that was ever written about one case, in order, each line tied to the one before. Whole: never shown as it is.</summary>
public sealed record CaseLog
{
    CaseLog(Guid id, ImmutableList<CaseEvent> events) => (Id, Events) = (id, events);

    public Guid Id { get; }
    public ImmutableList<CaseEvent> Events { get; }

    /// <summary>Says all of the log in 64 characters, and nothing of what it holds: a witness may keep it.</summary>
    public string Head => Events.IsEmpty ? CaseSeal.Root(Id) : Events[^1].Link!;

    public static CaseLog Of(Guid caseId) => new(caseId, []);

    /// <exception cref="CaseBrokenException">A line is missing, changed, moved or added.</exception>
    public static CaseLog Of(IEnumerable<CaseEvent> events)
    {
        ImmutableList<CaseEvent> lines = [.. events];
        return Check(lines) is { } broken ? throw new CaseBrokenException(broken) : new(lines[0].CaseId, lines);
    }

    /// <summary>The log with one line more. Whether its author may write it is judged before, by what they see: <see cref="CaseView.Faults"/>.</summary>
    /// <exception cref="InvalidOperationException">It does not begin with its opening, or the same line was written already.</exception>
    public CaseLog With(CaseDraft draft, TimeProvider clock, RandomNumberGenerator random)
    {
        if (Events.IsEmpty != draft.Fact is CaseOpened)
        {
            throw new InvalidOperationException("A log begins with the opening of its case, and has only one.");
        }

        if (Events.Any(e => e.Id == draft.Id))
        {
            throw new InvalidOperationException("This line is already in the log.");
        }

        var salt = new byte[16];
        random.GetBytes(salt);
        // Read back from its text: in memory it is what will be kept, neither more nor less.
        var line = CaseJson.Read<CaseEvent>(CaseJson.Write(new CaseEvent
        {
            Id = draft.Id,
            CaseId = Id,
            Number = Events.Count + 1,
            At = clock.GetUtcNow(),
            HappenedAt = draft.HappenedAt,
            KnewAt = draft.KnewAt,
            Author = draft.Author,
            Marking = draft.Marking,
            Fact = draft.Fact,
            Salt = Convert.ToHexStringLower(salt),
        }));
        var seal = CaseSeal.Of(line);
        return new(Id, Events.Add(line with { Seal = seal, Link = CaseSeal.Link(Head, line.Number, seal) }));
    }

    /// <summary>The log with lines that were written after these.</summary>
    /// <exception cref="CaseBrokenException">A line is missing, changed, moved or added.</exception>
    public CaseLog Continued(IEnumerable<CaseEvent> next)
    {
        ImmutableList<CaseEvent> lines = [.. next];
        return Check(Id, Head, Events.Count, lines) is { } broken ? throw new CaseBrokenException(broken) : new(Id, Events.AddRange(lines));
    }

    /// <summary>The first line that does not follow from those before it; null when all do.</summary>
    public static CaseBreak? Check(IReadOnlyList<CaseEvent> events) =>
        events.Count == 0 ? new(1, CaseBreakKind.Missing) : Check(events[0].CaseId, CaseSeal.Root(events[0].CaseId), 0, events);

    static CaseBreak? Check(Guid caseId, string link, int before, IReadOnlyList<CaseEvent> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            var (line, number) = (events[i], before + i + 1);
            if (line.CaseId != caseId || line.Number != number)
            {
                return new(number, CaseBreakKind.Missing);
            }

            if (!string.Equals(line.Seal, CaseSeal.Of(line), StringComparison.Ordinal))
            {
                return new(number, CaseBreakKind.Changed);
            }

            link = CaseSeal.Link(link, line.Number, line.Seal!);
            if (!string.Equals(line.Link, link, StringComparison.Ordinal))
            {
                return new(number, CaseBreakKind.Untied);
            }
        }

        return null;
    }
}

public enum CaseBreakKind
{
    /// <summary>Another line, or none, stands where it should be.</summary>
    Missing,

    /// <summary>Its content is not what was sealed.</summary>
    Changed,

    /// <summary>It is not tied to the line before.</summary>
    Untied,
}

/// <param name="Number">Of the line.</param>
public sealed record CaseBreak(int Number, CaseBreakKind Kind);

public sealed class CaseBrokenException(CaseBreak broken)
    : Exception(FormattableString.Invariant($"Line {broken.Number} of the log does not follow from those before it ({broken.Kind})."))
{
    public CaseBreak Broken { get; } = broken;
}
