using System.Collections.Immutable;

namespace Beffroi.Chat.Cases;

/// <summary>
/// The lines of a log that a reader may read: the opening, then each line whose own marking lets them in and all of whose references do.
/// The marking of a line is the last that was said of it; a line that only amends another goes with it.
/// </summary>
public static class Readable
{
    public static ImmutableList<CaseEvent> Of(CaseLog log, Reader reader)
    {
        if (!reader.MayEnter(log.Id) || log.Events.IsEmpty)
        {
            return [];
        }

        var markings = Markings(log);
        var changes = log.Events.Where(e => e.Fact is MarkingChanged).GroupBy(e => e.Fact.Amends!.Value).ToDictionary(g => g.Key, g => g.Last().Id);
        var opening = log.Events[0];
        var seen = new Dictionary<Guid, bool>();
        var lines = ImmutableList.CreateBuilder<CaseEvent>();
        foreach (var line in log.Events)
        {
            var readable = line.Fact switch
            {
                // A marking that holds no more was written for the readers of then.
                MarkingChanged change => seen.GetValueOrDefault(change.Target) && (changes[change.Target] == line.Id || LetsIn(line, change.To)),
                { Amends: { } target } => seen.GetValueOrDefault(target),
                _ => LetsIn(line, markings[line.Id]) && line.Fact.Refers.All(r => seen.GetValueOrDefault(r)) && (line == opening || seen[opening.Id]),
            };
            seen[line.Id] = readable;
            if (readable)
            {
                lines.Add(line);
            }
        }

        return lines.ToImmutable();

        bool LetsIn(CaseEvent line, Marked marking) => Lets(reader, line, marking, markings[opening.Id]);
    }

    /// <summary>Whether a new line that amends none is let in by its own marking; what it refers to is asked beside.</summary>
    internal static bool IsNext(CaseEvent line, Marked theCase, Reader reader) => Lets(reader, line, line.Marking, theCase);

    // Who wrote it knows it.
    static bool Lets(Reader reader, CaseEvent line, Marked marking, Marked theCase) =>
        (reader.Person is { } person && line.Author.Person == person)
        || (marking.Audience ?? theCase.Audience) is { } audience && audience.Holds(reader, marking.Tlp);

    /// <summary>What was last said of each line.</summary>
    public static IReadOnlyDictionary<Guid, Marked> Markings(CaseLog log)
    {
        var markings = new Dictionary<Guid, Marked>();
        foreach (var line in log.Events)
        {
            markings[line.Id] = line.Marking;
            if (line.Fact is MarkingChanged change && markings.ContainsKey(change.Target))
            {
                markings[change.Target] = change.To;
            }
        }

        return markings;
    }
}
