using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>A person comes into an organisation: once, however often it is asked at the same moment.</summary>
static class Joined
{
    /// <summary>False when they are in one already.</summary>
    public static async Task<bool> Now(ChatDb db, Guid account, Guid organisation, string name, Kit.Lang language, DateTimeOffset now, CancellationToken ct)
    {
        var before = await db.Members.BehindLogin(account).Select(m => new { m.AccountId, m.OrganisationId, m.LeftAt }).ToListAsync(ct);
        if (before.Exists(m => m.LeftAt == null))
        {
            return false;
        }

        // From the account and its number: two who write it at once write the same row, and the second fails.
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{account}/{before.Count.ToString(CultureInfo.InvariantCulture)}"))[..16]);
        // Whoever was somebody elsewhere is another here; whoever comes back is who they were.
        var person = before.Find(m => m.OrganisationId == organisation)?.AccountId
            ?? (before.Count == 0 && !await db.GuestPasses.BehindLogin(account).AnyAsync(ct) ? account : id);
        db.Add(new Member { Id = id, AccountId = person, LoginId = person == account ? null : account, OrganisationId = organisation, Name = name.Length <= Organisation.NameMaxLength ? name : name[..Organisation.NameMaxLength], JoinedAt = now, Language = language });
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.Members.AnyAsync(m => m.Id == id, ct))
            {
                return false;
            }

            throw;
        }
    }

    /// <summary>Somebody whose access was ended is let in again by those who look after the organisation.</summary>
    public static Task<bool> Again(ChatDb db, Member left, DateTimeOffset now, CancellationToken ct) => Now(db, left.LoginId ?? left.AccountId, left.OrganisationId, left.Name, left.Language, now, ct);
}
