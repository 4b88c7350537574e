using System.Globalization;
using Beffroi.Chat.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat.Exchange;

/// <summary>Names of those whom a case knows by number. Whoever makes a file hands in those that its readers may know.</summary>
public sealed record CaseNames
{
    public static CaseNames None { get; } = new();

    public IReadOnlyDictionary<Guid, string> Organisations { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Those who are spoken of: by name, or by their organisation where it shows none.</summary>
    public IReadOnlyDictionary<Guid, string> People { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Those who signed, each for the organisation of then: the same person may be named under one line and nowhere else.</summary>
    public IReadOnlyDictionary<(Guid Person, Guid? Organisation), string> Signed { get; init; } = new Dictionary<(Guid, Guid?), string>();

    public string Organisation(Guid id) =>
        Organisations.TryGetValue(id, out var name) ? name : "organisation " + Short(id);

    public string Person(Guid id, Lang language) => People.TryGetValue(id, out var name) ? name
        // A file has the organisation in the place of whom its readers may not know.
        : Organisations.TryGetValue(id, out var organisation) ? organisation
        : language.Say("personne ", "person ") + Short(id);

    /// <summary>Null where there is no name to show.</summary>
    public string? Signer(Author author) => author.Person is not { } person ? null : Signed.GetValueOrDefault((person, author.Organisation)) ?? People.GetValueOrDefault(person);

    public string Author(Author author, Lang language) => (author.Person, author.Organisation) switch
    {
        ({ } person, { } organisation) => $"{Signer(author) ?? Person(person, language)} ({Organisation(organisation)})",
        ({ } person, null) => (Signer(author) ?? Person(person, language)) + language.Say(" (invité)", " (guest)"),
        (null, { } organisation) => Organisation(organisation),
        (null, null) => language.Say("auteur non communiqué", "author not disclosed"),
    };

    static string Short(Guid id) => id.ToString("N", CultureInfo.InvariantCulture)[..8];
}
