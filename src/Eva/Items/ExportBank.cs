using Beffroi.Eva.Bank;
using Beffroi.Eva.BankFiles;
using Beffroi.Eva.BankVersions;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Items;

/// <summary>Gives a bank as a file, the current one or that of an earlier version; the import takes it back the same.</summary>
public static class ExportBank
{
    public static void Map(IEndpointRouteBuilder banks)
    {
        banks.MapGet("/{situation}/export.csv", (string situation, int? version, EvaDb db, Visitor visitor, CancellationToken ct) => Give(situation, version, BankFile.Csv, "csv", "text/csv; charset=utf-8", db, visitor, ct)).For(Role.Superadmin);
        banks.MapGet("/{situation}/export.xlsx", (string situation, int? version, EvaDb db, Visitor visitor, CancellationToken ct) =>
            Give(situation, version, BankFile.Xlsx, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", db, visitor, ct)).For(Role.Superadmin);
    }

    static async Task<IResult> Give(string situation, int? version, Func<SituationBank, byte[]> written, string end, string type, EvaDb db, Visitor visitor, CancellationToken ct)
    {
        if (BankOutline.Find(situation) is null || await Chosen(situation, version, db, visitor, ct) is not { } bank)
        {
            return TypedResults.NotFound();
        }

        return TypedResults.File(written(bank), type, $"banque-{situation}-{bank.Version}.{end}");
    }

    static async Task<SituationBank?> Chosen(string situation, int? version, EvaDb db, Visitor visitor, CancellationToken ct)
    {
        if (version is null)
        {
            return await BankShelf.Current(db, situation, ct);
        }

        var bank = version == 0 ? BankShelf.Embedded(situation).Version
            : await db.BankVersions.VisibleTo(visitor.SignedIn).Where(v => v.Situation == situation && v.Number == version).Select(v => v.Bank).SingleOrDefaultAsync(ct);
        return bank is null ? null : await BankShelf.Bring(db, situation, bank, ct);
    }
}
