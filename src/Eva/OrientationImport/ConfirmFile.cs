using Beffroi.Eva.OrientationFiles;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.OrientationImport;

/// <summary>Shows what a file would bring, in counts, and puts it in use when its sender says so.</summary>
public static class ConfirmFile
{
    public static void Map(IEndpointRouteBuilder files)
    {
        files.MapGet("/fichiers/{id:guid}", Show).For(Role.Superadmin);
        files.MapPost("/fichiers/{id:guid}", Confirm).RequireAntiforgery().Does("orientation.importer").For(Role.Superadmin);
    }

    static async Task<IResult> Show(Guid id, Visitor visitor, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await Drafts(db, visitor.SignedIn, clock).AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, ct) is not { } draft)
        {
            return TypedResults.NotFound();
        }

        var passage = await OrientationShelf.Current(db, FileUse.Passage, ct) is { } table ? (await OrientationShelf.Content(db, table.Id, ct)).Passage : [];
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return Html.View<ConfirmFilePage, ConfirmFileModel>(new(
            draft,
            FileTerms.Summary(FileContent.FromJson(draft.Content), passage),
            draft.Use is FileUse.Tension && today > draft.MeasuredOn.AddMonths(Orientation.TensionView.MonthsGood),
            await OrientationShelf.Current(db, draft.Use, ct)));
    }

    static async Task<IResult> Confirm(Guid id, Visitor visitor, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await Drafts(db, visitor.SignedIn, clock).SingleOrDefaultAsync(f => f.Id == id, ct) is not { } draft)
        {
            return TypedResults.NotFound();
        }

        draft.Confirm(await OrientationShelf.After(db, draft.Use, clock.GetUtcNow(), ct));
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect("~/eva/orientation/fichiers");
    }

    // One's own, while they last.
    static IQueryable<OrientationFile> Drafts(EvaDb db, CurrentUser user, TimeProvider clock)
    {
        var (me, oldest) = (user.Id, clock.GetUtcNow() - OrientationFile.DraftLasts);
        return db.OrientationFiles.Where(f => f.ConfirmedAt == null && f.AuthorId == me && f.At > oldest);
    }
}

/// <param name="IsOld">Older than what may rank trades.</param>
/// <param name="Before">What it takes the place of.</param>
public sealed record ConfirmFileModel(OrientationFile Draft, IReadOnlyList<string> Summary, bool IsOld, FileHead? Before);
