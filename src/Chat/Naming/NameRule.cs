using Beffroi.Chat.Cases;

namespace Beffroi.Chat;

/// <summary>
/// Whether the name of somebody is shown: the one place that decides it, for pages, the live line, outside programs and files. What an organisation decides today
/// reaches back to what its people signed before; a signature under an attribution was given to be read, and stays.
/// </summary>
public static class NameRule
{
    /// <param name="organisation">The one that they signed for; null for a guest.</param>
    /// <param name="isMasked">It was signed without a name, or their organisation shows none today.</param>
    public static bool Shows(Guid? person, Guid? organisation, bool isMasked, Reader reader) =>
        person is { } somebody && (!isMasked || somebody == reader.Person || (organisation is { } home && home == reader.Organisation));

    /// <summary>The author of a line as a reader may know them.</summary>
    /// <param name="masking">Organisations that show no name today.</param>
    public static Author AuthorOf(CaseEvent line, IReadOnlySet<Guid> masking, Reader reader)
    {
        var isMasked = line.Author.Masked || (line.Author.Organisation is { } home && masking.Contains(home) && line.Fact is not (AttributionProposed or AttributionBacked));
        return Shows(line.Author.Person, line.Author.Organisation, isMasked, reader) ? line.Author : line.Author with { Person = null, Masked = isMasked };
    }

    /// <summary>To everybody in a room, whoever they are.</summary>
    public static string ShownAs(Seat seat) => seat is { IsMasked: true, OrganisationName: { } organisation } ? organisation : seat.Name;
}
