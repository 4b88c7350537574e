using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>A person of an organisation, for those who look after it.</summary>
public sealed record MemberRow(Guid Id, Guid AccountId, string Name, DateTimeOffset JoinedAt, bool IsReferent, DateTimeOffset? LeftAt)
{
    /// <summary>Those who are in it, then those who left, each person once.</summary>
    public static async Task<IReadOnlyList<MemberRow>> Of(ChatDb db, Guid organisation, CancellationToken ct)
    {
        var rows = await db.Members.AsNoTracking().Where(m => m.OrganisationId == organisation)
            .OrderBy(m => m.LeftAt != null).ThenByDescending(m => m.IsReferent).ThenBy(m => m.Name).ThenByDescending(m => m.LeftAt).ThenBy(m => m.Id)
            .Select(m => new MemberRow(m.Id, m.AccountId, m.Name, m.JoinedAt, m.IsReferent, m.LeftAt)).ToListAsync(ct);
        return [.. rows.DistinctBy(r => r.AccountId)];
    }
}
