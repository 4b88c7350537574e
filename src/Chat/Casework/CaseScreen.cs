using Beffroi.Chat.Cases;
using Beffroi.Chat.Exchange;
using Beffroi.Kit;

namespace Beffroi.Chat.Casework;

/// <summary>A case on the screen of somebody who may read it: what every page of it needs.</summary>
public sealed record CaseScreen
{
    public required Lang L { get; init; }
    public required Seat Seat { get; init; }
    public required CaseView View { get; init; }
    public required Guid RoomId { get; init; }
    public required CaseNames Names { get; init; }
    public required DateTimeOffset Now { get; init; }

    /// <summary>Of this showing of a form: sent twice, it is written once.</summary>
    public required Guid FormId { get; init; }

    /// <summary>That of the reader's organisation; null where it has none of its own.</summary>
    public CriteriaSet? OwnSet { get; init; }

    public Guid Id => View.CaseId;
    public CaseState State => View.State;
    public bool IsClosed => State.Closed is not null;
    public Marked Marking => State.Marking!;

    public string Say(string french, string english) => L.Say(french, english);
    public string Optional => Say("(facultatif)", "(optional)");
    public string Who(Author author) => Names.Author(author, L);
    public string Person(Guid id) => Names.Person(id, L);
    public string At(DateTimeOffset at) => L.Moment(at);

    /// <summary>What a line is called in lists of what something rests on.</summary>
    public string NameOf(Guid line) => View.Find(line) is { } found ? FactWords.Say(found.Fact, L, Names) is var said && found.Fact is TimelineNoted or SectionWritten or ArgumentMade or DecisionTaken ? $"{said.Title}{Colon} {Short.Cut(said.Text)}" : said.Title : "";

    public string Colon => L.Say("\u00A0:", ":");

    /// <summary>Criteria by their words, in all sets that this reader knows.</summary>
    public string Criterion(string key) => (OwnSet?.Criteria ?? []).Concat(Convention.Five.Criteria).FirstOrDefault(c => string.Equals(c.Key, key, StringComparison.Ordinal))?.In(L) ?? key;

    /// <summary>The sheets of the convention and of the own organisation.</summary>
    public IEnumerable<(string Name, CriteriaSheet Sheet)> Sheets()
    {
        yield return (Say("Les cinq critères de la convention", "The five criteria of the convention"), CriteriaSheet.Of(State, Convention.Five));
        if (OwnSet is { } own)
        {
            yield return (Say($"Les critères de {Seat.OrganisationName}", $"The criteria of {Seat.OrganisationName}"), CriteriaSheet.Of(State, own));
        }
    }

    static class Short
    {
        const int Most = 70;

        public static string Cut(string text) => Flat(text) is { Length: > Most } flat ? flat[..Most].TrimEnd() + "…" : Flat(text);

        static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
