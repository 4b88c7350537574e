using System.Collections.Immutable;
using System.Globalization;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Exchange.Stix;

namespace Beffroi.Chat.Exchange;

/// <summary>What somebody may hand over of a case: the only thing that is ever written to a file. The rest might as well not exist.</summary>
public sealed record SharedCase
{
    SharedCase()
    {
    }

    public required Guid CaseId { get; init; }

    /// <summary>Numbered anew and untied, so that nothing says whether others were left out.</summary>
    public required ImmutableList<CaseEvent> Events { get; init; }

    public required CaseState State { get; init; }

    /// <summary>Of each line: its current level, or that of what it quotes, or that of the case, whichever is the highest.</summary>
    public required IReadOnlyDictionary<Guid, Tlp> Levels { get; init; }

    /// <summary>What whoever exports may read and may not share. For them, never in the file.</summary>
    public required ImmutableList<LeftOut> LeftOut { get; init; }

    /// <summary>Of the whole file: that of its highest line.</summary>
    public Tlp Level => Levels.Values.Max();

    /// <summary>What is told to whoever exports; null when nothing is left out.</summary>
    public Notice? Told => LeftOut.IsEmpty ? null : new(Notice.LeftOut,
        string.Create(CultureInfo.InvariantCulture, $"{LeftOut.Count} éléments ne peuvent aller aussi loin et ne sont pas dans le fichier\u00A0: {Counts()}."),
        string.Create(CultureInfo.InvariantCulture, $"{LeftOut.Count} items may not go that far and are not in the file: {Counts()}."));

    /// <summary>Names of those in it, as whoever gets it may know them.</summary>
    public CaseNames Names { get; private init; } = CaseNames.None;

    /// <summary>The part of a case that a reader may hand over; null, with the reason, where even its opening may not go there.</summary>
    /// <param name="book">Who the people of the log are: whom the destination may not know is not in the file, by name nor by number.</param>
    public static SharedCase? For(CaseLog log, Reader reader, Destination to, NameBook book, out Fault? fault)
    {
        fault = null;
        var readable = Readable.Of(log, reader);
        if (readable.IsEmpty)
        {
            fault = new("Case", "Dossier introuvable.", "Case not found.");
            return null;
        }

        var there = to.Organisation is { } organisation ? Readable.Of(log, Reader.OfOrganisation(organisation)).Select(e => e.Id).ToHashSet() : null;
        var levels = LevelsOf(readable, Readable.Markings(log));
        var kept = new HashSet<Guid>();
        var leftOut = ImmutableList.CreateBuilder<LeftOut>();
        foreach (var line in readable)
        {
            var goes = levels[line.Id] <= to.Highest && there?.Contains(line.Id) is not false
                && line.Fact.Refers.All(kept.Contains) && (line.Fact.Amends is not { } amended || kept.Contains(amended));
            if (goes)
            {
                kept.Add(line.Id);
            }
            else
            {
                leftOut.Add(new(line.Id, levels[line.Id]));
            }
        }

        var opening = readable[0];
        if (!kept.Contains(opening.Id))
        {
            fault = new("Destination",
                $"Ce dossier est {StixTlp.Label(levels[opening.Id])}\u00A0: il ne peut aller à {to.Word(Kit.Lang.French)}.",
                $"This case is {StixTlp.Label(levels[opening.Id])}: it may not go to {to.Word(Kit.Lang.English)}.");
            return null;
        }

        ImmutableList<CaseEvent> events = [.. readable.Where(l => kept.Contains(l.Id)).Select((line, i) => Bare(line, reader, to.As(reader), book) with { Number = i + 1, Link = null })];
        return new()
        {
            CaseId = log.Id,
            Events = events,
            State = CaseState.Of(events),
            Levels = events.ToDictionary(e => e.Id, e => levels[e.Id]),
            LeftOut = leftOut.ToImmutable(),
            Names = book.For(to.As(reader), events.Select(e => e.Author), events.SelectMany(PeopleOf)),
        };
    }

