using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Steering;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Amending;

/// <summary>The six months that an investment committee gave, for which no avenant is signed yet.</summary>
public sealed record DecidedEnvelope(Guid CommitteeId, DateOnly MetOn, Money Ae, Money Cp)
{
    /// <summary>Six months from the meeting.</summary>
    public DateOnly Until => MetOn.AddMonths(6);

    /// <summary>What the form shows before anybody types: a proposal that people change and both parties sign.</summary>
    public AvenantForm Proposed(ConventionDates dates) => new()
    {
        Committee = CommitteeId.ToString(), DeltaAe = Ae.Plain, DeltaCp = Cp.Plain, NewEnd = Until > dates.LastCommitment ? Day(Until) : null, NewHardStop = Until > dates.HardStop ? Day(Until) : null,
        Reason = $"Décision du comité d’investissement du {French.Day(MetOn)}",
    };

    /// <param name="typed">As the address or the form has it.</param>
    public static async Task<DecidedEnvelope?> Find(IncubatorDb db, Guid conventionId, string? typed, CancellationToken ct)
    {
        if (!Guid.TryParse(typed, out var id))
        {
            return null;
        }

        var found = await db.Committees.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.ConventionId == conventionId && c.Decision == Decision.SixMonths && !db.Avenants.Any(a => a.CommitteeId == id), ct);
        return found is { EnvelopeAe: { } ae, EnvelopeCp: { } cp } ? new(id, found.MeetingOn, ae, cp) : null;
    }

    /// <summary>Signing does what the register was waiting for.</summary>
    public async Task Answer(IncubatorDb db, Avenant avenant, CancellationToken ct)
    {
        var about = RegisterTask.AboutCommittee(MetOn);
        if (await db.Tasks.FirstOrDefaultAsync(t => t.ConventionId == avenant.ConventionId && t.Kind == TaskKind.SignAvenant && t.About == about && t.DoneOn == null, ct) is { } task)
        {
            (task.DoneOn, task.DoneBy, task.Evidence) = (avenant.SignedOn, avenant.By, $"Avenant {avenant.Number.ToString(French.Culture)}");
        }
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", French.Culture);
}
