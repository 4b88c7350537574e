using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts;

/// <summary>The four first steps of somebody who accompanies people, each told by what happened, never by a box one ticks.</summary>
public sealed record FirstSteps
{
    /// <summary>Study of the original, eva.md section 4, read on 26 November 2026.</summary>
    public const int EnoughEvaluations = 4;

    public required bool Created { get; init; }

    /// <summary>Somebody has begun an evaluation in one's campaign: oneself, if it is the first.</summary>
    public required bool Tried { get; init; }

    public required bool Confirmed { get; init; }
    public required int Evaluations { get; init; }

    public bool Practised => Evaluations >= EnoughEvaluations;

    public int Done => new[] { Created, Tried, Confirmed, Practised }.Count(done => done);

    /// <summary>Null once they are all done, were put away, or are not this person's.</summary>
    public static async Task<FirstSteps?> Of(AccountsDb db, IStructureActivity activity, CurrentUser user, CancellationToken ct)
    {
        if (!user.Accepted || user.Role is not (Role.Admin or Role.Conseiller))
        {
            return null;
        }

        var account = await db.Users.Where(a => a.Id == user.Id).Select(a => new { a.EmailConfirmed, a.StepsPutAwayAt }).SingleAsync(ct);
        if (account.StepsPutAwayAt is not null)
        {
            return null;
        }

        var done = await activity.OfAuthor(user.Id, ct);
        var steps = new FirstSteps { Created = done.Campaigns > 0, Tried = done.Evaluations > 0, Confirmed = account.EmailConfirmed, Evaluations = done.Evaluations };
        return steps.Done == 4 ? null : steps;
    }
}
