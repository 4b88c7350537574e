using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts;

/// <summary>Tells the superadmins of an assessment that ends within a month: once for each last day.</summary>
sealed class ExpiryNotices(AccountsDb db, Outbox outbox, IRecords records, IEnumerable<IRegister> registers, SiteIdentity site, Actor actor, TimeProvider clock)
{
    const int DaysAhead = 30;

    public async Task Write(CancellationToken ct)
    {
        (actor.Who, actor.Act) = ("systeme", "traitement.prevenir");
        var today = clock.ParisDay();
        var ending = (await records.Last(ct)).Values.Where(r => r.State(today) == RecordState.InForce && r.ExpiresOn <= today.AddDays(DaysAhead)).ToList();
        if (ending.Count == 0)
        {
            return;
        }

        var people = await db.Users.AsNoTracking().Where(a => a.Role == Role.Superadmin).Accepted().OrderBy(a => a.Id).Select(a => new Addressee(a.Id, a.Name, a.Email!)).ToListAsync(ct);
        foreach (var record in ending)
        {
            var name = registers.Select(r => r.Assessment).FirstOrDefault(t => string.Equals(t?.Key, record.Service, StringComparison.Ordinal))?.Name ?? record.Service;
            foreach (var person in people)
            {
                await outbox.Add(ClosingLetters.Expires(person, name, record.Service, record.ExpiresOn!.Value, site), ct);
            }
        }
    }
}
