using Beffroi.Incubator.Accessibility;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Incubator.Recording;

/// <summary>Gives the results of the criteria of one theme on one page of the sample. What is left empty stays to be given.</summary>
public static class NoteTheme
{
    const string Route = ShowAudit.Route + "/pages/{page:int}/{theme:int}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For(Role.Superadmin);
        app.MapPost(Route, Note).Does("incubateur.noter-audit").For(Role.Superadmin);
    }

    static async Task<IResult> Show(Guid id, int page, int theme, IncubatorDb db, CancellationToken ct) =>
        await Draft(id, page, theme, db, ct) is ({ } audit, { } audited, { } about)
            ? View(audit, audited, about, [.. about.Numbers.Select(n => NotedLine.Of(n, audited.Results.Find(r => string.Equals(r.Criterion, n, StringComparison.Ordinal))))], new())
            : TypedResults.NotFound();

    static async Task<IResult> Note(Guid id, int page, int theme, [FromForm] IFormCollection form, IncubatorDb db, CancellationToken ct)
    {
        if (await Draft(id, page, theme, db, ct) is not ({ } audit, { } audited, { } about))
        {
            return TypedResults.NotFound();
        }

        var errors = new Errors();
        var lines = about.Numbers.Select(n => NotedLine.Typed(n, form)).ToList();
        var brought = lines.Select(l => l.Read(audited.Id, errors)).OfType<BroughtResult>().ToList();
        if (errors.Any)
        {
            return View(audit, audited, about, lines, errors);
        }

        foreach (var result in brought)
        {
            audit.Note(db, result);
        }

        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Audit(id));
    }

    // An audit that is published has no such page.
    static async Task<(AccessibilityAudit? Audit, AuditedPage? Page, RgaaTheme? Theme)> Draft(Guid id, int page, int theme, IncubatorDb db, CancellationToken ct) =>
        await ShowAudit.Of(db, id, ct) is { IsDraft: true } audit ? (audit, audit.Pages.Find(p => p.Number == page), Rgaa.Themes.FirstOrDefault(t => t.Number == theme)) : (null, null, null);

    static IResult View(AccessibilityAudit audit, AuditedPage page, RgaaTheme theme, IReadOnlyList<NotedLine> lines, Errors errors) =>
        Html.Form<NoteThemePage, NoteThemeModel>(new() { Audit = audit, Page = page, Theme = theme, Lines = lines, Errors = errors }, errors);
}

/// <summary>One criterion as it is typed.</summary>
public sealed record NotedLine(string Criterion, string? Result, string? Comment, bool IsDerogated)
{
    public string ResultField => "R-" + Criterion;
    public string CommentField => "T-" + Criterion;
    public string DerogatedField => "D-" + Criterion;

    public static NotedLine Of(string criterion, AuditedCriterion? known) => new(criterion, known?.Result.Code(), known?.Comment, known?.IsDerogated == true);

    public static NotedLine Typed(string criterion, IFormCollection form) => new(criterion, form["R-" + criterion].ToString(), form["T-" + criterion].ToString().Trim(), form["D-" + criterion].Count > 0);

    /// <summary>Null where nothing was typed, or something is wrong with it.</summary>
    public BroughtResult? Read(Guid page, Errors errors)
    {
        if (string.IsNullOrEmpty(Result))
        {
            if (!string.IsNullOrEmpty(Comment) || IsDerogated)
            {
                errors.Add(ResultField, $"Critère {Criterion} : choisissez un résultat");
            }

            return null;
        }

        if (CriterionResults.Of(Result) is not { } result)
        {
            errors.Add(ResultField, $"Critère {Criterion} : choisissez un résultat de la liste");
            return null;
        }

        if (AuditCsv.Mistake(result, Comment, IsDerogated) is { } wrong)
        {
            errors.Add(CommentField, $"Critère {Criterion} : {wrong}");
            return null;
        }

        return new(page, Criterion, result, string.IsNullOrEmpty(Comment) ? null : Comment, IsDerogated);
    }
}

public sealed record NoteThemeModel
{
    public required AccessibilityAudit Audit { get; init; }
    public required AuditedPage Page { get; init; }
    public required RgaaTheme Theme { get; init; }
    public required IReadOnlyList<NotedLine> Lines { get; init; }
    public required Errors Errors { get; init; }
}
