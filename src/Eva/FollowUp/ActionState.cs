using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.FollowUp;

/// <summary>What followed one evaluation, told to whoever reads it: the answers, newest first, with their authors.</summary>
public sealed record ActionState(Guid Evaluation, bool MayAnswer, IReadOnlyList<(MiseEnAction Action, string By)> Answers)
{
    /// <summary>Only such evaluations are asked about.</summary>
    public const string Asked = "illettrisme_potentiel";

    /// <summary>Null where nothing is asked.</summary>
    public static async Task<ActionState?> Of(Evaluation evaluation, CurrentUser user, EvaDb db, IStructures structures, CancellationToken ct)
    {
        if (!string.Equals(evaluation.Synthesis, Asked, StringComparison.Ordinal))
        {
            return null;
        }

        var id = evaluation.Id;
        var answers = await db.MisesEnAction.AsNoTracking().Where(a => a.EvaluationId == id).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).ToListAsync(ct);
        var names = await structures.People([.. answers.Select(a => a.By).Distinct()], ct);
        var may = user.Role != Role.ChargeDeMissionRegionale && await db.Evaluations.AccompaniedBy(db.Campaigns, user).AnyAsync(e => e.Id == id && e.Beneficiary!.Anonymised == null, ct);
        return new(id, may, [.. answers.Select(a => (a, names.GetValueOrDefault(a.By, "un compte supprimé")))]);
    }

    /// <summary>Evaluations that this person should still answer for.</summary>
    public static IQueryable<Evaluation> Missing(EvaDb db, CurrentUser user) =>
        db.Evaluations.AccompaniedBy(db.Campaigns, user).Where(e => e.Synthesis == Asked && e.Beneficiary!.Anonymised == null && !db.MisesEnAction.Any(a => a.EvaluationId == e.Id));
}
