using Beffroi.Chat.Cases;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.Flows;

/// <summary>Cases of the named world, written by its people through the shelf.</summary>
static class GivenCases
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Marked Of(Tlp tlp, params WorldOrganisationId[] organisations) => new() { Tlp = tlp, Audience = Audience.Of(organisations.Select(o => o.Id)) };

    public static async Task<Seat> SeatOf(this SiteUnderTest site, string name)
    {
        await using var scope = site.Scope();
        return (await scope.ServiceProvider.GetRequiredService<Seats>().Of(site.IdOf(name), Ct))!;
    }

    /// <summary>Opens a case; the facts get identifiers of their own, in their order after that of the opening.</summary>
    public static async Task<(Guid Id, IReadOnlyList<Guid> Lines)> Open(this SiteUnderTest site, string name, string title, Marked marking, params CaseFact[] facts)
    {
        var (seat, id) = (await site.SeatOf(name), Guid.NewGuid());
        CaseDraft[] drafts = [new() { Id = Guid.NewGuid(), Author = seat.Author, Marking = marking, Fact = new CaseOpened { Title = title } }, .. facts.Select(f => Draft(seat, marking.Tlp, f))];
        return (id, await Do(site, s => s.Open(id, seat, drafts, Ct)));
    }

    public static async Task<IReadOnlyList<Guid>> Add(this SiteUnderTest site, Guid id, string name, Marked marking, params CaseFact[] facts)
    {
        var seat = await site.SeatOf(name);
        return await Do(site, s => s.Write(id, seat, [.. facts.Select(f => new CaseDraft { Id = Guid.NewGuid(), Author = seat.Author, Marking = marking, Fact = f, HappenedAt = f is TimelineNoted ? SiteUnderTest.Start : null })], Ct));
    }

    public static async Task<CaseView?> ViewOf(this SiteUnderTest site, Guid id, string name)
    {
        var seat = await site.SeatOf(name);
        await using var scope = site.Scope();
        return await scope.ServiceProvider.GetRequiredService<CaseShelf>().View(id, seat.Reader, Ct);
    }

    public static CriterionAssessed Yes(string criterion) => new() { Criterion = criterion, Stand = Stand.Yes, Confidence = Estimate.Likely, Why = "Douze mille partages en une heure." };

    public static ObservableNoted Account(string name) => new() { Observable = Observable.Read(ObservableKind.Account, name, "x")! };

    public static EvidenceKept Evidence(string name = "capture.png") => new() { FileName = name, MediaType = "image/png", Size = 12, Sha256 = new string('a', 64) };

    static CaseDraft Draft(Seat seat, Tlp tlp, CaseFact fact) => new() { Id = Guid.NewGuid(), Author = seat.Author, Marking = new() { Tlp = tlp }, Fact = fact, HappenedAt = fact is TimelineNoted ? SiteUnderTest.Start : null };

    static async Task<IReadOnlyList<Guid>> Do(SiteUnderTest site, Func<CaseShelf, Task<CaseReply>> act)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.dossier";
        var reply = await act(scope.ServiceProvider.GetRequiredService<CaseShelf>());
        return reply.IsDone ? [.. reply.Written.Select(w => w.Id)] : throw new InvalidOperationException(string.Join(" / ", reply.Faults));
    }
}

/// <summary>An organisation by its number alone.</summary>
readonly record struct WorldOrganisationId(Guid Id)
{
    public static implicit operator WorldOrganisationId(Beffroi.Cli.World.WorldOrganisation organisation) => new(organisation.Id);
}
