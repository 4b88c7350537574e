using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia;

/// <summary>Who reviews: superadmins, and those who hold a current appointment. Every right is a condition of the query.</summary>
public static class Reviewing
{
    public static Task<bool> May(CurrentUser? user, EncyclopediaDb db, CancellationToken ct) => user switch
    {
        not { Accepted: true } => Task.FromResult(false),
        { Role: Role.Superadmin } => Task.FromResult(true),
        _ => db.Appointments.Current().AnyAsync(a => a.AccountId == user.Id, ct),
    };

    public static IQueryable<Appointment> Current(this IQueryable<Appointment> appointments) => appointments.Where(a => a.WithdrawnAt == null);

    /// <summary>Reviewers see all proposals, others see theirs.</summary>
    public static IQueryable<Proposal> VisibleTo(this IQueryable<Proposal> proposals, CurrentUser user, EncyclopediaDb db) =>
        !user.Accepted ? proposals.Where(_ => false)
        : user.Role == Role.Superadmin ? proposals
        : proposals.Where(p => p.AuthorId == user.Id || db.Appointments.Any(a => a.AccountId == user.Id && a.WithdrawnAt == null));

    /// <summary>
    /// Waiting, and written by somebody else: four eyes see each change. Only a superadmin who is alone, nobody else being appointed, decides on their own
    /// proposals, for an encyclopedia that begins would otherwise never begin.
    /// </summary>
    public static IQueryable<Proposal> DecidableBy(this IQueryable<Proposal> proposals, CurrentUser user, EncyclopediaDb db)
    {
        var superadmin = user.Role == Role.Superadmin;
        return !user.Accepted ? proposals.Where(_ => false) : proposals.Where(p => p.Decision == null
            && (superadmin || db.Appointments.Any(a => a.AccountId == user.Id && a.WithdrawnAt == null))
            && (p.AuthorId == null || p.AuthorId != user.Id || (superadmin && !db.Appointments.Any(a => a.AccountId != user.Id && a.WithdrawnAt == null))));
    }

    /// <summary>Looks after this entry: reviewers, and its owner.</summary>
    public static IQueryable<Entry> CaredForBy(this IQueryable<Entry> entries, CurrentUser user, EncyclopediaDb db) =>
        !user.Accepted ? entries.Where(_ => false)
        : user.Role == Role.Superadmin ? entries
        : entries.Where(e => e.OwnerId == user.Id || db.Appointments.Any(a => a.AccountId == user.Id && a.WithdrawnAt == null));
}
