using Beffroi.Eva.Bank;
using Beffroi.Eva.BankVersions;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Items;

/// <summary>The banks there are, with what each holds and lacks.</summary>
public static class ListBanks
{
    public static void Map(IEndpointRouteBuilder banks) => banks.MapGet("", Show).For(Role.Superadmin);

    static async Task<IResult> Show(EvaDb db, Visitor visitor, CancellationToken ct)
    {
        var decided = await db.BankVersions.AsNoTracking().VisibleTo(visitor.SignedIn).GroupBy(v => v.Situation).Select(v => v.OrderByDescending(x => x.Number).First()).ToListAsync(ct);
        var banks = new List<ListedBank>();
        foreach (var outline in BankOutline.All)
        {
            banks.Add(new(outline, await BankShelf.Current(db, outline.Situation, ct), decided.Find(v => string.Equals(v.Situation, outline.Situation, StringComparison.Ordinal))));
        }

        return Html.View<ListBanksPage, ListBanksModel>(new(banks, MaintenanceBank.Current));
    }
}

/// <param name="Decided">Null while the bank is the program's.</param>
public sealed record ListedBank(BankOutline Outline, SituationBank Bank, BankVersion? Decided)
{
    public IReadOnlyList<string> Missing => CodeBook.Missing(Outline, Bank);
}

public sealed record ListBanksModel(IReadOnlyList<ListedBank> Banks, MaintenanceBank Words);
