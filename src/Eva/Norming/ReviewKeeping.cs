using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Norming;

/// <summary>Reads and adds the reviews of one subject.</summary>
public static class ReviewKeeping
{
    public static async Task<IReadOnlyList<(ScientificReview, string)>> Of(EvaDb db, string subject, CurrentUser user, IStructures structures, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(structures);
        var reviews = await db.ScientificReviews.AsNoTracking().VisibleTo(user).Where(r => r.Subject == subject).OrderByDescending(r => r.ReviewedOn).ThenByDescending(r => r.Id).ToListAsync(ct);
        var people = await structures.People([.. reviews.Select(r => r.AuthorId).Distinct()], ct);
        return [.. reviews.Select(r => (r, people.GetValueOrDefault(r.AuthorId, "Compte supprimé")))];
    }

    /// <summary>Whether it was added; <paramref name="errors"/> say why not.</summary>
    public static async Task<bool> Add(EvaDb db, string subject, ReviewForm form, CurrentUser user, TimeProvider clock, Errors errors, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(user);
        if (ScientificReview.Read(form, subject, user.Id, clock.GetUtcNow(), errors) is not { } review)
        {
            return false;
        }

        db.Add(review);
        await db.SaveChangesAsync(ct);
        return true;
    }
}
