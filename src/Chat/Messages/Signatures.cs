namespace Beffroi.Chat;

/// <summary>Names of those who write, as a reader may know them (<see cref="NameRule"/>).</summary>
public sealed class Signatures(Naming naming)
{
    public async Task<IReadOnlyDictionary<Guid, Signature>> Of(Reader reader, IReadOnlyCollection<Message> messages, CancellationToken ct)
    {
        var book = await naming.Of([.. messages.Select(m => m.AuthorId).OfType<Guid>().Distinct()], [.. messages.Select(m => m.OrganisationId).OfType<Guid>().Distinct()], ct, withGuests: messages.Any(m => m is { AuthorId: not null, OrganisationId: null }));
        return messages.ToDictionary(m => m.Id, m => Of(m, book, reader));
    }

    /// <summary>What somebody signs, by the seat that was read as they said it.</summary>
    public static Signature Of(Seat seat, Reader reader) =>
        new(NameRule.Shows(seat.AccountId, seat.OrganisationId, seat.IsMasked, reader) ? seat.Name : null, seat.OrganisationName, Source: null, MessageOrigin.Person);

    public static Signature Of(Message m, NameBook book, Reader reader) =>
        new(book.Signed(m.AuthorId, m.OrganisationId, m.Masked, reader), m.OrganisationId is { } of ? book.Organisations.GetValueOrDefault(of) : null, m.Source, m.Origin);
}
