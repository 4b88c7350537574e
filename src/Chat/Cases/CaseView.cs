using System.Collections.Immutable;

namespace Beffroi.Chat.Cases;

/// <summary>A case as a reader may know it: the state after the lines that they may read, as if the others had never been written.</summary>
public sealed record CaseView
{
    public required Guid CaseId { get; init; }

    /// <summary>Without link and with numbers of their own: neither says that something is hidden.</summary>
    public required ImmutableList<CaseEvent> Events { get; init; }

    public required CaseState State { get; init; }

    /// <summary>Null where the reader may not know that there is a case.</summary>
    /// <param name="masking">Organisations that show no name of their people today.</param>
    public static CaseView? For(CaseLog log, Reader reader, IReadOnlySet<Guid>? masking = null)
    {
        var readable = Readable.Of(log, reader);
        if (readable.IsEmpty)
        {
            return null;
        }

        ImmutableList<CaseEvent> events = [.. readable.Select((line, i) => Shown(line, reader, masking ?? NameBook.Empty.Masking) with { Number = i + 1, Link = null })];
        return new() { CaseId = log.Id, Events = events, State = CaseState.Of(events) };
    }

    /// <summary>The view of the same reader once the log has more lines: as <see cref="For"/> would make it, without going over the others again where that can be.</summary>
    /// <param name="before">Lines of the log that the view was made of.</param>
    public static CaseView? After(CaseView view, CaseLog log, int before, Reader reader, IReadOnlySet<Guid>? masking = null)
    {
        for (var i = before; i < log.Events.Count; i++)
        {
            // A line that amends may change which others are read and what they count for.
            if (log.Events[i].Fact.Amends is not null)
            {
                return For(log, reader, masking);
            }
        }

        var opening = log.Events[0];
        for (var i = before; i < log.Events.Count; i++)
        {
            var line = log.Events[i];
            if (Readable.IsNext(line, view.State.Markings[opening.Id], reader) && line.Fact.Refers.All(r => view.Find(r) is not null))
            {
                var shown = Shown(line, reader, masking ?? NameBook.Empty.Masking) with { Number = view.Events.Count + 1, Link = null };
                view = view with { Events = view.Events.Add(shown), State = view.State.With(shown) };
            }
        }

        return view;
    }

    public CaseEvent? Find(Guid id) => Events.Find(e => e.Id == id);

    /// <summary>
    /// The marking that holds for a line: its own, that of the case and those of all it refers to, together.
    /// Whoever quotes it takes this one (<see cref="Marked.And"/>).
    /// </summary>
    /// <exception cref="ArgumentException">There is no such line here.</exception>
    public Marked MarkingOf(Guid id)
    {
        var theCase = State.Marking!;
        return Behind(id).Select(l => State.Markings.GetValueOrDefault(l.Id, l.Marking)).Aggregate(
            theCase,
            (marking, own) => (own with { Audience = own.Audience ?? theCase.Audience }).And(marking));
    }

    /// <summary>A line with all that it refers to, directly or through others; for one that amends, its target and what is behind it. In the order of the log.</summary>
    /// <exception cref="ArgumentException">There is no such line here.</exception>
    public IReadOnlyList<CaseEvent> Behind(Guid id)
    {
        var lines = Events.ToDictionary(e => e.Id);
        if (!lines.TryGetValue(id, out var asked))
        {
            throw new ArgumentException("This line is not in the view.", nameof(id));
        }

        // Each line once: lines that quote two others that quote two others would else never end.
        var behind = new SortedDictionary<int, CaseEvent>();
        var left = new Stack<Guid>([asked.Fact.Amends ?? id]);
        while (left.TryPop(out var next))
        {
            var line = lines[next];
            if (behind.TryAdd(line.Number, line))
            {
                foreach (var reference in line.Fact.Refers)
                {
                    left.Push(reference);
                }
            }
        }

        return [.. behind.Values];
    }

    /// <summary>What would be wrong in writing this; empty when nothing is. Judged by what its author sees.</summary>
    public IReadOnlyList<Fault> Faults(CaseDraft draft) => CaseDoor.Faults(this, draft);

    /// <summary>A masked author cannot be guessed by trying people against the seal: the salt and the seal go with the name.</summary>
    static CaseEvent Shown(CaseEvent line, Reader reader, IReadOnlySet<Guid> masking)
    {
        var author = NameRule.AuthorOf(line, masking, reader);
        return author == line.Author ? line : line with { Author = author, Salt = null, Seal = null };
    }
}
