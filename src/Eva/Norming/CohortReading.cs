using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;
using Beffroi.Eva.Results;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;
using Beffroi.Psychometrics;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Norming;

/// <summary>Reads a cohort from the database by the product's own reading of events, a few evaluations at a time in memory.</summary>
public static class CohortReading
{
    /// <summary>A page must come: the newest ones, and it says so.</summary>
    public const int MostPeople = 5_000;

    const int AtOnce = 100;

    /// <param name="structures">Needed where the filter chooses places.</param>
    /// <param name="most">How many of the newest evaluations.</param>
    /// <param name="progress">Told of how many were read, and of how many there are.</param>
    public static async Task<Cohort> Of(EvaDb db, NormScope scope, NormFilter filter, IStructures? structures, CancellationToken ct, int most = MostPeople, Action<int, int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(filter);
        var wanted = await Kept(db, filter, structures, ct);
        var begun = await wanted.Where(Began(filter)).GroupBy(e => e.Campaign == null ? (Guid?)null : e.Campaign.StructureId).Select(g => new { g.Key, Count = g.Count(), Finished = g.Count(e => e.FinishedAt != null) }).ToListAsync(ct);
        var keys = await wanted.Where(Ended(filter)).Where(e => e.Results.Any(r => r.Engine == scope.Engine)).OrderByDescending(e => e.FinishedAt).ThenBy(e => e.Id).Take(most < int.MaxValue ? most + 1 : most).Select(e => e.Id).ToListAsync(ct);
        var (people, hurried, read) = (new List<CohortPerson>(), 0, 0);
        foreach (var some in keys.Take(most).Chunk(AtOnce))
        {
            progress?.Invoke(read, Math.Min(keys.Count, most));
            read += some.Length;
            var evaluations = await db.Evaluations.AsNoTracking().Where(e => some.Contains(e.Id)).Include(e => e.Campaign).Include(e => e.Background).Include(e => e.Results).Include(e => e.Runs).ThenInclude(r => r.Events).AsSplitQuery().OrderBy(e => e.Id).ToListAsync(ct);
            await BankShelf.Bring(db, evaluations.SelectMany(e => e.Runs), ct);
            foreach (var evaluation in evaluations)
            {
                var result = evaluation.Results.Where(r => string.Equals(r.Engine, scope.Engine, StringComparison.Ordinal)).MaxBy(r => r.ComputedAt)!;
                if (scope.Read(result) is not { StandardError: { } error } scale)
                {
                    hurried += IsHurried(scope, result) ? 1 : 0;
                }
                else if (Person(evaluation, scope, scale.Value, error) is var person && (filter.InputMode is null || string.Equals(person.InputMode, filter.InputMode, StringComparison.Ordinal)))
                {
                    people.Add(person);
                }
            }
        }

        return new(scope, people, [.. begun.Select(b => new Attendance(b.Key, b.Count, b.Finished, people.Count(p => p.Structure == b.Key)))], hurried, keys.Count > most);
    }

    /// <summary>The filter as conditions of the query, dates apart.</summary>
    static async Task<IQueryable<Evaluation>> Kept(EvaDb db, NormFilter filter, IStructures? structures, CancellationToken ct)
    {
        var wanted = db.Evaluations.AsNoTracking().Where(e => e.ConsentVersion != "");
        if (!filter.WithAlone || filter.ChoosesPlaces)
        {
            wanted = wanted.Where(e => e.CampaignId != null);
        }

        if (filter.ChoosesPlaces)
        {
            ArgumentNullException.ThrowIfNull(structures);
            var all = await structures.Find(await db.Campaigns.Select(c => c.StructureId).Distinct().ToListAsync(ct), ct);
            var places = all.Values.Where(s => Is(filter.StructureType, s.Type) && Is(filter.Region, s.Region)).Select(s => s.Id).ToList();
            wanted = wanted.Where(e => places.Contains(e.Campaign!.StructureId));
        }

        if (filter.Parcours is { } parcours)
        {
            wanted = wanted.Where(e => e.Campaign != null ? e.Campaign.Parcours == parcours : e.Alone!.Parcours == parcours);
        }

        var (gender, french, school, low, high) = (filter.Gender, filter.FrenchFirst, filter.Schooling, filter.AgeFrom, filter.AgeTo);
        wanted = gender is null ? wanted : wanted.Where(e => e.Background!.Gender == gender);
        wanted = french is null ? wanted : wanted.Where(e => e.Background!.FrenchMotherTongue == french);
        wanted = school is null ? wanted : wanted.Where(e => e.Background!.SchoolingPlace == school);
        wanted = low is null ? wanted : wanted.Where(e => e.Background!.Age >= low);
        return high is null ? wanted : wanted.Where(e => e.Background!.Age <= high);
    }

