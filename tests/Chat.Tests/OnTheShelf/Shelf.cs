using Beffroi.Chat.Cases;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.OnTheShelf;

/// <summary>People of four organisations at the shelf of cases, each request in a scope of its own.</summary>
static class Shelf
{
    public static readonly Guid Ministry = Cases.Desk.Ministry, Ngo = Cases.Desk.Ngo, Paper = Cases.Desk.Paper;

    public static readonly Seat Anna = Of(Cases.Desk.Anna, Ministry, "Anna"), Bilal = Of(Cases.Desk.Bilal, Ngo, "Bilal"), Chloe = Of(Cases.Desk.Chloe, Paper, "Chloé");

    public static Seat Of(Guid person, Guid organisation, string name) => new() { AccountId = person, Name = name, OrganisationId = organisation, OrganisationName = name + "’s" };

    public static Marked Both(Tlp tlp = Tlp.Amber) => new() { Tlp = tlp, Audience = Audience.Of(Ministry, Ngo) };

    public static CaseDraft Draft(this Seat seat, CaseFact fact, Marked? marking = null, Guid? id = null) =>
        new() { Id = id ?? Guid.NewGuid(), Author = seat.Author, Marking = marking ?? new() { Tlp = Tlp.Amber }, Fact = fact };

    public static ObservableNoted Tag(string word) => new() { Observable = Observable.Read(ObservableKind.Hashtag, word)! };

    /// <summary>What a request does.</summary>
    public static async Task<T> At<T>(this SiteUnderTest site, Func<CaseShelf, Task<T>> act)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.dossier";
        return await act(scope.ServiceProvider.GetRequiredService<CaseShelf>());
    }

    public static Task<CaseReply> Open(this SiteUnderTest site, Guid id, Seat seat, params IReadOnlyList<CaseDraft> drafts) =>
        site.At(s => s.Open(id, seat, drafts, TestContext.Current.CancellationToken));

    public static Task<CaseReply> Write(this SiteUnderTest site, Guid id, Seat seat, params IReadOnlyList<CaseDraft> drafts) =>
        site.At(s => s.Write(id, seat, drafts, TestContext.Current.CancellationToken));

    public static Task<CaseView?> View(this SiteUnderTest site, Guid id, Reader reader) => site.At(s => s.View(id, reader, TestContext.Current.CancellationToken));

    public static async Task<Guid> Opened(this SiteUnderTest site, Marked? marking = null, Seat? by = null, string title = "Une campagne")
    {
        var id = Guid.NewGuid();
        var reply = await site.Open(id, by ?? Anna, (by ?? Anna).Draft(new CaseOpened { Title = title }, marking ?? Both()));
        return reply.IsDone ? id : throw new InvalidOperationException(string.Join(" / ", reply.Faults));
    }
}
