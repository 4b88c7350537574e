using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Guests;

/// <summary>Tells referents that an invitation waits for them. The letter names nobody and no case.</summary>
public sealed class GuestLetters(ChatDb db, IOutbox outbox, INewcomers people, SiteIdentity site)
{
    public async Task Waits(GuestPass pass, CancellationToken ct)
    {
        if (pass.ApprovedAt is not null)
        {
            return;
        }

        foreach (var referent in await db.Members.AsNoTracking().Where(m => m.OrganisationId == pass.OrganisationId && m.IsReferent && m.LeftAt == null).Select(m => new { AccountId = m.LoginId ?? m.AccountId, m.Name, m.Language }).ToListAsync(ct))
        {
            if (await people.AddressOf(referent.AccountId, ct) is { } address)
            {
                var l = referent.Language;
                await outbox.Add(new()
                {
                    Kind = "discussion-invitation",
                    To = address.Email,
                    AccountId = referent.AccountId,
                    Key = $"discussion-invitation:{pass.Id}:{referent.AccountId}",
                    NotAfter = pass.ExpiresAt,
                    Subject = l.Say("Une invitation attend votre accord", "An invitation waits for your agreement"),
                    Body = l.Say(
                        $"Bonjour {Letter.Quoted(referent.Name)},\n\nUne personne de votre organisation invite quelqu’un dans un dossier. Le lien ne marchera qu’avec votre accord\u00A0:\n{{site}}{Addresses.Guests(l)}\n\nL’équipe {site.Name}",
                        $"Hello {Letter.Quoted(referent.Name)},\n\nSomebody of your organisation invites a person into a case. The link will work with your agreement only:\n{{site}}{Addresses.Guests(l)}\n\nThe {site.Name} team"),
                }, ct);
            }
        }
    }
}