    static System.Linq.Expressions.Expression<Func<Evaluation, bool>> Ended(NormFilter filter)
    {
        var (from, to) = Instants(filter);
        return e => e.FinishedAt != null && e.FinishedAt >= from && e.FinishedAt < to;
    }

    // Who has not finished has no day of end: the day of beginning stands for it.
    static System.Linq.Expressions.Expression<Func<Evaluation, bool>> Began(NormFilter filter)
    {
        var (from, to) = Instants(filter);
        return e => (e.FinishedAt == null && e.StartedAt >= from && e.StartedAt < to) || (e.FinishedAt != null && e.FinishedAt >= from && e.FinishedAt < to);
    }

    static (DateTimeOffset From, DateTimeOffset To) Instants(NormFilter filter) =>
        (new((filter.From ?? new DateOnly(2000, 1, 1)).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), new((filter.To?.AddDays(1) ?? new DateOnly(9000, 1, 1)).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));

    static bool Is(string? wanted, string? value) => wanted is null || string.Equals(wanted, value, StringComparison.Ordinal);

    static bool IsHurried(NormScope scope, Result result) =>
        (scope.IsPositioning ? PositioningScore.FromJson(result.Score).Flags : Score.FromJson(result.Score).Flags).Any(f => f.Code is FlagCode.NonInterpretable);

    static CohortPerson Person(Evaluation evaluation, NormScope scope, double value, double error) => new()
    {
        Value = value,
        StandardError = error,
        Age = evaluation.Background?.Age,
        Gender = evaluation.Background?.Gender,
        FrenchFirst = evaluation.Background?.FrenchMotherTongue,
        InputMode = Mode(evaluation),
        Structure = evaluation.Campaign?.StructureId,
        Answers = [.. Answers(evaluation, scope)],
    };

    /// <summary>The answers that count on a scale, as the engine of the scope reads them.</summary>
    public static IEnumerable<CohortAnswer> Answers(Evaluation evaluation, NormScope scope)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(scope);
        var (literacy, norms) = (scope.Scale is NormScale.Litteratie, Scoring.Norms.Current.Beffroi);
        if (scope.IsPositioning)
        {
            return from play in Scorebook.Plays(evaluation.Runs)
                   where play.IsLiteracy == literacy
                   from step in AbilityPositioning.Counted(play, norms)
                   select new CohortAnswer($"{play.Bank.Situation} {step.Item.Id}", play.Bank.Version, step.Marked.Score, PositioningDesign.ModelOf(step.Item));
        }

        return from answer in AccuracyEngine.Counted(AnswerReading.Read(evaluation.Runs), norms)
               where (answer.Skill != Skill.Numeratie) == literacy && answer.ItemId is not null
               let situation = TechnicalName.Of(answer.Situation)
               let run = evaluation.Runs.Find(r => string.Equals(r.Situation, situation, StringComparison.Ordinal))
               select new CohortAnswer($"{situation} {answer.ItemId}", run?.BankVersion, answer.Correct ? 1 : 0, norms.ParametersOf(answer));
    }

    static string? Mode(Evaluation evaluation) =>
        evaluation.Runs.SelectMany(r => r.Events).Where(e => e.Name is EventNames.Answered or EventNames.WordJudged).Select(e => EventData.Text(e.Data, "moyen")).OfType<string>()
            .CountBy(mode => mode, StringComparer.Ordinal).OrderByDescending(m => m.Value).ThenBy(m => m.Key, StringComparer.Ordinal).Select(m => m.Key).FirstOrDefault();
}
