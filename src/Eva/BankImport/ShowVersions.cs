using Beffroi.Eva.Bank;
using Beffroi.Eva.BankVersions;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.BankImport;

/// <summary>All that a bank was, and the way back: going back is a new version, so that nothing is lost.</summary>
public static class ShowVersions
{
    const int PageSize = 25;

    public static void Map(IEndpointRouteBuilder banks)
    {
        banks.MapGet("/{situation}/versions", List).For(Role.Superadmin);
        banks.MapGet("/{situation}/versions/{number:int}", Show).For(Role.Superadmin);
        banks.MapPost("/{situation}/versions/{number:int}", Restore).RequireAntiforgery().Does("banque.revenir").For(Role.Superadmin);
    }

    static async Task<IResult> List(string situation, Visitor visitor, EvaDb db, IStructures structures, CancellationToken ct, int page = 1)
    {
        if (BankOutline.Find(situation) is not { } outline)
        {
            return TypedResults.NotFound();
        }

        var versions = db.BankVersions.AsNoTracking().VisibleTo(visitor.SignedIn).Where(v => v.Situation == situation);
        var total = await versions.CountAsync(ct);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var rows = await versions.OrderByDescending(v => v.Number).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var people = await structures.People([.. rows.Select(v => v.AuthorId).Distinct()], ct);
        return Html.View<ShowVersionsPage, ShowVersionsModel>(new(outline, [.. rows.Select(v => (v, people.GetValueOrDefault(v.AuthorId, "Compte supprimé")))], total, page, pages));
    }

    static async Task<IResult> Show(string situation, int number, Visitor visitor, EvaDb db, CancellationToken ct) => await View(situation, number, new(), null, visitor, db, ct);

    static async Task<IResult> Restore(string situation, int number, [FromForm] ConfirmForm form, Visitor visitor, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await Find(situation, number, visitor, db, ct) is not (var (_, bank)))
        {
            return TypedResults.NotFound();
        }

        var errors = new Errors();
        if (Deciding.ReadNote(form.Note, errors) is { } note)
        {
            if (await Deciding.Replace(bank, form.Read, note, number, visitor.SignedIn, db, clock, ct) is not null)
            {
                return TypedResults.LocalRedirect($"~/eva/banque/{situation}");
            }

            errors.Add("Read", "La banque a changé depuis votre lecture : relisez les changements, puis confirmez");
        }

        return await View(situation, number, errors, form.Note, visitor, db, ct);
    }

    static async Task<IResult> View(string situation, int number, Errors errors, string? note, Visitor visitor, EvaDb db, CancellationToken ct)
    {
        if (BankOutline.Find(situation) is not { } outline || await Find(situation, number, visitor, db, ct) is not (var (version, bank)))
        {
            return TypedResults.NotFound();
        }

        var current = await BankShelf.Current(db, situation, ct);
        return Html.Form<ShowVersionPage, ShowVersionModel>(
            new() { Outline = outline, Number = number, Version = version, Bank = bank, Current = current, Changes = BankChanges.Between(current, bank), Note = note, Errors = errors }, errors);
    }

    /// <summary>Number 0 is the bank of the program, which no one decided.</summary>
    static async Task<(BankVersion? Version, SituationBank Bank)?> Find(string situation, int number, Visitor visitor, EvaDb db, CancellationToken ct)
    {
        if (number == 0)
        {
            return BankOutline.Find(situation) is null ? null : (null, BankShelf.Embedded(situation));
        }

        var version = await db.BankVersions.AsNoTracking().VisibleTo(visitor.SignedIn).SingleOrDefaultAsync(v => v.Situation == situation && v.Number == number, ct);
        return version is null ? null : (version, await BankShelf.Bring(db, situation, version.Bank, ct));
    }
}

public sealed record ShowVersionsModel(BankOutline Outline, IReadOnlyList<(BankVersion Version, string Author)> Rows, int Total, int Page, int PageCount);

public sealed record ShowVersionModel
{
    public required BankOutline Outline { get; init; }

    /// <summary>0 is the bank of the program.</summary>
    public required int Number { get; init; }

    public required BankVersion? Version { get; init; }
    public required SituationBank Bank { get; init; }
    public required SituationBank Current { get; init; }

    /// <summary>From the current bank to this one.</summary>
    public required BankChanges Changes { get; init; }

    public required string? Note { get; init; }
    public required Errors Errors { get; init; }
}
