using Beffroi.Incubator.Accessibility;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Recording;

/// <summary>One audit: its rate so far, what is still to be given, and the ways to give it.</summary>
public static class ShowAudit
{
    internal const string Route = Addresses.Audits + "/{id:guid}";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Route, Show).For(Role.Superadmin);

    static async Task<IResult> Show(Guid id, IncubatorDb db, TimeProvider clock, CancellationToken ct) =>
        await Of(db, id, ct) is { } audit ? View(audit, new(), null, [], clock) : TypedResults.NotFound();

    /// <summary>Tracked, with its pages and their results.</summary>
    internal static Task<AccessibilityAudit?> Of(IncubatorDb db, Guid id, CancellationToken ct) =>
        db.Audits.AsSplitQuery().Include(a => a.Pages).ThenInclude(p => p.Results).SingleOrDefaultAsync(a => a.Id == id, ct);

    internal static IResult View(AccessibilityAudit audit, Errors errors, string? csv, IReadOnlyList<string> mistakes, TimeProvider clock) =>
        Html.Form<ShowAuditPage, ShowAuditModel>(new() { Audit = audit, Today = clock.Today(), Csv = csv, Mistakes = mistakes, Errors = errors }, errors);
}

public sealed record ShowAuditModel
{
    public required AccessibilityAudit Audit { get; init; }
    public required DateOnly Today { get; init; }

    /// <summary>As it was typed, where it is to be corrected.</summary>
    public required string? Csv { get; init; }

    /// <summary>What is wrong, line by line.</summary>
    public required IReadOnlyList<string> Mistakes { get; init; }

    public required Errors Errors { get; init; }
}
