using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Beffroi.Chat.Rules.Notices;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Notifying;

/// <summary>Tells those who shared something restricted, once a day, that others read it or took it away: who and what is on the page of readings.</summary>
public sealed class ReadDigest(ChatDb db, Telling telling, Actor actor, TimeProvider clock)
{
    /// <summary>Of the day before, in Paris, once it is over; run again, it tells nobody twice.</summary>
    public async Task Run(CancellationToken ct)
    {
        (actor.Who, actor.Act) = ("systeme", "discussion.avertir");
        var today = DateOnly.ParseExact(French.IsoDay(clock.GetUtcNow()), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (from, to) = (French.Begins(today.AddDays(-1)), French.Begins(today));
        var read = await db.Readings.Where(r => r.At >= from && r.At < to && (r.OwnerOrganisationId == null || r.OwnerOrganisationId != r.OrganisationId))
            .Select(r => new { Organisation = r.OwnerOrganisationId, Person = r.OwnerId }).Distinct().ToListAsync(ct);
        var organisations = read.Select(r => r.Organisation).OfType<Guid>().Distinct().ToList();
        var referents = await db.Members.Where(m => organisations.Contains(m.OrganisationId) && m.IsReferent && m.LeftAt == null).Select(m => m.AccountId).ToListAsync(ct);
        var subject = SubjectOf(today);
        await telling.Tell([.. read.Select(r => r.Person).OfType<Guid>().Concat(referents).Distinct().Select(p => new Notice(p, null, NoticeReason.ReadByOthers, subject, null))], null, ct);
    }

    static Guid SubjectOf(DateOnly day) => new(SHA256.HashData(Encoding.ASCII.GetBytes("beffroi-readings\n" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))[..16]);
}
