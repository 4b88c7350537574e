using Beffroi.Accounts.Support;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.SupportDesk;

/// <summary>One request, all that was done about it, and what may be done now.</summary>
public static class ShowRequest
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(ListRequests.Path + "/{id:guid}", Show).For(Role.Superadmin);

    static async Task<IResult> Show(Guid id, AccountsDb db, TimeProvider clock, CancellationToken ct) => await Find(db.Requests.AsNoTracking(), id, ct) is { } request
        ? await View(request, new(), new(), db, clock.GetUtcNow(), ct)
        : TypedResults.NotFound();

    internal static Task<SupportRequest?> Find(IQueryable<SupportRequest> requests, Guid id, CancellationToken ct) => requests.Include(r => r.Steps).SingleOrDefaultAsync(r => r.Id == id, ct);

    internal static async Task<IResult> View(SupportRequest request, ActForm form, Errors errors, AccountsDb db, DateTimeOffset now, CancellationToken ct)
    {
        var ids = request.Steps.Select(s => s.By).Append(request.TakenBy ?? Guid.Empty).Append(request.AccountId ?? Guid.Empty).Distinct().ToList();
        var names = await db.Users.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Name }).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        return Html.Form<ShowRequestPage, ShowRequestModel>(new() { Request = request, Names = names, Form = form, Errors = errors, Now = now }, errors);
    }
}

public sealed record ShowRequestModel
{
    public required SupportRequest Request { get; init; }

    /// <summary>Of the accounts that are here still.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }
    public required ActForm Form { get; init; }
    public required Errors Errors { get; init; }
    public required DateTimeOffset Now { get; init; }
}
