using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Recording;

/// <summary>What the data protection officer follows: services with their assessment, and requests to close an account with their state.</summary>
public static class ListRecords
{
    public const string Path = "/admin/donnees-personnelles";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Path, Show).For(Role.Superadmin);

    static async Task<IResult> Show(int? page, string? fait, AccountsDb db, IRecords records, IEnumerable<IRegister> registers, TimeProvider clock, CancellationToken ct)
    {
        var (last, today) = (await records.Last(ct), clock.ParisDay());
        var services = registers.Select(r => r.Assessment).OfType<AssessmentTemplate>().OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => new ServiceLine(t, last.GetValueOrDefault(t.Key))).ToList();
        // No name: the number is enough to answer, and is all that is left afterwards.
        var closures = await db.Closures.AsNoTracking().OrderByDescending(c => c.AskedAt).ThenByDescending(c => c.Id)
            .Select(c => new ClosureLine(c.AccountId, c.AskedAt, c.DueAt, c.CancelledAt, c.StartedAt, c.DoneAt, c.Obstacle, c.Answers.Count, c.Answers.Sum(a => a.Erased), c.Answers.Sum(a => a.Unlinked), c.Answers.Sum(a => a.Kept)))
            .ToPage(page, ct);
        return Html.View<ListRecordsPage, ListRecordsModel>(new(services, closures, today, string.Equals(fait, "consigne", StringComparison.Ordinal)));
    }
}

public sealed record ServiceLine(AssessmentTemplate Template, TreatmentRecord? Record);

/// <param name="Answers">Modules that have answered.</param>
public sealed record ClosureLine(Guid AccountId, DateTimeOffset AskedAt, DateTimeOffset DueAt, DateTimeOffset? CancelledAt, DateTimeOffset? StartedAt, DateTimeOffset? DoneAt, Obstacle? Obstacle, int Answers, int Erased, int Unlinked, int Kept)
{
    public string State() => this switch
    {
        { CancelledAt: { } at } => $"Annulée le {French.Day(at)}",
        { DoneAt: { } at } => $"Faite le {French.Day(at)} : {French.Count(Erased, "ligne effacée", "lignes effacées")}, {French.Count(Unlinked, "détachée", "détachées")}, {French.Count(Kept, "gardée", "gardées")}",
        { StartedAt: not null } => $"En cours : {French.Count(Answers, "module a répondu", "modules ont répondu")}",
        { Obstacle: { } held } => held.Label(),
        _ => $"Prévue le {French.Day(DueAt)}",
    };
}

public sealed record ListRecordsModel(IReadOnlyList<ServiceLine> Services, PageOf<ClosureLine> Closures, DateOnly Today, bool Recorded);