    /// <summary>The level of each line; a quote has the highest of what it quotes, and nothing is below its case.</summary>
    static Dictionary<Guid, Tlp> LevelsOf(ImmutableList<CaseEvent> lines, IReadOnlyDictionary<Guid, Marked> markings)
    {
        var levels = new Dictionary<Guid, Tlp>();
        var last = lines.Where(l => l.Fact is MarkingChanged).GroupBy(l => l.Fact.Amends!.Value).ToDictionary(g => g.Key, g => g.Last().Id);
        foreach (var line in lines)
        {
            levels[line.Id] = line.Fact switch
            {
                // A marking that holds no more was written for the readers of then.
                MarkingChanged change when last[change.Target] != line.Id => Higher(levels.GetValueOrDefault(change.Target), change.To.Tlp),
                // A line that amends another goes where that one goes (Readable): without it, a withdrawn line would stand again and a raised marking be forgotten.
                { Amends: { } amended } => levels.GetValueOrDefault(amended),
                var fact => fact.Refers.Append(lines[0].Id).Select(id => levels.GetValueOrDefault(id)).Append(markings[line.Id].Tlp).Max(),
            };
        }

        return levels;
    }

    static Tlp Higher(Tlp a, Tlp b) => a > b ? a : b;

    /// <summary>A name that is masked from those who get the file does not go; the seal goes with it, or one could try names against it.</summary>
    static CaseEvent Bare(CaseEvent line, Reader reader, Reader to, NameBook book)
    {
        var own = line with { Author = NameRule.AuthorOf(line, book.Masking, reader) };
        var author = NameRule.AuthorOf(own, book.Masking, to);
        var others = PeopleOf(line).Any(p => book.Standing(p, reader, to) != p);
        return author == line.Author && !others ? line : line with
        {
            Author = author,
            Marking = others ? Standing(line.Marking, Stands) : line.Marking,
            Fact = others ? Standing(line.Fact, Stands) : line.Fact,
            Salt = null,
            Seal = null,
        };

        Guid Stands(Guid person) => book.Standing(person, reader, to);
    }

    /// <summary>Whom a line speaks of, beside its author.</summary>
    internal static IEnumerable<Guid> PeopleOf(CaseEvent line)
    {
        Guid? owner = line.Fact switch
        {
            ReactionProposed f => f.Owner,
            ReactionDecided f => f.Owner,
            RunStepSet f => f.Owner,
            AlertSent f => f.Owner,
            _ => null,
        };
        var circles = (line.Marking.Audience?.Circles ?? []).Concat(line.Fact is MarkingChanged { To.Audience: { } audience } ? audience.Circles : []);
        return circles.SelectMany(c => c.People).Concat(owner is { } one ? [one] : []);
    }

    static CaseFact Standing(CaseFact fact, Func<Guid, Guid> stands) => fact switch
    {
        ReactionProposed { Owner: { } owner } f => f with { Owner = stands(owner) },
        ReactionDecided { Owner: { } owner } f => f with { Owner = stands(owner) },
        RunStepSet { Owner: { } owner } f => f with { Owner = stands(owner) },
        AlertSent f => f with { Owner = stands(f.Owner) },
        MarkingChanged f => f with { To = Standing(f.To, stands) },
        _ => fact,
    };

    static Marked Standing(Marked marking, Func<Guid, Guid> stands) => marking.Audience is not { } audience ? marking
        : marking with { Audience = audience with { Circles = [.. audience.Circles.Select(c => c with { People = [.. c.People.Select(stands).Distinct().Order()] })] } };

    string Counts() => string.Join(", ", LeftOut.GroupBy(l => l.Level).OrderByDescending(g => g.Key)
        .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Count()} {StixTlp.Label(g.Key)}")));
}

/// <param name="Id">Of a line.</param>
public sealed record LeftOut(Guid Id, Tlp Level);
