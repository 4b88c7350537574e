using Beffroi.Eva.FollowUp;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Merging;

/// <summary>All that one person has becomes another's: evaluations, codes, follow-up. Nothing is lost but the second name.</summary>
static class Joining
{
    public static async Task Join(Beneficiary kept, Beneficiary other, Guid by, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var evaluations = await db.Evaluations.Where(e => e.BeneficiaryId == other.Id).ToListAsync(ct);
        foreach (var evaluation in evaluations)
        {
            evaluation.BeneficiaryId = kept.Id;
        }

        foreach (var code in await db.FormerCodes.Where(c => c.BeneficiaryId == other.Id).ToListAsync(ct))
        {
            code.BeneficiaryId = kept.Id;
        }

        foreach (var entry in await db.FollowUps.Where(f => f.BeneficiaryId == other.Id).ToListAsync(ct))
        {
            entry.BeneficiaryId = kept.Id;
        }

        db.Add(new FormerCode { Id = Guid.CreateVersion7(now), Code = other.Code, BeneficiaryId = kept.Id, Since = now });
        db.Add(new PeopleMerge { Id = Guid.CreateVersion7(now), StructureId = kept.StructureId, KeptId = kept.Id, MergedId = other.Id, Evaluations = evaluations.Count, At = now, By = by });
        // Those who joined her before are found behind the one who stays.
        db.Remove(other);
        await db.SaveChangesAsync(ct);
    }
}
