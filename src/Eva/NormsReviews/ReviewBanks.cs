using Beffroi.Eva.Bank;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Norming;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.NormsReviews;

/// <summary>What competent people said of the versions of the banks.</summary>
public static class ReviewBanks
{
    public static void Map(IEndpointRouteBuilder norms)
    {
        norms.MapGet("/banques", List).For(Role.Superadmin);
        norms.MapGet("/banques/{situation}/{version}", (string situation, string version, EvaDb db, Visitor visitor, IStructures structures, CancellationToken ct) => View(situation, version, new(), new(), db, visitor, structures, ct)).For(Role.Superadmin);
        norms.MapPost("/banques/{situation}/{version}", Review).Does("banque.relire").For(Role.Superadmin);
    }

    static async Task<IResult> List(EvaDb db, Visitor visitor, CancellationToken ct)
    {
        var kept = await db.Banks.AsNoTracking().OrderByDescending(b => b.At).Select(b => new { b.Situation, b.Version }).ToListAsync(ct);
        var subjects = await db.ScientificReviews.AsNoTracking().VisibleTo(visitor.SignedIn).GroupBy(r => r.Subject).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, ct);
        var rows = new List<ReviewedBank>();
        foreach (var outline in BankOutline.All)
        {
            var current = (await BankShelf.Current(db, outline.Situation, ct)).Version;
            var versions = kept.Where(b => string.Equals(b.Situation, outline.Situation, StringComparison.Ordinal)).Select(b => b.Version).Prepend(current).Append(BankShelf.Embedded(outline.Situation).Version).Distinct(StringComparer.Ordinal);
            rows.AddRange(versions.Select(version => new ReviewedBank(outline, version, string.Equals(version, current, StringComparison.Ordinal), subjects.GetValueOrDefault(ScientificReview.OfBank(outline.Situation, version)))));
        }

        return Html.View<ListReviewsPage, ListReviewsModel>(new(rows));
    }

    static async Task<IResult> Review(string situation, string version, [FromForm] ReviewForm? sent, EvaDb db, Visitor visitor, IStructures structures, TimeProvider clock, CancellationToken ct)
    {
        if (!await Exists(situation, version, db, ct))
        {
            return TypedResults.NotFound();
        }

        // A form of which no field came is no form to the framework.
        var (form, errors) = (sent ?? new(), new Errors());
        return await ReviewKeeping.Add(db, ScientificReview.OfBank(situation, version), form, visitor.SignedIn, clock, errors, ct)
            ? TypedResults.LocalRedirect($"~/eva/normes/banques/{situation}/{version}#relectures")
            : await View(situation, version, form, errors, db, visitor, structures, ct);
    }

    static async Task<IResult> View(string situation, string version, ReviewForm form, Errors errors, EvaDb db, Visitor visitor, IStructures structures, CancellationToken ct) => await Exists(situation, version, db, ct)
        ? Html.Form<ReviewBankPage, ReviewBankModel>(new(BankOutline.Find(situation)!, version, await ReviewKeeping.Of(db, ScientificReview.OfBank(situation, version), visitor.SignedIn, structures, ct), form, errors), errors)
        : TypedResults.NotFound();

    static async Task<bool> Exists(string situation, string version, EvaDb db, CancellationToken ct) =>
        BankOutline.Find(situation) is not null && await BankShelf.Look(db, situation, version, ct) is not null;
}

public sealed record ReviewedBank(BankOutline Outline, string Version, bool IsCurrent, int Reviews);

public sealed record ListReviewsModel(IReadOnlyList<ReviewedBank> Banks);

public sealed record ReviewBankModel(BankOutline Outline, string Version, IReadOnlyList<(ScientificReview, string)> Reviews, ReviewForm Form, Errors Errors);
