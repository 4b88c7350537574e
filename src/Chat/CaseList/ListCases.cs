using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Chat.Exchange;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.CaseList;

/// <summary>The cases that somebody may read, as they may read them: what is hidden in one moves it nowhere in the list.</summary>
public static class ListCases
{
    const int PageSize = 30;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Cases(l), Show).ForSeated().Does("discussion.lire");
        }
    }

    static async Task<IResult> Show(HttpRequest request, Seated seated, CaseShelf shelf, CaseFaces faces, CaseDesk desk, CaseReadings readings, TimeProvider clock, CancellationToken ct)
    {
        var (l, filter, own, now) = (Langs.Of(request), CaseFilter.Of(request.Query), await desk.OwnSet(ct), clock.GetUtcNow());
        var found = filter.On(await faces.Of(seated.Seat, own, ct));
        var count = await found.CountAsync(ct);
        var last = Math.Max(1, (count + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, last);
        var ids = await found.OrderByDescending(f => f.ChangedAt).ThenBy(f => f.CaseId).Skip((page - 1) * PageSize).Take(PageSize).Select(f => f.CaseId).ToListAsync(ct);
        var views = await shelf.Views(seated.Reader, ids, ct);
        var shown = views.Select(v => CaseSummary.Of(v, own, now)).OrderByDescending(c => c.ChangedAt).ThenBy(c => c.Id).ToList();
        await readings.NoteListed(seated.Seat, [.. views.Select(v => (v, (Guid?)null))], ct);
        var names = await desk.Names(views, ct);
        return Html.View<ListCasesPage, ListCasesModel>(new(l, seated.Seat, filter with { Page = page }, shown, count, last, names, own is not null));
    }
}

/// <param name="HasOwnSet">Their organisation has criteria of its own.</param>
public sealed record ListCasesModel(Lang L, Seat Seat, CaseFilter Filter, IReadOnlyList<CaseSummary> Cases, int Count, int LastPage, CaseNames Names, bool HasOwnSet);

/// <summary>What a list says of a case, from the view of its reader.</summary>
public sealed record CaseSummary
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required CasePhase Phase { get; init; }
    public required Tlp Tlp { get; init; }
    public required bool IsClosed { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required Author OpenedBy { get; init; }
    public required int OpenPoints { get; init; }

    /// <summary>By the convention's five, and by the reader's own.</summary>
    public required bool IsQualified { get; init; }
    public required bool IsQualifiedForOwn { get; init; }
    public required IReadOnlySet<Guid> Authors { get; init; }
    public required string Words { get; init; }

    public static CaseSummary Of(CaseView view, CriteriaSet? own, DateTimeOffset now) => new()
    {
        Id = view.CaseId,
        Title = view.State.Title,
        Phase = view.State.Phase,
        Tlp = view.State.Marking!.Tlp,
        IsClosed = view.State.Closed is not null,
        ChangedAt = view.Events[^1].At,
        OpenedBy = view.Events[0].Author,
        OpenPoints = Cases.OpenPoints.Of(view, own ?? Convention.Five, now).Count,
        IsQualified = CriteriaSheet.Of(view.State, Convention.Five).IsQualified,
        IsQualifiedForOwn = own is not null && CriteriaSheet.Of(view.State, own).IsQualified,
        Authors = view.Events.Select(e => e.Author.Person).OfType<Guid>().ToHashSet(),
        Words = string.Join('\n', view.State.Sections.Values.Select(s => s.Fact.Text).Concat(view.State.Observables.Select(o => FactWords.Shown(o.Fact.Observable))).Append((view.State.Opened?.Fact.From?.Text) ?? "").Prepend(view.State.Title)),
    };
}
