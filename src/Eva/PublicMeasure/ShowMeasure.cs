using Beffroi.Eva.Bank;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Norming;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Eva.PublicMeasure;

/// <summary>What Eva measures and how sure it is, for everybody: versions, norms and what reviewers said, without the name of anybody.</summary>
public static class ShowMeasure
{
    public static void Map(IEndpointRouteBuilder eva) => eva.MapGet("/mesure", Show).ForEveryone().CacheOutput();

    static async Task<IResult> Show(EvaDb db, CancellationToken ct)
    {
        // Only what is told below is read: no author, no reviewer.
        var norms = await db.NormVersions.AsNoTracking().OrderByDescending(n => n.Number).ToListAsync(ct);
        var reviews = await db.ScientificReviews.AsNoTracking().OrderByDescending(r => r.ReviewedOn).ThenByDescending(r => r.Id)
            .Select(r => new PublicReview(r.Subject, r.ReviewedOn, r.Verdict, r.Proved, r.Remains)).ToListAsync(ct);
        var banks = new List<MeasuredBank>();
        foreach (var outline in BankOutline.All)
        {
            var bank = await BankShelf.Current(db, outline.Situation, ct);
            banks.Add(new(outline.Label, bank.Version, bank.Items.Count, Of(ScientificReview.OfBank(outline.Situation, bank.Version))));
        }

        return Html.View<ShowMeasurePage, ShowMeasureModel>(new()
        {
            EngineNorms = Norms.Current.Beffroi.Version,
            Scales =
            [
                .. from scope in NormScope.All
                   let versions = norms.Where(n => string.Equals(n.Scope, scope.Name, StringComparison.Ordinal)).ToList()
                   let shown = versions.Find(n => n.Serves) ?? versions.FirstOrDefault()
                   select new MeasuredScale(scope.Label, shown is null ? null : new(shown.Number, shown.At, shown.Persons, shown.Serves ? shown.Statistics.MarginalReliability : null, shown.Serves), shown is null ? [] : Of(ScientificReview.Of(shown))),
            ],
            Banks = banks,
        });

        IReadOnlyList<PublicReview> Of(string subject) => [.. reviews.Where(r => string.Equals(r.Subject, subject, StringComparison.Ordinal))];
    }
}

public sealed record PublicReview(string Subject, DateOnly ReviewedOn, Verdict Verdict, string Proved, string Remains);

/// <param name="Reliability">Null while the norm is exploratory: its conditions are not kept, and its figures would mislead.</param>
public sealed record PublicNorm(int Number, DateTimeOffset At, int Persons, double? Reliability, bool Serves);

/// <param name="Norm">Null while there is none.</param>
public sealed record MeasuredScale(string Label, PublicNorm? Norm, IReadOnlyList<PublicReview> Reviews);

public sealed record MeasuredBank(string Label, string Version, int Items, IReadOnlyList<PublicReview> Reviews);

public sealed record ShowMeasureModel
{
    public required string EngineNorms { get; init; }
    public required IReadOnlyList<MeasuredScale> Scales { get; init; }
    public required IReadOnlyList<MeasuredBank> Banks { get; init; }
}
