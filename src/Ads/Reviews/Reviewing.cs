using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads;

/// <summary>Who reviews: superadmins, and those who are appointed. Every right is a condition of the query.</summary>
public static class Reviewing
{
    public static Task<bool> May(CurrentUser? user, AdsDb db, CancellationToken ct) => user switch
    {
        not { Accepted: true } => Task.FromResult(false),
        { Role: Role.Superadmin } => Task.FromResult(true),
        _ => db.Jurors.Current().AnyAsync(j => j.AccountId == user.Id, ct),
    };

    /// <summary>Appointed by somebody else: what people give themselves is their agreement to be named, which holds no right.</summary>
    public static IQueryable<Juror> Current(this IQueryable<Juror> jurors) => jurors.Where(j => j.WithdrawnAt == null && j.GivenBy != j.AccountId);

    /// <summary>What everybody may see of ads.</summary>
    public static IQueryable<Ad> Public(this IQueryable<Ad> ads) => ads.Where(a => a.HiddenAt == null);
}
