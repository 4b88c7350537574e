using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.FollowUp;

/// <summary>Who sees and follows which people, as conditions of the query: through their evaluations, whose rights are those of their campaigns.</summary>
public static class PeopleRights
{
    /// <summary>Those of whom one may see an evaluation.</summary>
    public static IQueryable<Beneficiary> VisibleTo(this IQueryable<Beneficiary> people, EvaDb db, CurrentUser user)
    {
        var visible = db.Evaluations.VisibleTo(db.Campaigns, user);
        return people.Where(p => visible.Any(e => e.BeneficiaryId == p.Id));
    }

    /// <summary>Those whom one accompanies: only they are renamed, followed, joined, told all, erased. Who is only asked to read does none of it.</summary>
    public static IQueryable<Beneficiary> AccompaniedBy(this IQueryable<Beneficiary> people, EvaDb db, CurrentUser user)
    {
        if (user.Role == Role.ChargeDeMissionRegionale)
        {
            return people.Where(p => false);
        }

        var own = db.Evaluations.AccompaniedBy(db.Campaigns, user);
        return people.Where(p => p.Anonymised == null && own.Any(e => e.BeneficiaryId == p.Id));
    }

    public static IQueryable<Evaluation> AccompaniedBy(this IQueryable<Evaluation> evaluations, IQueryable<Campaign> campaigns, CurrentUser user)
    {
        var own = campaigns.AccompaniedBy(user).Select(c => c.Id);
        return evaluations.Where(e => e.CampaignId != null && own.Contains(e.CampaignId.Value));
    }

    /// <summary>Who has this personal code on her paper: the one that she has now, or one of a person who joined her. Two looks by key, rather than one at everybody.</summary>
    public static async Task<Guid?> Behind(this EvaDb db, string code, CancellationToken ct) =>
        await db.Beneficiaries.Where(p => p.Code == code).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct)
        ?? await db.FormerCodes.Where(f => f.Code == code).Select(f => (Guid?)f.BeneficiaryId).FirstOrDefaultAsync(ct);
}
