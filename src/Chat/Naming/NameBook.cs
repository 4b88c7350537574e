using Beffroi.Chat.Cases;
using Beffroi.Chat.Exchange;

namespace Beffroi.Chat;

/// <summary>Who the people of a page or a file are, asked of <see cref="NameRule"/> for one reader after another. Made by <see cref="Naming"/>.</summary>
public sealed record NameBook
{
    /// <summary>Knows nobody, and hides nobody.</summary>
    public static NameBook Empty { get; } = new();

    /// <summary>Organisations that show no name of their people today.</summary>
    public IReadOnlySet<Guid> Masking { get; init; } = new HashSet<Guid>();

    /// <summary>Everywhere that each was, in the order of their coming.</summary>
    public ILookup<Guid, Membership> Members { get; init; } = Array.Empty<Membership>().ToLookup(m => m.Person);

    /// <summary>Names on passes.</summary>
    public IReadOnlyDictionary<Guid, string> Guests { get; init; } = new Dictionary<Guid, string>();

    public IReadOnlyDictionary<Guid, string> Organisations { get; init; } = new Dictionary<Guid, string>();

    /// <summary>The name under what somebody signed for an organisation, or as a guest; null where this reader may not know it.</summary>
    public string? Signed(Guid? person, Guid? organisation, bool isMasked, Reader reader) =>
        NameRule.Shows(person, organisation, isMasked || (organisation is { } home && Masking.Contains(home)), reader) ? NameAt(person!.Value, organisation) : null;

    /// <summary>Whether somebody, as they are today, may be known by this reader. Whoever is not of this site is nobody's to hide.</summary>
    public bool Knows(Guid person, Reader reader) => Now(person) is not { } now || NameRule.Shows(person, now.Organisation, Masking.Contains(now.Organisation), reader);

    /// <summary>Somebody who is spoken of: by name, or by their organisation; null where they are not of this site.</summary>
    public string? Called(Guid person, Reader reader) => Now(person) is not { } now ? Guests.GetValueOrDefault(person) : Knows(person, reader) ? now.Name : Organisations.GetValueOrDefault(now.Organisation);

    /// <summary>With their organisation.</summary>
    public string? CalledWhole(Guid person, Reader reader) => Knows(person, reader) && Now(person) is { } now ? $"{now.Name}, {Organisations.GetValueOrDefault(now.Organisation)}" : Called(person, reader);

    /// <summary>What stands in a file for somebody whom its readers may not know: the organisation.</summary>
    public Guid Standing(Guid person, params ReadOnlySpan<Reader> readers)
    {
        foreach (var reader in readers)
        {
            if (!Knows(person, reader))
            {
                return Now(person)!.Organisation;
            }
        }

        return person;
    }

    /// <summary>The words for what a reader reads of cases.</summary>
    /// <param name="authors">As this reader reads them.</param>
    /// <param name="people">Others who are spoken of.</param>
    public CaseNames For(Reader reader, IEnumerable<Author> authors, IEnumerable<Guid> people) => new()
    {
        Organisations = Organisations,
        Signed = authors.Where(a => a.Person is not null).Select(a => (Person: a.Person!.Value, a.Organisation)).Distinct()
            .Select(a => (a, Name: NameAt(a.Person, a.Organisation))).Where(a => a.Name is not null).ToDictionary(a => a.a, a => a.Name!),
        People = people.Distinct().Select(p => (p, Name: Called(p, reader))).Where(p => p.Name is not null).ToDictionary(p => p.p, p => p.Name!),
    };

    string? NameAt(Guid person, Guid? organisation) => organisation is { } home ? Members[person].LastOrDefault(m => m.Organisation == home)?.Name : Guests.GetValueOrDefault(person);

    /// <summary>Where they are, or were last.</summary>
    Membership? Now(Guid person) => Members[person].LastOrDefault(m => !m.HasLeft) ?? Members[person].LastOrDefault();
}

public sealed record Membership(Guid Person, Guid Organisation, string Name, bool HasLeft);
