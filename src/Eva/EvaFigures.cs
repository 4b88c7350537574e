using System.Globalization;
using Beffroi.Eva.FollowUp;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva;

/// <summary>What Eva tells everybody on /stats: how many begin and finish, how much structures use it, and what changes in people's confidence.</summary>
public sealed class EvaFigures(EvaDb db, TimeProvider clock) : IPublicFigures
{
    public string Subject => "Eva : repérer ses forces et ses besoins";

    public int Order => 10;

    public async Task<IReadOnlyList<PublicFigure>> Read(CancellationToken ct)
    {
        var started = await db.Evaluations.CountAsync(ct);
        var finished = await db.Evaluations.CountAsync(e => e.FinishedAt != null, ct);
        List<PublicFigure> figures =
        [
            new PublicFigure { Name = "eva_evaluations_commencees", Label = "Évaluations commencées", Unit = "évaluations" }.Counting(started),
            new PublicFigure { Name = "eva_evaluations_terminees", Label = "Évaluations terminées", Unit = "évaluations" }.Counting(finished),
            new PublicFigure { Name = "eva_part_terminee", Label = "Part des évaluations terminées", Unit = "part" }.Sharing(finished, started),
        ];
        figures.AddRange(await UseFigures.Read(db, clock, ct));
        foreach (var (before, after) in Confidence.Before.Zip(Confidence.After))
        {
            figures.Add(Change(before, await Changes(before.Name, after.Name, ct)));
        }

        // One potential illettrisme in so many was followed by a remediation; an answer changed since counts as it is now.
        var found = await db.Evaluations.CountAsync(e => e.Synthesis == ActionState.Asked, ct);
        var directed = await db.Evaluations.CountAsync(e => e.Synthesis == ActionState.Asked
            && db.MisesEnAction.Where(a => a.EvaluationId == e.Id).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Select(a => a.Remediation).FirstOrDefault() != null, ct);
        figures.Add(new PublicFigure { Name = "eva_part_mise_en_action", Label = "Part des repérages à confirmer suivis d’une orientation vers une solution", Unit = "part" }.Sharing(directed, found));
        return figures;
    }

    static PublicFigure Change(SelfQuestion question, MeanChange change) =>
        new PublicFigure { Name = $"eva_{question.Name[..question.Name.LastIndexOf('_')]}_evolution", Label = $"« {question.Text} » : évolution moyenne entre avant et après les jeux", Unit = "crans" }
            .Averaging(change.People, change.Mean, change.Low, change.High);

    // A table of five steps by five, whatever the number of people.
    async Task<MeanChange> Changes(string before, string after, CancellationToken ct)
    {
        var pairs = await db.SelfAnswers.Where(a => a.Question == before)
            .Join(db.SelfAnswers.Where(a => a.Question == after), first => first.EvaluationId, second => second.EvaluationId, (first, second) => new { First = first.Value, Second = second.Value })
            .GroupBy(pair => pair).Select(group => new { group.Key.First, group.Key.Second, People = group.Count() }).ToListAsync(ct);
        // Who preferred to say nothing, once or twice, is not counted.
        return MeanChange.Of(pairs.Where(p => Step(p.First) is not null && Step(p.Second) is not null).Select(p => (Step(p.Second)!.Value - Step(p.First)!.Value, p.People)));
    }

    static int? Step(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var step) ? step : null;
}
