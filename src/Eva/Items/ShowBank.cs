using Beffroi.Eva.Bank;
using Beffroi.Eva.BankVersions;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Items;

/// <summary>What a bank holds: by family, skill and kind, around the cuts, and its items one by one.</summary>
public static class ShowBank
{
    const int PageSize = 25;

    public static void Map(IEndpointRouteBuilder banks)
    {
        banks.MapGet("/maintenance", (string? q, int page = 1) => ShowWords.View(q, page)).For(Role.Superadmin);
        banks.MapGet("/{situation}", Show).For(Role.Superadmin);
    }

    static async Task<IResult> Show(
        string situation, string? famille, string? competence, string? forme, string? niveau, string? q, EvaDb db, Visitor visitor, IStructures structures, CancellationToken ct, int page = 1)
    {
        if (BankOutline.Find(situation) is not { } outline)
        {
            return TypedResults.NotFound();
        }

        var bank = await BankShelf.Current(db, situation, ct);
        var decided = await db.BankVersions.AsNoTracking().VisibleTo(visitor.SignedIn).Where(v => v.Situation == situation).OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);
        var filter = BankFilter.Read(famille, competence, forme, niveau, q);
        var kept = bank.Entries.Where(e => filter.Keeps(e.Item)).ToList();
        var pages = Math.Max(1, (kept.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        return Html.View<ShowBankPage, ShowBankModel>(new()
        {
            Outline = outline,
            Bank = bank,
            Decided = decided,
            Author = decided is null ? null : (await structures.People([decided.AuthorId], ct)).GetValueOrDefault(decided.AuthorId, "Compte supprimé"),
            Missing = CodeBook.Missing(outline, bank),
            Filter = filter,
            Rows = [.. kept.Skip((page - 1) * PageSize).Take(PageSize)],
            Found = kept.Count,
            Page = page,
            PageCount = pages,
        });
    }
}

public sealed record ShowBankModel
{
    public required BankOutline Outline { get; init; }
    public required SituationBank Bank { get; init; }

    /// <summary>Null while the bank is the program's.</summary>
    public required BankVersion? Decided { get; init; }

    public required string? Author { get; init; }
    public required IReadOnlyList<string> Missing { get; init; }
    public required BankFilter Filter { get; init; }
    public required IReadOnlyList<(BankUse Use, BankItem Item)> Rows { get; init; }
    public required int Found { get; init; }
    public required int Page { get; init; }
    public required int PageCount { get; init; }
}
