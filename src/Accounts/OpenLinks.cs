using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts;

/// <summary>What the links of our letters lead to.</summary>
static class OpenLinks
{
    /// <summary>The link and its account; null when it was used, is past its time, or belongs to an account that is closed.</summary>
    public static async Task<OpenLink?> Find(AccountsDb db, string token, MailLinkPurpose purpose, DateTimeOffset now, CancellationToken ct)
    {
        var hash = SecretToken.HashOf(token);
        if (await db.MailLinks.SingleOrDefaultAsync(l => l.TokenHash == hash && l.Purpose == purpose, ct) is not { } link)
        {
            return null;
        }

        var account = await db.Users.SingleAsync(a => a.Id == link.AccountId, ct);
        var verdict = await db.AccountDecisions.Where(d => d.AccountId == account.Id).OrderByDescending(d => d.Number).Select(d => (Verdict?)d.Verdict).FirstOrDefaultAsync(ct);
        return link.IsOpen(account, now) && verdict != Verdict.Deactivated ? new(link, account) : null;
    }

    public static IResult Gone() => Html.View<LinkGonePage, LinkGoneModel>(new(), StatusCodes.Status404NotFound);
}

sealed record OpenLink(MailLink Link, Account Account);

public sealed record LinkGoneModel;
