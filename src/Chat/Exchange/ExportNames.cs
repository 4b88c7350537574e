using Beffroi.Chat.Cases;

namespace Beffroi.Chat.Exchange;

/// <summary>Names that go into a file: of the organisations that it names, and of the people whom its readers may know.</summary>
public sealed class ExportNames(Naming naming)
{
    /// <summary>Everybody in a log; who of them is shown is settled for each destination.</summary>
    public Task<NameBook> Of(CaseLog log, CancellationToken ct) => naming.Of(
        [.. log.Events.Select(e => e.Author.Person).OfType<Guid>().Concat(log.Events.SelectMany(SharedCase.PeopleOf)).Distinct()],
        [.. log.Events.Select(e => e.Author.Organisation).OfType<Guid>().Concat(log.Events.Select(e => e.Fact).OfType<AlertSent>().SelectMany(a => a.To)).Distinct()],
        ct);
}
