using System.Globalization;
using Beffroi.Eva.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Norming;

/// <summary>The published norms that a result keeps: those in force on the day it was first computed, for ever. A later norm is for later results.</summary>
public static class CohortNorms
{
    public const int MaxLength = 60;

    /// <summary>What a new result of an engine is read in: <c>litteratie:2 numeratie:1</c>; null while no norm serves.</summary>
    public static async Task<string?> InForce(EvaDb db, string engine, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var names = NormScope.All.Where(s => string.Equals(s.Engine, engine, StringComparison.Ordinal)).ToList();
        var wanted = names.ConvertAll(s => s.Name);
        if (wanted.Count == 0)
        {
            return null;
        }

        var numbers = await db.NormVersions.AsNoTracking().Where(n => wanted.Contains(n.Scope) && !n.IsExploratory && n.Persons >= PublishingGate.FewestPeople)
            .GroupBy(n => n.Scope).Select(g => new { Scope = g.Key, Number = g.Max(n => n.Number) }).ToListAsync(ct);
        return numbers.Count == 0 ? null : string.Join(' ', from scope in names
                                                            let number = numbers.Find(n => string.Equals(n.Scope, scope.Name, StringComparison.Ordinal))
                                                            where number is not null
                                                            select string.Create(CultureInfo.InvariantCulture, $"{TechnicalName.Of(scope.Scale)}:{number.Number}"));
    }

    /// <summary>The places of an evaluation's results in the norms that they keep.</summary>
    public static async Task<IReadOnlyList<NormedResult>> Of(EvaDb db, Evaluation evaluation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(evaluation);
        var kept = from result in evaluation.Results.GroupBy(r => r.Engine, StringComparer.Ordinal).Select(rows => rows.MaxBy(r => r.ComputedAt)!)
                   where result.CohortNorms is not null
                   from scope in NormScope.All
                   where string.Equals(scope.Engine, result.Engine, StringComparison.Ordinal) && Number(result.CohortNorms, scope) is not null
                   select (Scope: scope, Number: Number(result.CohortNorms, scope)!.Value, Scale: scope.Read(result));
        var places = new List<NormedResult>();
        foreach (var (scope, number, scale) in kept.Where(k => k.Scale?.StandardError is not null).ToList())
        {
            var norm = await db.NormVersions.AsNoTracking().SingleOrDefaultAsync(n => n.Scope == scope.Name && n.Number == number, ct);
            if (norm?.Place(scale!.Value, scale.StandardError!.Value) is { } place)
            {
                places.Add(new(scope, norm, place));
            }
        }

        return places;
    }

    static int? Number(string? kept, NormScope scope) =>
        (kept ?? "").Split(' ').Select(part => part.Split(':')).Where(part => part.Length == 2 && string.Equals(part[0], TechnicalName.Of(scope.Scale), StringComparison.Ordinal))
            .Select(part => int.TryParse(part[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null).FirstOrDefault();
}

/// <summary>Where a result stands among the people of the norm that it keeps.</summary>
public sealed record NormedResult(NormScope Scope, NormVersion Norm, Psychometrics.NormPlace Place);
